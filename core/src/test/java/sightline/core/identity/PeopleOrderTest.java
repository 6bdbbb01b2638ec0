package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.identity.Fixtures.IDS;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * The same records and decisions give the same people, in whatever order and portions they come.
 */
@Tag("ci")
final class PeopleOrderTest {
    private static final long SEED = Long.getLong("seed", 20_260_302L);
    private static final int RECORDS = 2_000;

    /** So small that blocks become crowded and empty again all the time. */
    private static final int SMALL_LIMIT = 5;

    private final int orders = TestSize.chosen().of(8, 100, 1_000);

    @Test
    void randomOrdersGiveTheSamePeopleAtOnceAndInPortions() {
        var world = new GeneratedRecords(SEED, RECORDS);
        var people = new People(IDS);
        var expected = people.resolve(world.records, world.decisions);
        assertThat(expected.people()).hasSizeBetween(RECORDS / 5, RECORDS);

        for (var order = 0; order < orders; order++) {
            var random = new Random(SEED + order);
            var records = new ArrayList<>(world.records);
            var decisions = new ArrayList<>(world.decisions);
            Collections.shuffle(records, random);
            Collections.shuffle(decisions, random);

            assertThat(people.resolve(records, decisions))
                    .as("seed %d order %d", SEED, order)
                    .isEqualTo(expected);
            assertLive(world, expected, random, BlockingKeys.DETAIL_LIMIT, order);
        }
    }

    @Test
    void oneByOneGivesTheSameAsAllAtOnce() {
        var world = new GeneratedRecords(SEED + 1, RECORDS);
        var expected = new People(IDS).resolve(world.records, world.decisions);
        var index = new InMemoryIdentityIndex();
        var live = new LiveIdentity(index, IDS);

        shuffled(world, new Random(SEED)).forEach(change -> live.apply(List.of(change)));

        assertSame(index, world.records, expected, "seed " + SEED);
    }

    @Test
    void crowdedKeysAreLeftOutByKeyAndNeverByArrival() {
        var world = new GeneratedRecords(SEED + 2, 600);
        var expected = new People(IDS, SMALL_LIMIT).resolve(world.records, world.decisions);
        for (var order = 0; order < orders; order++) {
            assertLive(world, expected, new Random(SEED + order), SMALL_LIMIT, order);
        }
    }

    /** Of an agency's number and one's own neither may differ from the other. */
    @Test
    void anAgencysTelephoneBesideOnesOwnSaysTheSameInEveryOrder() {
        var world = new GeneratedRecords(SEED + 7, 600);
        var own = new Random(SEED + 7);
        world.records.replaceAll(details -> withPhones(details, own));
        var expected = new People(IDS).resolve(world.records, world.decisions);
        for (var order = 0; order < orders; order++) {
            assertLive(world, expected, new Random(SEED + order), BlockingKeys.DETAIL_LIMIT, order);
        }
    }

    private static RecordDetails withPhones(RecordDetails of, Random random) {
        var agencys = "01632 960999";
        var own = "07700 9%05d".formatted(random.nextInt(100_000));
        var phones =
                switch (random.nextInt(3)) {
                    case 0 -> List.of(agencys);
                    case 1 -> List.of(own);
                    default -> List.of(agencys, own);
                };
        return new RecordDetails(
                of.record(),
                of.names(),
                of.datesOfBirth(),
                of.sex(),
                of.identifiers(),
                of.stays(),
                phones,
                of.emails(),
                of.unborn(),
                of.mother(),
                of.died());
    }

    @Test
    void correctionsRemovalsAndUndoneDecisionsLeaveNoTrace() {
        var world = new GeneratedRecords(SEED + 3, 600);
        var other = new GeneratedRecords(SEED + 4, 600);
        for (var order = 0; order < orders; order++) {
            var random = new Random(SEED + order);
            var index = new InMemoryIdentityIndex();
            var live = new LiveIdentity(index, IDS, SMALL_LIMIT);
            var changes = shuffled(world, random);
            changes.addAll(random.nextInt(changes.size()), wrongDetails(world, other));
            changes.addAll(random.nextInt(changes.size()), decided(other, world));
            inPortions(changes, random, live);
            inPortions(undone(other, world), random, live);
            inPortions(corrected(world, other, random), random, live);

            assertSame(
                    index,
                    world.records,
                    new People(IDS, SMALL_LIMIT).resolve(world.records, world.decisions),
                    "seed " + SEED + " order " + order);
        }
    }

    /** Each mother is known to three agencies, and one decides after the other who she is. */
    @Test
    void whatIsDecidedOfMothersCountsForTheirChildrenInEveryOrderAndUndoneLeavesNoTrace() {
        var moved = 0;
        for (var order = 0; order < orders; order++) {
            var random = new Random(SEED + order);
            var mothers = mothers();
            var records = childrenOf(mothers, random);
            var children = List.copyOf(records);
            // Persons may decide about mothers of whom nothing is recorded.
            records.addAll(mothers.subList(0, mothers.size() / 2));
            var decisions = aboutMothers(mothers, random);
            var undone = aboutMothers(mothers, random);
            undone.removeAll(decisions);
            var changes = new ArrayList<IdentityChange>();
            records.forEach(it -> changes.add(new IdentityChange.Recorded(it)));
            decisions.forEach(it -> changes.add(new IdentityChange.Decided(it)));
            undone.forEach(it -> changes.add(new IdentityChange.Decided(it)));
            Collections.shuffle(changes, random);
            undone.forEach(it -> changes.add(new IdentityChange.Undone(it)));
            var index = new InMemoryIdentityIndex();
            var live = new LiveIdentity(index, IDS);
            changes.forEach(change -> live.apply(List.of(change)));

            var people = new People(IDS);
            var expected = people.resolve(records, decisions);
            assertSame(index, records, expected, "seed " + SEED + " order " + order);
            var decided = people.resolve(children, decisions).people();
            moved += decided.equals(people.resolve(children, List.of()).people()) ? 0 : 1;
        }
        assertThat(moved).as("seed %d", SEED).isPositive();
    }

    private static List<RecordDetails> mothers() {
        var mothers = new ArrayList<RecordDetails>();
        for (var family = 1; family <= 4; family++) {
            for (var agency : List.of("school", "health", "police")) {
                mothers.add(Fixtures.at(agency, "m" + family).build());
            }
        }
        return mothers;
    }

    private static List<RecordDetails> childrenOf(List<RecordDetails> mothers, Random random) {
        var children = new ArrayList<RecordDetails>();
        for (var mother : mothers) {
            var family = mother.record().localId().substring(1);
            var home = PlaceKey.parse("12 Heron Way, Westmarsh, WM%s 4AB".formatted(family));
            for (var name : List.of("Orla", "Ivo", "Grace")) {
                var child =
                        Fixtures.at(mother.record().agency().value(), "c" + children.size())
                                .named(name, "Penhallow")
                                .at(home, Period.always())
                                .mother(Fixtures.mother(mother.record().text()));
                children.add(
                        random.nextBoolean()
                                ? child.born(Fixtures.date("2014-05-03")).build()
                                : child.build());
            }
        }
        return children;
    }

    private static Set<Decision> aboutMothers(List<RecordDetails> mothers, Random random) {
        var decisions = new HashSet<Decision>();
        while (decisions.size() < 10) {
            var one = mothers.get(random.nextInt(mothers.size()));
            var other = mothers.get(random.nextInt(mothers.size()));
            if (!one.equals(other)) {
                var verdict =
                        random.nextInt(3) > 0
                                ? Verdict.JOIN
                                : random.nextBoolean() ? Verdict.NOT_THE_SAME : Verdict.CANNOT_TELL;
                decisions.add(Fixtures.decided(one, verdict, other, random.nextInt(4)));
            }
        }
        return decisions;
    }

    @Test
    void noAutomaticStepOverrulesADecision() {
        var world = new GeneratedRecords(SEED + 5, RECORDS);
        var resolution = new People(IDS).resolve(world.records, world.decisions);
        var personOf = new HashMap<SourceRecord, PersonId>();
        resolution
                .people()
                .forEach(person -> person.records().forEach(it -> personOf.put(it, person.id())));

        for (var decision : Decisions.inForce(world.decisions)) {
            if (resolution.overruled().contains(decision)) {
                continue;
            }
            var together =
                    Objects.equals(personOf.get(decision.first()), personOf.get(decision.second()));
            switch (decision.verdict()) {
                case JOIN -> assertThat(together).as("%s", decision).isTrue();
                case NOT_THE_SAME -> assertThat(together).as("%s", decision).isFalse();
                case CANNOT_TELL -> {}
            }
        }
    }

    @Test
    void twoThousandRecordsTakeLessThanTwoSecondsAndAreMostlyRight() {
        var world = new GeneratedRecords(SEED + 6, RECORDS);
        var people = new People(IDS);
        people.resolve(world.records.subList(0, RECORDS / 2), List.of());

        var processor = ManagementFactory.getThreadMXBean();
        var start = processor.getCurrentThreadCpuTime();
        var resolution = people.resolve(world.records, List.of());
        var taken = Duration.ofNanos(processor.getCurrentThreadCpuTime() - start);

        var pairs = new Pairs();
        resolution.people().forEach(person -> pairs.add(person, world.truth));
        System.out.printf(
                "2,000 records: %d ms of one processor, precision %.4f, recall %.4f, to review %d (seed %d)%n",
                taken.toMillis(),
                pairs.precision(),
                pairs.recall(world.truth),
                resolution.undecided().size(),
                SEED);
        assertThat(taken).isLessThan(Duration.ofSeconds(2));
        assertThat(pairs.precision()).isGreaterThan(0.99);
        assertThat(pairs.recall(world.truth)).isGreaterThan(0.6);
    }

    /** Pairs of records that were joined, and how many of them rightly. */
    private static final class Pairs {
        private long joined;
        private long right;

        void add(ResolvedPerson person, Map<SourceRecord, Integer> truth) {
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

        double recall(Map<SourceRecord, Integer> truth) {
            var sizes = new HashMap<Integer, Long>();
            truth.values().forEach(person -> sizes.merge(person, 1L, Long::sum));
            return (double) right
                    / sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
        }
    }

    private void assertLive(
            GeneratedRecords world, Resolution expected, Random random, int limit, int order) {
        var index = new InMemoryIdentityIndex();
        inPortions(shuffled(world, random), random, new LiveIdentity(index, IDS, limit));
        assertSame(index, world.records, expected, "seed " + SEED + " order " + order);
    }

    private static void inPortions(List<IdentityChange> changes, Random random, LiveIdentity live) {
        for (var from = 0; from < changes.size(); ) {
            var until = Math.min(changes.size(), from + 1 + random.nextInt(400));
            live.apply(changes.subList(from, until));
            from = until;
        }
    }

    private static List<IdentityChange> shuffled(GeneratedRecords world, Random random) {
        var changes = new ArrayList<IdentityChange>();
        world.records.forEach(details -> changes.add(new IdentityChange.Recorded(details)));
        world.decisions.forEach(decision -> changes.add(new IdentityChange.Decided(decision)));
        Collections.shuffle(changes, random);
        return changes;
    }

    /**
     * Details of other people under records of this world, and of records that it does not have.
     */
    private static List<IdentityChange> wrongDetails(
            GeneratedRecords world, GeneratedRecords other) {
        var wrong = new ArrayList<IdentityChange>();
        for (var i = 0; i < 150; i++) {
            var details = other.records.get(i * 4);
            wrong.add(new IdentityChange.Recorded(details));
            wrong.add(
                    new IdentityChange.Recorded(
                            renamed(details, world.records.get(i * 3).record())));
        }
        return wrong;
    }

    private static RecordDetails renamed(RecordDetails of, SourceRecord record) {
        return new RecordDetails(
                record,
                of.names(),
                of.datesOfBirth(),
                of.sex(),
                of.identifiers(),
                of.stays(),
                of.phones(),
                of.emails(),
                of.unborn(),
                of.mother(),
                of.died());
    }

    private static List<IdentityChange> decided(GeneratedRecords other, GeneratedRecords world) {
        return new ArrayList<>(
                foreign(other, world).stream().map(IdentityChange.Decided::new).toList());
    }

    private static List<IdentityChange> undone(GeneratedRecords other, GeneratedRecords world) {
        return new ArrayList<>(
                foreign(other, world).stream().map(IdentityChange.Undone::new).toList());
    }

    /** Decisions that this world does not hold. */
    private static Set<Decision> foreign(GeneratedRecords other, GeneratedRecords world) {
        var foreign = new HashSet<>(other.decisions);
        world.decisions.forEach(foreign::remove);
        return foreign;
    }

    /** The right details of every record again, and the removal of every other. */
    private static List<IdentityChange> corrected(
            GeneratedRecords world, GeneratedRecords other, Random random) {
        var changes = new ArrayList<IdentityChange>();
        var own = new TreeSet<SourceRecord>();
        for (var details : world.records) {
            own.add(details.record());
            changes.add(new IdentityChange.Recorded(details));
        }
        for (var i = 0; i < 150; i++) {
            var record = other.records.get(i * 4).record();
            if (!own.contains(record)) {
                changes.add(new IdentityChange.Removed(record));
            }
        }
        Collections.shuffle(changes, random);
        return changes;
    }

    private static void assertSame(
            InMemoryIdentityIndex index,
            List<RecordDetails> records,
            Resolution expected,
            String description) {
        var all = new TreeSet<SourceRecord>();
        records.forEach(details -> all.add(details.record()));
        var people = new HashMap<PersonId, Set<SourceRecord>>();
        expected.people().forEach(person -> people.put(person.id(), person.records()));

        assertThat(index.records(Set.copyOf(index.peopleOf(all).values())))
                .as(description)
                .isEqualTo(people);
        assertThat(index.undecided(all))
                .as(description)
                .containsExactlyInAnyOrderElementsOf(expected.undecided());
    }
}
