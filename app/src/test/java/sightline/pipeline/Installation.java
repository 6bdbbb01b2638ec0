package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import sightline.audit.Journal;
import sightline.checks.Checks;
import sightline.checks.LocalIds;
import sightline.core.alerts.Derivation;
import sightline.core.checks.TouchpointPack;
import sightline.core.directory.AgencyType;
import sightline.core.duties.Clocks;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.screening.Catalogue;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.Intake;
import sightline.feeds.Sender;
import sightline.feeds.Senders;
import sightline.feeds.Unread;
import sightline.identity.Identities;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An installation without its pages: a database, what is sent into it, and a pipeline by the rules
 * and clocks that ship, on a clock that stands until it is moved. Its directory is empty until
 * agencies are put into it.
 */
public final class Installation implements AutoCloseable {
    private static final LocalDate LIVE = LocalDate.of(2000, 1, 1);
    private static final String OPEN = "state IN ('running', 'overdue') AND clock = '%s'";

    private final TestDatabase database = TestDatabase.fresh();
    private final Secrets secrets = Secrets.throwAway();
    private final SettableClock clock;
    private final Intake intake;
    private final Facts facts = new Facts(secrets);
    private final Identities identities = new Identities(secrets, facts);
    private final PostgresDirectory directory = new PostgresDirectory(database.transactions());
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());
    private final Pipeline pipeline;
    private int sent;

    /** At a moment. */
    public Installation(Instant now) {
        this(new SettableClock(now));
    }

    /** On a clock that others go by, too. */
    Installation(SettableClock clock) {
        this.clock = clock;
        this.intake = Intake.onClock(database.transactions(), secrets, clock);
        this.pipeline = newPipeline(derivation);
    }

    /** A moment in London. */
    static Instant at(String london) {
        return LocalDateTime.parse(london).atZone(London.ZONE).toInstant();
    }

    /** An agency of the area that its id begins with. */
    static ReplayDirectory.Declared declared(AgencyId id, AgencyType type) {
        String area = id.value().substring(0, id.value().indexOf('-'));
        return new ReplayDirectory.Declared(id.value(), Optional.empty(), type, area, List.of());
    }

    public TestDatabase database() {
        return database;
    }

    public Secrets secrets() {
        return secrets;
    }

    public SettableClock clock() {
        return clock;
    }

    public Intake intake() {
        return intake;
    }

    public Facts facts() {
        return facts;
    }

    public Identities identities() {
        return identities;
    }

    public PostgresDirectory directory() {
        return directory;
    }

    public Derivation derivation() {
        return derivation;
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    /** One more process, with these rules and clocks. */
    public Pipeline newPipeline(Derivation derives) {
        return newPipeline(derives, clock);
    }

    /** One more, on a machine whose clock says something else. */
    Pipeline newPipeline(Derivation derives, InstantSource its) {
        return new Pipeline(
                database.transactions(),
                new Unread(secrets),
                facts,
                identities,
                directory::now,
                derives,
                its);
    }

    /** What answers whoever asks before they go on. */
    Checks checks() {
        return new Checks(
                database.transactions(),
                facts,
                identities,
                directory::now,
                derivation,
                TouchpointPack.shipped(),
                new Journal(secrets),
                new LocalIds(secrets),
                clock);
    }

    /** Puts agencies into the directory, each of which may send. */
    void open(Collection<ReplayDirectory.Declared> agencies) {
        directory.replace(ReplayDirectory.entries(agencies, List.of()));
        senders(agencies.stream().map(a -> new AgencyId(a.id())).toList());
    }

    /** Lets agencies send that have been live for long, and promise a message a day. */
    public void senders(Collection<AgencyId> agencies) {
        Senders senders = new Senders(database.transactions());
        agencies.forEach(a -> senders.register(Sender.of(a, LIVE, Duration.ofDays(1))));
    }

    /** The id of the next message. */
    public String nextId() {
        return "m" + ++sent;
    }

    /** The id of the message that was sent last. */
    public String lastId() {
        return "m" + sent;
    }

    /** Sends a message with the next number as its id; the rest of its object is given. */
    public void send(AgencyId sender, String rest) {
        send(sender, clock.instant(), rest);
    }

    /** The same, of a message that was sent earlier and comes only now. */
    void send(AgencyId sender, Instant sentAt, String rest) {
        String message =
                "{\"sender\":\"%s\",\"id\":\"%s\",\"sentAt\":\"%s\",%s}"
                        .formatted(sender.value(), nextId(), sentAt, rest);
        intake.receive(sender, message.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends a message as {@link #send} does, works, and expects that it was read.
     *
     * @return its id
     */
    public String said(AgencyId sender, String rest) {
        send(sender, rest);
        run();
        assertThat(texts("SELECT problems::text FROM feeds.quarantine")).as(rest).isEmpty();
        return lastId();
    }

    /** Works until nothing is left to do at this moment. */
    public void run() {
        run(pipeline);
    }

    static void run(Pipeline pipeline) {
        while (pipeline.run().full()) {}
    }

    /** Works at another moment. */
    public void moveTo(Instant moment) {
        clock.moveTo(moment);
        run();
    }

    /** Lets time pass through everything that it brings. */
    public void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (pipeline.nextRecheck().filter(n -> n.isBefore(end)).isPresent()) {
            Instant next = pipeline.nextRecheck().orElseThrow();
            moveTo(next.isAfter(clock.instant()) ? next : clock.instant());
        }
        moveTo(end);
    }

    /** In what the projections would differ if everything were derived again. */
    List<Rebuild.Difference> rebuilt() {
        try (TestDatabase shadow = TestDatabase.fresh()) {
            return new Rebuild(
                            database.transactions(),
                            shadow.transactions(),
                            secrets,
                            directory::now,
                            derivation)
                    .compare()
                    .differences();
        }
    }

    /** Who owes something on a clock. */
    public List<String> owed(String clockKey) {
        return texts(
                "SELECT DISTINCT jsonb_array_elements_text(content -> 'owedBy') FROM alerts.duty WHERE "
                        + OPEN.formatted(clockKey)
                        + " ORDER BY 1");
    }

    /** How many duties on a clock are open. */
    public long open(String clockKey) {
        return count("alerts.duty WHERE " + OPEN.formatted(clockKey));
    }

    /** Who was told because something on a clock was late. */
    public List<String> rungs(String clockKey) {
        return texts(
                """
                SELECT DISTINCT t.recipient FROM alerts.told t JOIN alerts.duty d
                    ON d.subject = t.subject AND d.key = t.reference
                 WHERE t.what = 'rung' AND d.clock = '%s' ORDER BY 1
                """
                        .formatted(clockKey));
    }

    /** Who was told of an alert of that rule. */
    public List<String> alerted(String rule) {
        return texts(
                """
                SELECT DISTINCT t.recipient FROM alerts.told t JOIN alerts.alert a
                    ON a.subject = t.subject AND a.reference = t.reference
                 WHERE t.what = 'alert' AND a.rule = '%s' ORDER BY 1
                """
                        .formatted(rule));
    }

    /** The first column. */
    public List<String> texts(String query) {
        return database.owner()
                .sql(query)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** How many rows; given is what follows FROM. */
    public long count(String where) {
        return countOf("SELECT count(*) FROM " + where);
    }

    /** One number. */
    public long countOf(String query) {
        return database.owner().sql(query).query(Long.class).single();
    }

    @Override
    public void close() {
        database.close();
    }
}
