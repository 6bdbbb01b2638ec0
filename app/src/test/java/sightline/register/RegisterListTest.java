package sightline.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.AccessRole;
import sightline.access.ReaderContext;
import sightline.access.Readers;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.register.State;
import sightline.database.JobName;
import sightline.database.TestDatabase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The list of a national register: 100,000 lines, of which 20,000 are one keeper's. */
final class RegisterListTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final ReaderContext KEEPER =
            Readers.reader("amy", "north-police", AccessRole.REGISTER_KEEPER, "north");
    private static final ReaderContext WORKER =
            Readers.reader("priya", "north-police", AccessRole.SOCIAL_WORKER, "north");
    private static final RegisterAsked ALL = asked(RegisterShow.ALL);

    private static TestDatabase database;

    @BeforeAll
    static void aNationalRegister() {
        database = TestDatabase.fresh();
        database.owner()
                .sql(
                        """
                        INSERT INTO register.entry (subject, pack, state, starts, keeper, offered_to, owed, due, visit_due,
                          visit_risk)
                        SELECT 'p' || lpad(i::text, 6, '0'), 'soa-2003',
                               CASE WHEN i %% 1000 = 5 THEN 'WHEREABOUTS_UNKNOWN' WHEN i %% 100 = 10 THEN 'IN_BREACH'
                                    WHEN i %% 100 = 15 THEN 'ENDED' ELSE 'CURRENT' END,
                               '2020-01-01', CASE WHEN i %% 5 = 0 THEN 'north-police' ELSE 'south-police' END,
                               CASE WHEN i %% 1000 = 20 THEN 'south-police' WHEN i %% 1000 = 1 THEN 'north-police' END,
                               'PERIODIC', :today::date + i %% 300, :today::date - 10 + i %% 40, 'HIGH'
                          FROM generate_series(0, 99999) i;
                        INSERT INTO register.entry (subject, pack, state, starts, keeper)
                        VALUES ('p000005', 'voo-2008', 'CURRENT', '2021-01-01', 'north-police');
                        """
                                .replace("%%", "%")
                                .replace(":today", "'" + TODAY + "'"))
                .update();
        database.owner().sql("VACUUM ANALYZE register.entry").update();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static RegisterAsked asked(RegisterShow show) {
        return new RegisterAsked(show, Optional.empty(), Set.of("north-police"), TODAY);
    }

    private static <T> T read(ReaderContext reader, Function<RegisterList, T> work) {
        return database.transactions()
                .asReader(reader, List.of(), sql -> work.apply(new RegisterList(sql)));
    }

    @Test
    void countsEveryLineOfAKeeperOfMoreThanFiveThousand() {
        Map<RegisterShow, Long> counts = read(KEEPER, list -> list.counts(ALL));

        // a fifth of all, one line more, and a hundred of another area that are offered to it
        assertThat(counts)
                .containsEntry(RegisterShow.ALL, 20_101L)
                .containsEntry(RegisterShow.UNKNOWN, 100L)
                .containsEntry(RegisterShow.OVERDUE, 1_000L)
                .containsEntry(RegisterShow.OVER, 1_000L)
                .containsEntry(RegisterShow.OFFERED, 100L)
                .containsEntry(RegisterShow.HANDING_OVER, 200L);
        assertThat(read(WORKER, list -> list.counts(ALL)).values()).containsOnly(0L);
    }

    @Test
    void countsWhatItFindsForEverySort() {
        Map<RegisterShow, Long> counts = read(KEEPER, list -> list.counts(ALL));

        for (RegisterShow show : RegisterShow.values()) {
            List<RegisterLine> found = read(KEEPER, list -> list.page(asked(show), 0, 100_000));
            assertThat(found).as(show.slug()).hasSize(counts.getOrDefault(show, -1L).intValue());
        }
    }

    @Test
    void pagesHoldEveryLineOnceAndTheMostPressingFirst() {
        List<RegisterLine> all = new ArrayList<>();
        for (int skip = 0; skip < 21_000; skip += 3_000) {
            int from = skip;
            all.addAll(read(KEEPER, list -> list.page(ALL, from, 3_000)));
        }

        assertThat(all).hasSize(20_101);
        assertThat(new HashSet<>(all)).hasSize(20_101);
        List<State> states = all.stream().map(line -> line.entry().state()).distinct().toList();
        assertThat(states)
                .containsExactly(
                        State.WHEREABOUTS_UNKNOWN, State.IN_BREACH, State.CURRENT, State.ENDED);
    }

    @Test
    void aVisitOverdueBeyondTheFiveThousandthLineIsCountedAndFound() {
        RegisterList.VisitCounts counts = read(KEEPER, list -> list.visitCounts(TODAY));
        List<RegisterLine> found = read(KEEPER, list -> list.visits(0, 100_000));

        assertThat(counts.all()).isEqualTo(found.size());
        assertThat(found.stream().map(RegisterLine::subject)).doesNotHaveDuplicates();
        assertThat(found.subList(0, (int) counts.unknown()))
                .allMatch(line -> line.entry().state() == State.WHEREABOUTS_UNKNOWN);
        assertThat(found.stream().skip(counts.unknown()).filter(RegisterListTest::overdue))
                .hasSize((int) counts.overdue())
                .hasSizeGreaterThan(4_000);
        assertThat(found).anyMatch(line -> line.subject().equals(new PersonId("p099960")));
    }

    private static boolean overdue(RegisterLine line) {
        return line.entry().visit().filter(v -> v.due().isBefore(TODAY)).isPresent();
    }

    @Test
    void linesOfOtherKeepersAreLeftOutWhereTheyAreNotAskedFor() {
        var north =
                new RegisterAsked(
                        RegisterShow.ALL,
                        Optional.of(Set.of(new AgencyId("north-police"))),
                        Set.of(),
                        TODAY);

        Map<RegisterShow, Long> counts = read(KEEPER, list -> list.counts(north));

        assertThat(counts).containsEntry(RegisterShow.ALL, 20_001L);
    }

    @Test
    void theLoadOfEachKeeperIsWhatItsListsCount() {
        Map<AgencyId, RegisterLoad> loads = read(KEEPER, list -> list.loads(ALL));

        assertThat(loads.keySet()).containsExactly(north(), new AgencyId("south-police"));
        loads.forEach((keeper, load) -> {
            var its = new RegisterAsked(ALL.show(), Optional.of(Set.of(keeper)), ALL.mine(), TODAY);
            Map<RegisterShow, Long> counts = read(KEEPER, list -> list.counts(its));
            assertThat(load.counts()).as(keeper.value()).isEqualTo(counts);
        });
        RegisterLoad ours = loads.getOrDefault(north(), new RegisterLoad(0, Map.of()));
        assertThat(ours.people()).isEqualTo(ours.count(RegisterShow.UNDER) - 1);
        assertThat(ours.count(RegisterShow.UNDER))
                .isEqualTo(
                        ours.count(RegisterShow.UNKNOWN)
                                + ours.count(RegisterShow.OVERDUE)
                                + ours.count(RegisterShow.SOON)
                                + ours.count(RegisterShow.CURRENT)
                                + ours.count(RegisterShow.STANDING));
        assertThat(read(KEEPER, RegisterList::keepers)).containsExactlyElementsOf(loads.keySet());
        assertThat(read(WORKER, list -> list.loads(ALL)).keySet()).isEmpty();
    }

    private static AgencyId north() {
        return new AgencyId("north-police");
    }

    @Test
    void theCommandLineIsToldOfEverybody() {
        List<RegisterLine> all =
                database.transactions().asJob(JobName.WATCH, sql -> new RegisterList(sql).lines());

        assertThat(all).hasSize(100_001);
    }

    @Test
    void isReadInOnePassThatAsksWhoReadsOnce() {
        List<String> plan =
                database.transactions()
                        .asReader(KEEPER, List.of(), RegisterListTest::planOfCounting);

        assertThat(String.join("\n", plan)).contains("InitPlan").doesNotContain("SubPlan");
        long start = System.nanoTime();
        read(KEEPER, list -> list.counts(ALL));
        read(KEEPER, list -> list.page(ALL, 20_050, 50));
        read(KEEPER, list -> list.visitCounts(TODAY));
        read(KEEPER, list -> list.visits(9_950, 50));
        read(KEEPER, list -> list.loads(ALL));
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println("the five readings of a list of 100,000: " + millis + " ms");
        assertThat(millis).as("milliseconds, wide for busy machines").isLessThan(4_000);
    }

    private static List<String> planOfCounting(JdbcClient sql) {
        return sql.sql("EXPLAIN SELECT count(*) FROM register.entry WHERE state = 'CURRENT'")
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }
}
