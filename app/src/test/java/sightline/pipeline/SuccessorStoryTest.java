package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.core.alerts.Derivation;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.DirectoryChange;
import sightline.core.directory.DirectoryEntries;
import sightline.core.duties.Clocks;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Catalogue;
import sightline.database.Secrets;
import sightline.database.Subject;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

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

    @Test
    void whenAnAreaIsMergedWhatIsOpenPassesToTheOthersPostsAndNothingIsNobodys() {
        DirectoryEntries now =
                ReplayDirectory.entries(
                        List.of(
                                declared(HOSPITAL, AgencyType.HOSPITAL, "northton"),
                                declared(CARE, AgencyType.CHILDRENS_SOCIAL_CARE, "northton"),
                                declared(NEXT, AgencyType.CHILDRENS_SOCIAL_CARE, "southton")),
                        List.of());
        directory.replace(now);
        new Senders(database.transactions())
                .register(Sender.of(HOSPITAL, LocalDate.of(2000, 1, 1), Duration.ofDays(1)));
        Pipeline pipeline = pipeline();
        Intake.onClock(database.transactions(), secrets, clock)
                .receive(HOSPITAL, injury().getBytes(StandardCharsets.UTF_8));
        run(pipeline);
        // The story's clock is not the database's, by which a relationship holds.
        database.owner()
                .sql("UPDATE access.relationship SET starts_at = '-infinity', ends_at = NULL")
                .update();
        assertThat(read(CARE)).isPositive();
        assertThat(read(NEXT)).isZero();

        assertThat(
                        directory.change(
                                new DirectoryChange.Merge(
                                        new AreaId("northton"),
                                        new AreaId("southton"),
                                        LAST_DAY.plusDays(1)),
                                _ -> true))
                .isTrue();
        Instant day = Instant.parse("2026-03-31T23:00:00Z");
        run(pipeline);
        while (pipeline.nextRecheck().filter(at -> !at.isAfter(day)).isPresent()) {
            clock.moveTo(pipeline.nextRecheck().orElseThrow());
            run(pipeline);
        }

        assertThat(told(NEXT)).isPositive();
        assertThat(owed(CARE)).isZero();
        assertThat(owed(NEXT)).isPositive();
        assertThat(openDutiesOfNobody()).isEmpty();
        // What was told to the successor opens it as well: this is about what it reads as the
        // other.
        database.owner()
                .sql("DELETE FROM access.relationship WHERE grantee = :next")
                .param("next", NEXT.value())
                .update();
        assertThat(read(NEXT)).isEqualTo(read(CARE)).isPositive();
        assertThat(read(NEXT, LAST_DAY)).isZero();
    }

    private static ReplayDirectory.Declared declared(AgencyId id, AgencyType type, String area) {
        return new ReplayDirectory.Declared(id.value(), Optional.empty(), type, area, List.of());
    }

    /** How many facts of the child a manager of an agency reads, under the database's policies. */
    private long read(AgencyId agency) {
        return read(agency, London.day(clock.instant()));
    }

    private long read(AgencyId agency, LocalDate today) {
        var posts =
                directory.now().havingWorkOf(agency, today).stream()
                        .map(a -> a.value() + "/duty-manager")
                        .collect(Collectors.toSet());
        var agencies =
                directory.now().havingWorkOf(agency, today).stream()
                        .map(AgencyId::value)
                        .collect(Collectors.toSet());
        var reader =
                new ReaderContext(
                        "s",
                        new UserId("manager"),
                        agency,
                        agencies,
                        Set.of(AccessRole.SOCIAL_WORK_MANAGER),
                        Set.of(),
                        posts,
                        Purpose.SECTION_47);
        SourceRecord child = SourceRecord.parse("northton-hospital:c1");
        return database.transactions()
                .asReader(
                        reader,
                        List.of(Subject.of(new PersonId("child"), List.of(child))),
                        sql -> (long) new Facts(secrets).in(sql).mentioning(List.of(child)).size());
    }

    /** Open duties none of whose owners is an agency that is open on the day. */
    private List<String> openDutiesOfNobody() {
        LocalDate today = London.day(clock.instant());
        return database
                .owner()
                .sql(
                        """
                        SELECT DISTINCT o FROM alerts.duty d, jsonb_array_elements_text(d.content -> 'owedBy') o
                         WHERE d.state IN ('running', 'overdue')
                        """)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list()
                .stream()
                .filter(owner ->
                        directory
                                .now()
                                .agency(new AgencyId(owner.substring(0, owner.indexOf('/'))))
                                .filter(a -> !a.closedOn(today))
                                .isEmpty())
                .toList();
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
