package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.identity.Fixtures.IDS;
import static sightline.core.identity.Fixtures.MONDAY;
import static sightline.core.identity.Fixtures.at;
import static sightline.core.identity.Fixtures.date;
import static sightline.core.identity.Fixtures.due;
import static sightline.core.identity.Fixtures.mother;
import static sightline.core.identity.Fixtures.nhs;
import static sightline.core.identity.Fixtures.record;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.core.identity.Explanation.Reason;
import sightline.core.identity.UndecidedPair.Held;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What every {@link IdentityIndex} does. */
public abstract class IdentityIndexContract {
    private static final SourceRecord A = record("a:1");
    private static final SourceRecord B = record("b:2");
    private static final SourceRecord C = record("c:3");
    private static final SourceRecord D = record("d:4");

    private IdentityIndex index = new InMemoryIdentityIndex();

    /** A new, empty index. */
    protected abstract IdentityIndex emptyIndex();

    @BeforeEach
    final void begin() {
        index = emptyIndex();
    }

    @Test
    void keepsDetailsWholeAndReplacesThem() {
        var first = everything().build();
        var second = at("a", "1").named("Maja", "Penhallow").build();

        index.put(Map.of(first, Set.of()));
        assertThat(index.details(Set.of(A, B))).isEqualTo(Map.of(A, first));
        index.put(Map.of(second, Set.of()));
        assertThat(index.details(Set.of(A))).isEqualTo(Map.of(A, second));
        assertThat(index.details(Set.of())).isEmpty();
    }

    @Test
    void findsTheChildrenOfMothersOfWhomNothingElseNeedBeKnown() {
        put(B);
        index.put(Map.of(at("a", "1").mother(mother("m:9")).build(), Set.of()));

        assertThat(index.childrenOf(Set.of(record("m:9"), B))).containsExactly(A);
        put(A);
        assertThat(index.childrenOf(Set.of(record("m:9")))).isEmpty();
        assertThat(index.childrenOf(Set.of())).isEmpty();
    }

    @Test
    void findsRecordsByKeyUntilTooManyShareIt() {
        var narrow = new BlockingKey("narrow", 2);
        var wide = new BlockingKey("wide", 60);
        put(A, narrow, wide);
        put(B, narrow);

        assertThat(index.blocks(Set.of(narrow, wide)))
                .isEqualTo(
                        Map.of(
                                narrow, new IdentityIndex.Block(2, Set.of(A, B)),
                                wide, new IdentityIndex.Block(1, Set.of(A))));
        put(C, narrow);
        assertThat(index.blocks(Set.of(narrow)))
                .isEqualTo(Map.of(narrow, new IdentityIndex.Block(3, Set.of())));
        put(B, wide);
        assertThat(index.blocks(Set.of(narrow)))
                .isEqualTo(Map.of(narrow, new IdentityIndex.Block(2, Set.of(A, C))));
        assertThat(sizeOf(new BlockingKey("unknown", 60))).isZero();
    }

    @Test
    void knowsTheKeysOfARecord() {
        var key = new BlockingKey("some key", 60);
        put(A, key);

        assertThat(index.blocks(keysOf(A))).isEqualTo(index.blocks(Set.of(key))).isNotEmpty();
        assertThat(index.keys(Set.of(B))).isEmpty();
    }

    @Test
    void replacesLinksOnBothEnds() {
        putAll();
        index.replaceLinks(Set.of(A), List.of(link(A, B, Certainty.LIKELY)));
        index.replaceLinks(Set.of(C), List.of(link(C, D, Certainty.POSSIBLE)));

        assertThat(index.links(Set.of(B))).containsExactly(link(A, B, Certainty.LIKELY));
        index.replaceLinks(Set.of(B), List.of(link(B, C, Certainty.LIKELY)));
        assertThat(index.links(Set.of(A))).isEmpty();
        assertThat(index.links(Set.of(C)))
                .containsExactlyInAnyOrder(
                        link(B, C, Certainty.LIKELY), link(C, D, Certainty.POSSIBLE));
    }

    @Test
    void remembersDecisionsOnceAndForgetsThoseUndone() {
        var join = decision(A, Verdict.JOIN, B, 0);
        var part = decision(A, Verdict.NOT_THE_SAME, B, 1);
        index.add(join);
        index.add(join);
        index.add(part);

        assertThat(index.decisions(Set.of(B, D))).containsExactlyInAnyOrder(join, part);
        index.remove(part);
        assertThat(index.decisions(Set.of(A))).containsExactly(join);
        assertThat(index.decisions(Set.of(D))).isEmpty();
        var later = decision(A, Verdict.JOIN, D, 2);
        index.add(later);
        assertThat(index.decisions(Set.of(D))).containsExactly(later);
        assertThat(index.decisions(Set.of(A, B))).containsExactlyInAnyOrder(join, later);
    }

    @Test
    void reachesOverJoiningLinksAndAllDecisions() {
        putAll();
        index.replaceLinks(Set.of(A), List.of(link(A, B, Certainty.LIKELY)));
        index.replaceLinks(Set.of(C), List.of(link(C, D, Certainty.POSSIBLE)));
        index.add(decision(B, Verdict.NOT_THE_SAME, C, 0));
        index.add(decision(record("e:5"), Verdict.CANNOT_TELL, A, 0));

        assertThat(index.component(Set.of(A))).containsExactlyInAnyOrder(A, B, C, record("e:5"));
        assertThat(index.component(Set.of(D))).containsExactly(D);
        assertThat(index.component(Set.of())).isEmpty();
    }

    @Test
    void knowsWhoseRecordsAreWhose() {
        putAll();
        var both = person(A, B);
        index.assign(List.of(both, person(C)));

        assertThat(index.peopleOf(Set.of(A, B, C, D)))
                .isEqualTo(Map.of(A, both.id(), B, both.id(), C, IDS.of(C)));
        assertThat(index.records(Set.of(both.id()))).isEqualTo(Map.of(both.id(), Set.of(A, B)));
        index.assign(List.of(person(A), person(B, C)));
        assertThat(index.records(Set.of(IDS.of(A), IDS.of(B), IDS.of(C))))
                .isEqualTo(Map.of(IDS.of(A), Set.of(A), IDS.of(B), Set.of(B, C)));
    }

    @Test
    void anOldIdLeadsForEverToWhoeverHoldsTheRecord() {
        putAll();
        index.assign(List.of(person(B), person(A)));
        index.assign(List.of(person(A, B)));

        assertThat(index.anchor(IDS.of(B))).contains(B);
        assertThat(index.current(IDS.of(B))).contains(IDS.of(A));
        assertThat(index.current(new PersonId("never-made"))).isEmpty();
    }

    @Test
    void replacesTheReviewQueueOfTheRecordsTouched() {
        putAll();
        index.replaceUndecided(Set.of(A, C), List.of(pair(A, B), pair(C, D)));

        assertThat(index.undecided(Set.of(B))).containsExactly(pair(A, B));
        assertThat(index.undecided(Set.of(A, B, C)))
                .containsExactlyInAnyOrder(pair(A, B), pair(C, D));
        index.replaceUndecided(Set.of(B), List.of());
        assertThat(index.undecided(Set.of(A, B, C, D))).containsExactly(pair(C, D));
    }

    @Test
    void forgetsARemovedRecordAndKeepsDecisionsAndAnchor() {
        var key = new BlockingKey("some key", 60);
        putAll();
        put(A, key);
        index.replaceLinks(Set.of(A), List.of(link(A, B, Certainty.LIKELY)));
        index.add(decision(A, Verdict.JOIN, B, 0));
        index.assign(List.of(person(A, B)));
        index.replaceUndecided(Set.of(A), List.of(pair(A, C)));

        index.remove(Set.of(A));

        assertThat(index.details(Set.of(A))).isEmpty();
        assertThat(index.keys(Set.of(A))).isEmpty();
        assertThat(sizeOf(key)).isZero();
        assertThat(index.links(Set.of(A, B))).isEmpty();
        assertThat(index.peopleOf(Set.of(A))).isEmpty();
        assertThat(index.records(Set.of(IDS.of(A)))).isEqualTo(Map.of(IDS.of(A), Set.of(B)));
        assertThat(index.undecided(Set.of(C))).isEmpty();
        assertThat(index.decisions(Set.of(A))).hasSize(1);
        assertThat(index.anchor(IDS.of(A))).contains(A);
    }

    @Test
    void liveChangesInPortionsGiveWhatAllAtOnceGives() {
        var seed = Long.getLong("seed", 77L);
        var world = new GeneratedRecords(seed, 300);
        var changes = new ArrayList<IdentityChange>();
        world.records.forEach(details -> changes.add(new IdentityChange.Recorded(details)));
        world.decisions.forEach(decision -> changes.add(new IdentityChange.Decided(decision)));
        Collections.shuffle(changes, new Random(seed));
        var live = new LiveIdentity(index, IDS);
        for (var from = 0; from < changes.size(); from += 50) {
            live.apply(changes.subList(from, Math.min(changes.size(), from + 50)));
        }

        var expected = new People(IDS).resolve(world.records, world.decisions);
        var people = new HashMap<PersonId, Set<SourceRecord>>();
        var all = new TreeSet<SourceRecord>();
        for (var person : expected.people()) {
            people.put(person.id(), person.records());
            all.addAll(person.records());
        }
        assertThat(index.records(people.keySet())).as("seed %d", seed).isEqualTo(people);
        assertThat(index.undecided(all)).containsExactlyInAnyOrderElementsOf(expected.undecided());
    }

    private static RecordDetails.Builder everything() {
        return at("a", "1")
                .named("Orla", "May", "Penhallow")
                .named(RecordName.Kind.BIRTH, "Orla", "O'Dowd")
                .named(RecordName.Kind.ALIAS, "Maja", "Penhallow")
                .born(date("2014-05-03"))
                .born(date("2014-05"))
                .born(date("2014"))
                .sex(Sex.FEMALE)
                .identifier(nhs(1))
                .at(
                        PlaceKey.parse("Flat 2, 10-12 Heron Way (formerly 3A), Westmarsh, WM1 4AB"),
                        Period.from(LocalDate.parse("2020-01-01")))
                .at(PlaceKey.parse("No fixed abode"), Period.always())
                .phone("01632 960001")
                .email("home@example.org")
                .unborn(due("2014-05-01"))
                .mother(mother("m:9"))
                .died(LocalDate.parse("2020-02-02"));
    }

    private void putAll() {
        for (var record : List.of(A, B, C, D)) {
            put(record);
        }
    }

    private void put(SourceRecord record, BlockingKey... keys) {
        index.put(Map.of(RecordDetails.about(record).build(), Set.of(keys)));
    }

    private Set<BlockingKey> keysOf(SourceRecord record) {
        return index.keys(Set.of(record)).getOrDefault(record, Set.of());
    }

    private int sizeOf(BlockingKey key) {
        return index.blocks(Set.of(key)).values().stream()
                .mapToInt(IdentityIndex.Block::size)
                .sum();
    }

    private static PersonLink link(SourceRecord a, SourceRecord b, Certainty certainty) {
        return new PersonLink(a, b, explanation(certainty));
    }

    private static UndecidedPair pair(SourceRecord a, SourceRecord b) {
        return new UndecidedPair(a, b, Held.TOO_LITTLE, explanation(Certainty.POSSIBLE));
    }

    private static Explanation explanation(Certainty certainty) {
        var lines =
                List.of(
                        new Explanation.Line(Field.GIVEN_NAME, Agreement.AGREES, 80),
                        new Explanation.Line(Field.SEX, Agreement.DIFFERS, -50));
        return new Explanation(certainty, Reason.WEIGHT, lines, PersonComparison.modelVersion());
    }

    private static Decision decision(SourceRecord a, Verdict verdict, SourceRecord b, int later) {
        return new Decision(a, b, verdict, "worker-7", MONDAY.plusSeconds(later));
    }

    private static ResolvedPerson person(SourceRecord... records) {
        var own = new TreeSet<>(List.of(records));
        return new ResolvedPerson(IDS.of(own), own, Certainty.CONFIRMED, List.of());
    }
}
