package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.core.alerts.Derivation;
import sightline.core.directory.Directory;
import sightline.core.duties.Clocks;
import sightline.core.duties.PackReader;
import sightline.core.kernel.AgencyId;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** From a message to what follows, through the real system but for its pages. */
final class PipelineTest {
    private static final AgencyId HOSPITAL = new AgencyId("northton-hospital");
    private static final AgencyId CARE = new AgencyId("northton-csc");
    private static final AgencyId POLICE = new AgencyId("northton-police");

    private final TestDatabase database = TestDatabase.fresh();
    private final Secrets secrets = Secrets.throwAway();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final Intake intake = Intake.onClock(database.transactions(), secrets, clock);
    private final Facts facts = new Facts(secrets);
    private final Identities identities = new Identities(secrets, facts);
    private final Derivation derivation =
            new Derivation(Catalogue.screening(), new Clocks(PackReader.shipped()));
    private Directory directory = ReplayDirectory.of(List.of(), List.of(HOSPITAL, CARE, POLICE));
    private Pipeline pipeline = pipeline();
    private int sent;

    @BeforeEach
    void register() {
        new PostgresDirectory(database.transactions())
                .replace(ReplayDirectory.entries(List.of(), List.of(HOSPITAL, CARE, POLICE)));
        Senders senders = new Senders(database.transactions());
        for (AgencyId sender : List.of(HOSPITAL, CARE, POLICE)) {
            senders.register(Sender.of(sender, LocalDate.of(2000, 1, 1), Duration.ofDays(1)));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aMarkOnABabyWhoCannotMoveRaisesAnAlertWithDutiesAndAWorkList() {
        send(HOSPITAL, injury("c1"));

        List<String> said = run();

        assertThat(said).contains("Raised AL-01", "Started strategy", "Started seen.24h");
        assertThat(count("alerts.alert WHERE rule = 'AL-01' AND state = 'open'")).isEqualTo(1);
        assertThat(count("alerts.told WHERE recipient LIKE 'northton-csc/%'")).isPositive();
        assertThat(count("access.relationship WHERE grantee = 'northton-csc'")).isPositive();
    }

    @Test
    void runningAgainSaysNothingNew() {
        send(HOSPITAL, injury("c1"));
        run();

        assertThat(run()).isEmpty();
    }

    @Test
    void timeAloneMakesADutyLateAndTheLadderIsClimbedOnce() {
        send(HOSPITAL, injury("c1"));
        run();

        List<String> said = new ArrayList<>();
        Instant end = clock.instant().plus(Duration.ofDays(3));
        while (pipeline.nextRecheck().filter(n -> n.isBefore(end)).isPresent()) {
            clock.moveTo(pipeline.nextRecheck().orElseThrow());
            said.addAll(run());
        }

        assertThat(said).containsOnlyOnce("Overdue seen.24h");
        assertThat(said).contains("Escalated seen.24h");
    }

    @Test
    void whatAWithdrawnEntrySupportedIsWithdrawnAloud() {
        send(HOSPITAL, injury("c1"));
        run();

        send(
                HOSPITAL,
                "\"kind\":\"retraction\",\"regarding\":[\"m1\"],\"body\":{\"reason\":\"wrong child\"}");

        assertThat(run()).contains("Withdrawn AL-01");
        assertThat(count("alerts.alert WHERE state = 'withdrawn'")).isPositive();
    }

    @Test
    void anUnreadableMessageIsSetAsideAndTheNextGoesOn() {
        intake.receive(
                HOSPITAL,
                "{\"sender\":\"northton-hospital\",\"id\":\"x\",\"kind\":\"nonsense\"}"
                        .getBytes(StandardCharsets.UTF_8));
        send(HOSPITAL, injury("c1"));

        assertThat(run()).contains("Quarantined", "Raised AL-01");
    }

    @Test
    void severalPipelinesOnOneDatabaseReadEachMessageOnce() throws Exception {
        for (int i = 0; i < 150; i++) {
            send(HOSPITAL, injury("c" + i));
        }
        List<Future<Integer>> taken = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 3; i++) {
                taken.add(pool.submit(this::drain));
            }
        }

        int messages = 0;
        for (Future<Integer> each : taken) {
            messages += each.get();
        }
        assertThat(messages).isEqualTo(150);
        assertThat(count("facts.fact WHERE kind = 'injury-observed'")).isEqualTo(150);
        assertThat(count("alerts.alert WHERE rule = 'AL-01'")).isEqualTo(150);
        assertThat(count("facts.head WHERE position = (SELECT max(position) FROM facts.fact)"))
                .isEqualTo(1);
        assertThat(count("facts.fact")).isEqualTo(countOf("SELECT position FROM facts.head"));
    }

    private int drain() {
        Pipeline own = pipeline();
        int taken = 0;
        for (int empty = 0; empty < 3; ) {
            int messages = own.run().messages();
            taken += messages;
            empty = messages == 0 ? empty + 1 : 0;
        }
        return taken;
    }

    private Pipeline pipeline() {
        return new Pipeline(
                database.transactions(),
                new Unread(secrets),
                facts,
                identities,
                _ -> directory,
                derivation,
                clock);
    }

    @Test
    void aNewRecordOfAParentIsLookedAtForTheChildWhoDependsOnThem() {
        send(
                HOSPITAL,
                """
                "kind":"birth","when":"2026-03-01","people":[
                {"role":"child","localId":"c9","names":[{"given":"Noa","family":"Prewett"}],
                 "dateOfBirth":"2026-03-01"},
                {"role":"father","localId":"f9","names":[{"given":"Callum","family":"Prewett"}],
                 "dateOfBirth":"1998-11-17","identifiers":[{"type":"nhs","value":"9990012377"}]}],
                "body":{"injuryAtBirth":false}
                """);
        run();

        send(
                POLICE,
                """
                "kind":"conviction","when":"2020-05-12","people":[
                {"role":"offender","localId":"x9","names":[{"given":"Callum","family":"Prewett"}],
                 "dateOfBirth":"1998-11-17","identifiers":[{"type":"nhs","value":"9990012377"}]}],
                "body":{"offence":{"wording":"Child cruelty","group":"child-cruelty","victimAge":2}}
                """);

        assertThat(run()).contains("Raised AL-02");
    }

    private void send(AgencyId sender, String rest) {
        String message =
                "{\"sender\":\"%s\",\"id\":\"m%d\",\"sentAt\":\"%s\",%s}"
                        .formatted(sender.value(), ++sent, clock.instant(), rest);
        intake.receive(sender, message.getBytes(StandardCharsets.UTF_8));
    }

    private static String injury(String child) {
        return """
        "kind":"injury-observed","when":"2026-03-02","people":[{"role":"subject","localId":"%s",
        "names":[{"given":"Robin %s","family":"Vale%s"}],"dateOfBirth":"2025-11-01"}],
        "body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}]}
        """
                .formatted(child, child, child);
    }

    private List<String> run() {
        List<String> said = new ArrayList<>();
        boolean full = true;
        while (full) {
            Pipeline.Batch batch = pipeline.run();
            batch.occurrences().forEach(o -> said.addAll(words(o)));
            full = batch.full();
        }
        return said;
    }

    private static List<String> words(Occurrence occurrence) {
        return switch (occurrence) {
            case Occurrence.Changed changed ->
                    ReplayLine.of(changed)
                            .map(l -> changed.change().getClass().getSimpleName() + " " + l.rule())
                            .toList();
            case Occurrence.Quarantined _ -> List.of("Quarantined");
            case Occurrence.Shown _, Occurrence.Visible _ -> List.of();
        };
    }

    private long count(String where) {
        return countOf("SELECT count(*) FROM " + where);
    }

    private long countOf(String sql) {
        return database.owner().sql(sql).query(Long.class).single();
    }
}
