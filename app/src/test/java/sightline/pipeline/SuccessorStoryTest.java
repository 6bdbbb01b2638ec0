package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.DirectoryChange;
import sightline.core.directory.DirectoryEntries;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.Subject;

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

    /** A mark on a baby who does not crawl. */
    private static final String INJURY =
            """
            "kind":"injury-observed","when":"2026-03-30","people":[{"role":"subject","localId":"c1",
            "names":[{"given":"Robin","family":"Vale"}],"dateOfBirth":"2026-01-01"}],
            "body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}]}
            """;

    private static final Instant DAY = Instant.parse("2026-03-31T23:00:00Z");

    private final Installation world = new Installation(Instant.parse("2026-03-30T09:00:00Z"));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void alertsAndDutiesOfAClosedAgencyAreItsSuccessors() {
        DirectoryEntries now = ReplayDirectory.entries(List.of(), List.of(HOSPITAL, CARE, NEXT));
        world.directory().replace(now);
        world.senders(List.of(HOSPITAL));
        world.send(HOSPITAL, INJURY);
        world.run();
        assertThat(owed(CARE)).isPositive();
        assertThat(told(CARE)).isPositive();

        world.directory().replace(closing(now));
        world.run();
        assertThat(told(NEXT)).isZero();
        assertThat(owed(NEXT)).isZero();

        assertThat(world.pipeline().nextRecheck().orElseThrow()).isBeforeOrEqualTo(DAY);
        untilTheDay();

        assertThat(told(NEXT)).isPositive();
        assertThat(owed(CARE)).isZero();
        assertThat(owed(NEXT)).isPositive();
        assertThat(world.rebuilt()).isEmpty();
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
        world.directory().replace(now);
        world.senders(List.of(HOSPITAL));
        world.send(HOSPITAL, INJURY);
        world.run();
        // The story's clock is not the database's, by which a relationship holds.
        world.database()
                .owner()
                .sql("UPDATE access.relationship SET starts_at = '-infinity', ends_at = NULL")
                .update();
        assertThat(read(CARE)).isPositive();
        assertThat(read(NEXT)).isZero();

        assertThat(
                        world.directory()
                                .change(
                                        new DirectoryChange.Merge(
                                                new AreaId("northton"),
                                                new AreaId("southton"),
                                                LAST_DAY.plusDays(1)),
                                        _ -> true))
                .isTrue();
        world.run();
        untilTheDay();

        assertThat(told(NEXT)).isPositive();
        assertThat(owed(CARE)).isZero();
        assertThat(owed(NEXT)).isPositive();
        assertThat(openDutiesOfNobody()).isEmpty();
        // What was told to the successor opens it as well: this is about what it reads as the
        // other.
        world.database()
                .owner()
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
        return read(agency, London.day(world.clock().instant()));
    }

    private long read(AgencyId agency, LocalDate today) {
        var posts =
                world.directory().now().havingWorkOf(agency, today).stream()
                        .map(a -> a.value() + "/duty-manager")
                        .collect(Collectors.toSet());
        var agencies =
                world.directory().now().havingWorkOf(agency, today).stream()
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
        return world.database()
                .transactions()
                .asReader(
                        reader,
                        List.of(Subject.of(new PersonId("child"), List.of(child))),
                        sql -> (long) world.facts().in(sql).mentioning(List.of(child)).size());
    }

    /** Open duties none of whose owners is an agency that is open on the day. */
    private List<String> openDutiesOfNobody() {
        LocalDate today = London.day(world.clock().instant());
        return world
                .texts(
                        """
                        SELECT DISTINCT o FROM alerts.duty d, jsonb_array_elements_text(d.content -> 'owedBy') o
                         WHERE d.state IN ('running', 'overdue')
                        """)
                .stream()
                .filter(owner ->
                        world.directory()
                                .now()
                                .agency(new AgencyId(owner.substring(0, owner.indexOf('/'))))
                                .filter(a -> !a.closedOn(today))
                                .isEmpty())
                .toList();
    }

    /** Takes everything up that time brings until the successor begins. */
    private void untilTheDay() {
        Pipeline pipeline = world.pipeline();
        while (pipeline.nextRecheck().filter(at -> !at.isAfter(DAY)).isPresent()) {
            world.moveTo(pipeline.nextRecheck().orElseThrow());
        }
    }

    private static DirectoryEntries closing(DirectoryEntries now) {
        return closing(now, CARE, NEXT);
    }

    /** That an agency closes on a day of March and another takes its place. */
    static DirectoryEntries closing(DirectoryEntries now, AgencyId one, AgencyId next) {
        List<Agency> agencies = new ArrayList<>();
        now.agencies()
                .forEach(a -> agencies.add(a.id().equals(one) ? a.succeededBy(next, LAST_DAY) : a));
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
        return world.count(
                "alerts.told WHERE what = 'alert' AND recipient LIKE '%s/%%'"
                        .formatted(agency.value()));
    }

    private long owed(AgencyId agency) {
        return world.count(
                ("alerts.duty WHERE state IN ('running', 'overdue') AND clock NOT LIKE 'alert.%%'"
                                + " AND content ->> 'owedBy' LIKE '%%%s/%%'")
                        .formatted(agency.value()));
    }
}
