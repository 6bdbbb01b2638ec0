package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.core.alerts.Derivation;
import sightline.core.directory.Agency;
import sightline.core.directory.DirectoryEntries;
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

/** An agency closes: from that day on its alerts and duties are its successor's, and not before. */
final class SuccessorStoryTest {
    private static final AgencyId HOSPITAL = new AgencyId("northton-hospital");
    private static final AgencyId CARE = new AgencyId("northton-csc");
    private static final AgencyId NEXT = new AgencyId("southton-csc");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);

    private final TestDatabase database = TestDatabase.fresh();
    private final Secrets secrets = Secrets.throwAway();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-30T09:00:00Z"));
    private final PostgresDirectory directory = new PostgresDirectory(database.transactions());
    private final Derivation derivation =
            new Derivation(Catalogue.screening(), new Clocks(PackReader.shipped()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void alertsAndDutiesOfAClosedAgencyAreItsSuccessors() {
        DirectoryEntries now = ReplayDirectory.entries(List.of(), List.of(HOSPITAL, CARE, NEXT));
        directory.replace(now);
        new Senders(database.transactions())
                .register(Sender.of(HOSPITAL, LocalDate.of(2000, 1, 1), Duration.ofDays(1)));
        Pipeline pipeline = pipeline();
        Intake.onClock(database.transactions(), secrets, clock)
                .receive(HOSPITAL, injury().getBytes(StandardCharsets.UTF_8));
        run(pipeline);
        assertThat(owed(CARE)).isPositive();
        assertThat(told(CARE)).isPositive();

        directory.replace(closing(now));
        run(pipeline);
        assertThat(told(NEXT)).isZero();
        assertThat(owed(NEXT)).isZero();

        Instant day = Instant.parse("2026-03-31T23:00:00Z");
        assertThat(pipeline.nextRecheck().orElseThrow()).isBeforeOrEqualTo(day);
        while (pipeline.nextRecheck().filter(at -> !at.isAfter(day)).isPresent()) {
            clock.moveTo(pipeline.nextRecheck().orElseThrow());
            run(pipeline);
        }

        assertThat(told(NEXT)).isPositive();
        assertThat(owed(CARE)).isZero();
        assertThat(owed(NEXT)).isPositive();
        try (TestDatabase shadow = TestDatabase.fresh()) {
            assertThat(
                            new Rebuild(
                                            database.transactions(),
                                            shadow.transactions(),
                                            secrets,
                                            directory::now,
                                            derivation)
                                    .compare()
                                    .differences())
                    .isEmpty();
        }
    }

    private static DirectoryEntries closing(DirectoryEntries now) {
        List<Agency> agencies = new ArrayList<>();
        now.agencies()
                .forEach(
                        a -> agencies.add(a.id().equals(CARE) ? a.succeededBy(NEXT, LAST_DAY) : a));
        return new DirectoryEntries(
                now.areas(),
                agencies,
                now.teams(),
                now.posts(),
                now.holders(),
                now.covers(),
                now.leaves(),
                now.rotas(),
                now.routes(),
                now.schools());
    }

    private long told(AgencyId agency) {
        return count("alerts.told WHERE what = 'alert' AND recipient LIKE '%s/%%'", agency);
    }

    private long owed(AgencyId agency) {
        return count(
                "alerts.duty WHERE state IN ('running', 'overdue') AND clock NOT LIKE 'alert.%%'"
                        + " AND content ->> 'owedBy' LIKE '%%%s/%%'",
                agency);
    }

    private long count(String from, AgencyId agency) {
        return database.owner()
                .sql("SELECT count(*) FROM " + from.formatted(agency.value()))
                .query(Long.class)
                .single();
    }

    private Pipeline pipeline() {
        Facts facts = new Facts(secrets);
        return new Pipeline(
                database.transactions(),
                new Unread(secrets),
                facts,
                new Identities(secrets, facts),
                directory::now,
                derivation,
                clock);
    }

    private static void run(Pipeline pipeline) {
        while (pipeline.run().full()) {}
    }

    private static String injury() {
        return """
        {"sender":"northton-hospital","id":"m1","sentAt":"2026-03-30T08:00:00Z","kind":"injury-observed",
        "when":"2026-03-30","people":[{"role":"subject","localId":"c1",
        "names":[{"given":"Robin","family":"Vale"}],"dateOfBirth":"2026-01-01"}],
        "body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}]}}
        """;
    }
}
