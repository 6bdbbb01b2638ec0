package sightline.pipeline;

import sightline.core.alerts.Derivation;
import sightline.core.directory.Directory;
import sightline.core.duties.Clocks;
import sightline.core.kernel.AgencyId;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Screening;
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
import java.util.ArrayList;
import java.util.List;

/** One area with three senders, its database, and a pipeline whose clock stands until moved. */
final class Northton implements AutoCloseable {
    static final AgencyId HOSPITAL = new AgencyId("northton-hospital");
    static final AgencyId CARE = new AgencyId("northton-csc");
    static final AgencyId POLICE = new AgencyId("northton-police");

    private final TestDatabase database = TestDatabase.fresh();
    private final Secrets secrets = Secrets.throwAway();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final Intake intake = Intake.onClock(database.transactions(), secrets, clock);
    private final Facts facts = new Facts(secrets);
    private final Identities identities = new Identities(secrets, facts);
    private final Directory directory =
            ReplayDirectory.of(List.of(), List.of(HOSPITAL, CARE, POLICE));
    private final Screening screening;
    private final Pipeline pipeline;
    private int sent;

    Northton() {
        this(Catalogue.screening());
    }

    /** With other rules than those of the catalogue. */
    Northton(Screening screening) {
        this.screening = screening;
        this.pipeline = newPipeline();
        new PostgresDirectory(database.transactions())
                .replace(ReplayDirectory.entries(List.of(), List.of(HOSPITAL, CARE, POLICE)));
        Senders senders = new Senders(database.transactions());
        for (AgencyId sender : List.of(HOSPITAL, CARE, POLICE)) {
            senders.register(Sender.of(sender, LocalDate.of(2000, 1, 1), Duration.ofDays(1)));
        }
    }

    @Override
    public void close() {
        database.close();
    }

    TestDatabase database() {
        return database;
    }

    SettableClock clock() {
        return clock;
    }

    Intake intake() {
        return intake;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    Pipeline newPipeline() {
        return newPipeline(screening);
    }

    /** One more process, with these rules. */
    Pipeline newPipeline(Screening rules) {
        return newPipeline(rules, clock);
    }

    /** One more, on a machine whose clock says something else. */
    Pipeline newPipeline(InstantSource its) {
        return newPipeline(screening, its);
    }

    private Pipeline newPipeline(Screening rules, InstantSource its) {
        return new Pipeline(
                database.transactions(),
                new Unread(secrets),
                facts,
                identities,
                _ -> directory,
                new Derivation(rules, Clocks.shipped()),
                its);
    }

    /** Works out what changes of rules would change. */
    RuleSimulation simulation() {
        return new RuleSimulation(
                database.transactions(), secrets, _ -> directory, derivation(), clock);
    }

    /** Derives everything again in another database. */
    Rebuild rebuild(TestDatabase shadow) {
        return rebuild(shadow, screening);
    }

    /** The same, by these rules. */
    Rebuild rebuild(TestDatabase shadow, Screening rules) {
        return new Rebuild(
                database.transactions(),
                shadow.transactions(),
                secrets,
                _ -> directory,
                new Derivation(rules, Clocks.shipped()));
    }

    private Derivation derivation() {
        return new Derivation(screening, Clocks.shipped());
    }

    /** Sends a message with the next number as its id; the rest of its object is given. */
    void send(AgencyId sender, String rest) {
        String message =
                "{\"sender\":\"%s\",\"id\":\"m%d\",\"sentAt\":\"%s\",%s}"
                        .formatted(sender.value(), ++sent, clock.instant(), rest);
        intake.receive(sender, message.getBytes(StandardCharsets.UTF_8));
    }

    /** A bruise on the cheek of a child of four months. */
    static String injury(String child) {
        return """
        "kind":"injury-observed","when":"2026-03-02","people":[{"role":"subject","localId":"%s",
        "names":[{"given":"Robin %s","family":"Vale%s"}],"dateOfBirth":"2025-11-01"}],
        "body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}]}
        """
                .formatted(child, child, child);
    }

    /** What the pipeline says until nothing waits. */
    List<String> run() {
        return run(pipeline);
    }

    /** What a pipeline says until nothing waits. */
    static List<String> run(Pipeline pipeline) {
        List<String> said = new ArrayList<>();
        boolean full = true;
        while (full) {
            Pipeline.Batch batch = pipeline.run();
            batch.occurrences().forEach(o -> said.addAll(words(o)));
            full = batch.full();
        }
        return said;
    }

    static List<String> words(Occurrence occurrence) {
        return switch (occurrence) {
            case Occurrence.Changed changed ->
                    ReplayLine.of(changed)
                            .map(l -> changed.change().getClass().getSimpleName() + " " + l.rule())
                            .toList();
            case Occurrence.Quarantined _ -> List.of("Quarantined");
            case Occurrence.Shown _, Occurrence.Visible _ -> List.of();
        };
    }

    /** How many rows; given is what follows FROM. */
    long count(String where) {
        return countOf("SELECT count(*) FROM " + where);
    }

    long countOf(String sql) {
        return database.owner().sql(sql).query(Long.class).single();
    }
}
