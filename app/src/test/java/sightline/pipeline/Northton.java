package sightline.pipeline;

import sightline.core.alerts.Derivation;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.duties.Clocks;
import sightline.core.kernel.AgencyId;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Screening;
import sightline.core.upkeep.SiteClocks;
import sightline.core.upkeep.SiteDutyKind;
import sightline.core.upkeep.SiteLimits;
import sightline.database.JobName;
import sightline.database.TestDatabase;
import sightline.database.Transactions;
import sightline.feeds.BreakerLimits;
import sightline.feeds.FeedHealths;
import sightline.feeds.Intake;
import sightline.feeds.Pauses;
import sightline.upkeep.SiteDuties;
import sightline.upkeep.SiteWatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** One area with three senders, its database, and a pipeline whose clock stands until moved. */
final class Northton implements AutoCloseable {
    static final AgencyId HOSPITAL = new AgencyId("northton-hospital");
    static final AgencyId CARE = new AgencyId("northton-csc");
    static final AgencyId POLICE = new AgencyId("northton-police");

    private static final List<AgencyId> SENDERS = List.of(HOSPITAL, CARE, POLICE);

    private final Installation installation =
            new Installation(Instant.parse("2026-03-02T09:00:00Z"));
    private final Screening screening;
    private final Pipeline pipeline;

    Northton() {
        this(Catalogue.screening());
    }

    /** With other rules than those of the catalogue. */
    Northton(Screening screening) {
        this.screening = screening;
        this.pipeline = newPipeline();
        installation.directory().replace(ReplayDirectory.entries(List.of(), SENDERS));
        installation.senders(SENDERS);
    }

    @Override
    public void close() {
        installation.close();
    }

    TestDatabase database() {
        return installation.database();
    }

    SettableClock clock() {
        return installation.clock();
    }

    Intake intake() {
        return installation.intake();
    }

    Pipeline pipeline() {
        return pipeline;
    }

    Pipeline newPipeline() {
        return newPipeline(screening);
    }

    /** One more process, with these rules. */
    Pipeline newPipeline(Screening rules) {
        return installation.newPipeline(derivation(rules));
    }

    /** One more, on a machine whose clock says something else. */
    Pipeline newPipeline(InstantSource its) {
        return installation.newPipeline(derivation(screening), its);
    }

    /** Works out what changes of rules would change. */
    RuleSimulation simulation() {
        return new RuleSimulation(
                database().transactions(),
                installation.secrets(),
                installation.directory()::now,
                derivation(screening),
                clock());
    }

    /** Derives everything again in another database. */
    Rebuild rebuild(TestDatabase shadow) {
        return rebuild(shadow, screening);
    }

    /** The same, by these rules. */
    Rebuild rebuild(TestDatabase shadow, Screening rules) {
        return new Rebuild(
                database().transactions(),
                shadow.transactions(),
                installation.secrets(),
                installation.directory()::now,
                derivation(rules));
    }

    private static Derivation derivation(Screening rules) {
        return new Derivation(rules, Clocks.shipped());
    }

    void send(AgencyId sender, String rest) {
        installation.send(sender, rest);
    }

    void send(AgencyId sender, Instant sentAt, String rest) {
        installation.send(sender, sentAt, rest);
    }

    /** Takes a message of the sender's own back. */
    static String retraction(String message) {
        return "\"kind\":\"retraction\",\"regarding\":[\"%s\"],\"body\":{\"reason\":\"wrong child\"}"
                .formatted(message);
    }

    /** The rest of a message, in the place of another of the sender's own. */
    static String correcting(String message, String rest) {
        return "\"corrects\":\"%s\",%s".formatted(message, rest);
    }

    /** Who owes that of the installation, as the watch sees it now. */
    List<String> owes(SiteDutyKind kind) {
        Transactions transactions = database().transactions();
        new SiteWatch(
                        transactions,
                        new FeedHealths(),
                        new Pauses(transactions, BreakerLimits.DEFAULT),
                        _ -> new DirectoryBuilder().build(),
                        new SiteClocks(SiteLimits.DEFAULT))
                .look(clock().instant());
        return transactions.asJob(JobName.WATCH, SiteDuties::open).stream()
                .filter(d -> d.kind() == kind)
                .flatMap(d -> d.owedBy().stream())
                .toList();
    }

    /** In what the projections would differ if everything were derived again. */
    List<Rebuild.Difference> rebuilt() {
        try (TestDatabase shadow = TestDatabase.fresh()) {
            return rebuild(shadow).compare().differences();
        }
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

    long count(String where) {
        return installation.count(where);
    }

    long countOf(String sql) {
        return installation.countOf(sql);
    }
}
