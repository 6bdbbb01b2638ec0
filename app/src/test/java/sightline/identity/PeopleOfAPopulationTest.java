package sightline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.identity.IdentityChange;
import sightline.core.identity.IdentityIndex;
import sightline.core.identity.InMemoryIdentityIndex;
import sightline.core.identity.LiveIdentity;
import sightline.core.identity.People;
import sightline.core.identity.PersonIds;
import sightline.core.identity.Resolution;
import sightline.core.identity.ResolvedPerson;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.TestDatabase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * An invented population's records and decisions give the same people in every order, one by one
 * and in portions, in memory and in PostgreSQL: as all of them give at once.
 */
@Tag("ci")
final class PeopleOfAPopulationTest {
    private static final long SEED = Long.getLong("seed", 20_260_302L);
    private static final String SIZE = System.getProperty("sightline.size", "everyday");
    private static final int ORDERS = sized(5, 50, 1_000);
    private static final int RECORDS = sized(400, 2_000, 2_000);
    private static final PersonIds IDS = new PersonIds(new byte[32]);

    private final Invented world = new Invented(SEED, RECORDS);
    private final Resolution expected = new People(IDS).resolve(world.records, world.decisions);

    @Test
    void nobodyIsJoinedWithSomebodyElseAndNearlyAllRecordsFindTheirPerson() {
        var figures = IdentityBench.Figures.of(world);

        assertThat(figures.wrong()).as("seed %d: %s", SEED, figures).isZero();
        assertThat(figures.found())
                .as("seed %d: %s", SEED, figures)
                .isGreaterThan(figures.pairs() * 97 / 100);
    }

    @Test
    void everyOrderGivesTheSamePeopleInPortions() {
        for (var order = 0; order < ORDERS; order++) {
            var index = new InMemoryIdentityIndex();
            var random = new Random(SEED + order);
            inPortions(index, random, 1 + random.nextInt(RECORDS));
            assertExpected(index, order);
        }
    }

    @Test
    void oneByOneGivesTheSamePeopleAsAllAtOnce() {
        var index = new InMemoryIdentityIndex();
        inPortions(index, new Random(SEED), 1);
        assertExpected(index, 0);
    }

    @Test
    void postgresGivesTheSamePeople() {
        var database = TestDatabase.fresh();
        try {
            var index =
                    new PostgresIdentityIndex(
                            database.owner(),
                            new SealedJson(new byte[32]),
                            new RecordNames.Remembered());
            inPortions(index, new Random(SEED), 100);
            assertExpected(index, 0);
        } finally {
            database.close();
        }
    }

    @Test
    void thosePeopleAreMostlyTheTrueOnes() {
        var undecided = new People(IDS).resolve(world.records, List.of());
        var pairs = new Pairs();
        undecided.people().forEach(person -> pairs.add(person, world.truth));

        System.out.printf(
                "%d records of a population: %d people, precision %.4f, recall %.4f, to review %d"
                        + " (seed %d)%n",
                RECORDS,
                undecided.people().size(),
                pairs.precision(),
                pairs.recall(world.truth),
                undecided.undecided().size(),
                SEED);
        assertThat(pairs.precision()).isGreaterThan(0.99);
        assertThat(pairs.recall(world.truth)).isGreaterThan(0.6);
    }

    /** Pairs of records that were joined, and how many of them rightly. */
    private static final class Pairs {
        private long joined;
        private long right;

        void add(ResolvedPerson person, Map<SourceRecord, sightline.population.PersonId> truth) {
            var records = List.copyOf(person.records());
            for (var i = 0; i < records.size(); i++) {
                for (var j = i + 1; j < records.size(); j++) {
                    joined++;
                    if (Objects.equals(truth.get(records.get(i)), truth.get(records.get(j)))) {
                        right++;
                    }
                }
            }
        }

        double precision() {
            return (double) right / joined;
        }

        double recall(Map<SourceRecord, sightline.population.PersonId> truth) {
            var sizes = new HashMap<sightline.population.PersonId, Long>();
            truth.values().forEach(person -> sizes.merge(person, 1L, Long::sum));
            return (double) right
                    / sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
        }
    }

    private void inPortions(IdentityIndex index, Random random, int most) {
        List<IdentityChange> changes = new ArrayList<>();
        world.records.forEach(details -> changes.add(new IdentityChange.Recorded(details)));
        world.decisions.forEach(decision -> changes.add(new IdentityChange.Decided(decision)));
        Collections.shuffle(changes, random);
        var live = new LiveIdentity(index, IDS);
        for (var from = 0; from < changes.size(); ) {
            var until = Math.min(changes.size(), from + 1 + random.nextInt(most));
            live.apply(changes.subList(from, until));
            from = until;
        }
    }

    private void assertExpected(IdentityIndex index, int order) {
        var people = new HashMap<PersonId, Set<SourceRecord>>();
        expected.people().forEach(person -> people.put(person.id(), person.records()));
        var all = world.truth.keySet();

        assertThat(index.records(new HashSet<>(index.peopleOf(all).values())))
                .as("seed %d order %d", SEED, order)
                .isEqualTo(people);
        assertThat(index.undecided(all))
                .as("seed %d order %d", SEED, order)
                .containsExactlyInAnyOrderElementsOf(expected.undecided());
    }

    private static int sized(int everyday, int ci, int full) {
        return switch (SIZE) {
            case "full" -> full;
            case "ci" -> ci;
            default -> everyday;
        };
    }
}
