package sightline.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.Standing.CORRECTED;
import static sightline.core.facts.Standing.RETRACTED;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What every ledger does; each implementation subclasses it. */
public abstract class LedgerContractTest {
    private static final AgencyId GP = new AgencyId("westmarsh-gp");

    /** An empty ledger. */
    protected abstract Ledger ledger();

    @Test
    void givesGapFreePositionsInTheOrderOfAppending() {
        Ledger ledger = ledger();

        List<Fact> first = ledger.append(List.of(note("a", 0, "one"), note("a", 1, "one")));
        List<Fact> second = ledger.append(List.of(note("b", 0, "two")));

        assertThat(first).extracting(Fact::position).containsExactly(1L, 2L);
        assertThat(second).extracting(Fact::position).containsExactly(3L);
        assertThat(ledger.last()).isEqualTo(3);
    }

    @Test
    void appendingTwiceIsAppendingOnce() {
        Ledger ledger = ledger();
        Fact held = ledger.append(List.of(note("a", 0, "one"))).getFirst();

        Fact again = ledger.append(List.of(note("a", 0, "one"))).getFirst();

        assertThat(again.position()).isEqualTo(held.position());
        assertThat(ledger.last()).isEqualTo(1);
    }

    @Test
    void findsTheFactsThatMentionARecord() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one"), note("b", 0, "two"), note("c", 0, "one")));

        List<Fact> found = ledger.mentioning(List.of(new SourceRecord(GP, "one")));

        assertThat(found).extracting(f -> f.id().message().id().value()).containsExactly("a", "c");
    }

    @Test
    void leavesOutEntriesOfAKindThatSayNothingElseButTheNewestOfEachRecord() {
        Ledger ledger = ledger();
        SourceRecord one = new SourceRecord(GP, "one");
        SourceRecord two = new SourceRecord(GP, "two");
        Fact third = entry("c", "one");
        ledger.append(
                List.of(
                        entry("a", "one"),
                        with(entry("b", "one"), new Participant(PersonRole.MOTHER, two)),
                        entry("t", "two"),
                        third,
                        regarding(entry("d", "one"), third.id().message()),
                        entry("e", "one"),
                        as(entry("f", "one"), PersonRole.UNBORN_CHILD),
                        note("p", 0, "one")));

        assertThat(told(ledger.mentioningBut(List.of(one), Set.of("note"))))
                .containsExactly("b", "d", "e", "f", "p");
        assertThat(told(ledger.mentioningBut(List.of(one, two), Set.of("note"))))
                .containsExactly("b", "t", "d", "e", "f", "p");
        assertThat(told(ledger.mentioningBut(List.of(one), Set.of("concern"))))
                .containsExactly("a", "b", "c", "d", "e", "f", "p");
        assertThat(told(ledger.mentioningBut(List.of(one), Set.of("note"), 2)))
                .containsExactly("b", "c", "d", "e", "f", "p");
        assertThat(told(ledger.mentioningBut(List.of(one, two), Set.of("note"), 9)))
                .containsExactly("a", "b", "t", "c", "d", "e", "f", "p");
        assertThat(told(ledger.mentioningBut(List.of(one), Set.of())))
                .containsExactly("a", "b", "c", "d", "e", "f", "p");
    }

    private static Fact entry(String message, String localId) {
        Fact note = note(message, 0, localId);
        return of(note, note.participants(), References.NONE);
    }

    private static List<String> told(List<Fact> facts) {
        return facts.stream().map(f -> f.id().message().id().value()).toList();
    }

    private static Fact with(Fact fact, Participant more) {
        return of(fact, List.of(fact.participants().getFirst(), more), fact.references());
    }

    private static Fact as(Fact fact, PersonRole role) {
        SourceRecord record = fact.participants().getFirst().record();
        return of(fact, List.of(new Participant(role, record)), fact.references());
    }

    private static Fact regarding(Fact fact, MessageRef message) {
        return of(
                fact,
                fact.participants(),
                new References(List.of(), List.of(message), Optional.empty()));
    }

    private static Fact of(Fact fact, List<Participant> people, References references) {
        return new Fact(
                fact.id(),
                fact.position(),
                people,
                fact.body(),
                fact.times(),
                Optional.empty(),
                fact.sensitivity(),
                references);
    }

    @Test
    protected void givesBackWhatWasAppended() {
        Ledger ledger = ledger();
        Fact fact = note("a", 0, "one");

        ledger.append(List.of(fact));

        assertThat(ledger.ofMessages(List.of(fact.id().message()))).containsExactly(fact.at(1));
    }

    @Test
    void aCorrectionThatMovesAnEntryToAnotherRecordWithdrawsItFromTheFirst() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one"), note("b", 0, "one"), note("c", 0, "two")));
        assertThat(ledger.withdrawn(ONE).keySet()).isEmpty();

        ledger.append(List.of(correcting("d", "two", "a"), correcting("e", "two", "never-sent")));

        assertThat(ledger.withdrawn(ONE).keySet()).containsExactly(1L);
        assertThat(ledger.withdrawn(TWO)).isEmpty();
        assertThat(ledger.mentioning(ONE)).extracting(Fact::position).containsExactly(1L, 2L);
    }

    @Test
    void oneWhoDidNotSendAMessageWithdrawsNothingOfIt() {
        Ledger ledger = ledger();
        Fact other = note("a", 0, "one");
        ledger.append(List.of(other));

        ledger.append(List.of(like(other, strange("d"), "two", Optional.of(other.id().message()))));

        assertThat(ledger.withdrawn(ONE).keySet()).isEmpty();
    }

    @Test
    void whatIsCorrectedInTheSameBatchIsWithdrawn() {
        Ledger ledger = ledger();

        ledger.append(List.of(note("a", 0, "one"), correcting("d", "two", "a")));

        assertThat(ledger.withdrawn(ONE).keySet()).containsExactly(1L);
    }

    @Test
    void whatIsCorrectedBeforeItComesIsWithdrawnOnceItComes() {
        Ledger ledger = ledger();
        ledger.append(List.of(correcting("d", "two", "a"), correcting("e", "two", "b")));

        ledger.append(List.of(note("a", 0, "one"), note("c", 0, "one")));
        ledger.append(List.of(note("b", 0, "one")));

        assertThat(ledger.withdrawn(ONE).keySet()).containsExactlyInAnyOrder(3L, 5L);
    }

    @Test
    void inOneBatchAsWell() {
        Ledger ledger = ledger();

        ledger.append(List.of(correcting("d", "two", "a"), note("a", 0, "one")));

        assertThat(ledger.withdrawn(ONE).keySet()).containsExactly(2L);
    }

    @Test
    void aCorrectionThatIsTakenBackGivesNothingBack() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one"), correcting("d", "two", "a")));

        ledger.append(List.of(takingBack("e", "two", "d")));

        assertThat(ledger.withdrawn(ONE).keySet()).containsExactly(1L);
        assertThat(ledger.withdrawn(TWO).keySet()).containsExactly(2L);
    }

    @Test
    void whoIsDescribedBesideWhatLiesApartIsNoneOfWhomItConcerns() {
        Ledger ledger = ledger();
        ledger.append(apart(note("a", 0, "one")));
        ledger.append(apart(correcting("b", "one", "a")));

        ledger.append(apart(correcting("c", "two", "a")));

        assertThat(ledger.withdrawn(THREE).keySet()).containsExactly(2L);
    }

    /** The same, lying apart from who is described beside it. */
    private static List<Fact> apart(Fact fact) {
        return List.of(
                new Fact(
                        fact.id(),
                        0,
                        fact.participants(),
                        fact.body(),
                        fact.times(),
                        Optional.empty(),
                        Sensitivity.THIRD_PARTY,
                        fact.references()),
                new Fact(
                        new FactId(fact.id().message(), 1),
                        0,
                        List.of(new Participant(PersonRole.SUBJECT, THREE.getFirst())),
                        new PersonBody.Person(
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()),
                        fact.times(),
                        Optional.empty(),
                        Sensitivity.CORE,
                        fact.references()));
    }

    @Test
    void whatTwoCorrectionsShareIsWithdrawnFromAllWhomItNamed() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one"), note("b", 0, "one")));

        ledger.append(List.of(correcting("d", "one", "a"), correcting("e", "two", "a")));
        ledger.append(List.of(correcting("f", "two", "d")));

        assertThat(ledger.withdrawn(ONE).keySet()).containsExactlyInAnyOrder(1L, 3L);
        assertThat(ledger.withdrawn(TWO).keySet()).isEmpty();
    }

    @Test
    void whoTakesAnEntryBackTakesBackWhatCorrectedItAboutSomebodyElse() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one"), correcting("b", "two", "a")));
        ledger.append(List.of(correcting("c", "three", "b")));

        ledger.append(List.of(takingBack("r", "one", "a"), correcting("d", "two", "a")));

        assertThat(ledger.withdrawn(ONE)).isEqualTo(Map.of(1L, RETRACTED));
        assertThat(ledger.withdrawn(TWO)).isEqualTo(Map.of(2L, RETRACTED));
        assertThat(ledger.withdrawn(THREE)).isEqualTo(Map.of(3L, RETRACTED));
        assertThat(ledger.withdrawnOf(refs("a", "b", "c", "d", "r")))
                .isEqualTo(Map.of(ref("a"), RETRACTED, ref("b"), RETRACTED, ref("c"), RETRACTED));
    }

    @Test
    void whatCorrectsSomethingAfterItWasTakenBackWasSentInSpiteOfThat() {
        Ledger ledger = ledger();
        ledger.append(List.of(takingBack("r", "one", "a")));

        ledger.append(List.of(correcting("b", "two", "a"), note("a", 0, "one")));

        assertThat(ledger.withdrawn(TWO)).isEmpty();
        assertThat(ledger.withdrawn(ONE)).isEqualTo(Map.of(3L, RETRACTED));
    }

    @Test
    void aCorrectionThatComesAfterARetractionThatWasSentLaterIsTakenBackWithTheEntry() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one")));
        ledger.append(List.of(sent(10, takingBack("r", "one", "a"))));

        ledger.append(List.of(sent(5, correcting("b", "two", "a"))));

        assertThat(ledger.withdrawn(TWO)).isEqualTo(Map.of(3L, RETRACTED));
        assertThat(ledger.withdrawnOf(refs("a", "b")))
                .isEqualTo(Map.of(ref("a"), RETRACTED, ref("b"), RETRACTED));
    }

    @Test
    void aCorrectionThatWasSentAfterTheRetractionAndComesBeforeItStands() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one"), sent(10, correcting("b", "two", "a"))));

        ledger.append(List.of(sent(5, takingBack("r", "one", "a"))));

        assertThat(ledger.withdrawnOf(refs("a", "b"))).isEqualTo(Map.of(ref("a"), RETRACTED));
    }

    @Test
    void ofTwoCorrectionsTheOneThatWasSentLaterStandsInWhicheverOrderTheyCome() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one"), sent(10, correcting("b", "one", "a"))));

        ledger.append(List.of(sent(5, correcting("c", "one", "a"))));

        assertThat(ledger.withdrawn(ONE)).isEqualTo(Map.of(1L, CORRECTED, 3L, CORRECTED));
    }

    @Test
    void inWhicheverOrderTheyComeTheSameIsWithdrawn() {
        List<Fact> told =
                List.of(
                        note("a", 0, "one"),
                        sent(2, correcting("b", "one", "a")),
                        sent(4, with(correcting("c", "two", "b"), ONE.getFirst())),
                        sent(5, takingBack("r", "one", "b")),
                        sent(6, correcting("d", "one", "a")),
                        sent(7, correcting("e", "one", "d")),
                        sent(9, takingBack("s", "one", "e")),
                        sent(8, correcting("f", "two", "e")),
                        sent(10, correcting("g", "one", "a")),
                        sent(11, correcting("h", "one", "a")));
        long seed = Long.getLong("seed", 20_260_302);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<MessageRef, Standing> expected =
                Map.of(
                        ref("a"), CORRECTED,
                        ref("b"), RETRACTED,
                        ref("c"), RETRACTED,
                        ref("d"), CORRECTED,
                        ref("e"), RETRACTED,
                        ref("f"), RETRACTED,
                        ref("g"), CORRECTED);

        for (int order = 0; order < ORDERS; order++) {
            String end = "-" + order;
            List<Fact> shuffled = new ArrayList<>(told.stream().map(f -> of(end, f)).toList());
            Collections.shuffle(shuffled, random);
            Ledger ledger = ledger();
            shuffled.forEach(fact -> ledger.append(List.of(fact)));
            Map<MessageRef, Standing> withdrawn = new HashMap<>();
            expected.forEach((message, standing) -> withdrawn.put(of(end, message), standing));
            Set<MessageRef> asked = new HashSet<>(withdrawn.keySet());
            asked.add(of(end, ref("h")));

            assertThat(ledger.withdrawnOf(asked)).as("%s", shuffled).isEqualTo(withdrawn);
        }
    }

    @Test
    void whoTakesARetractionBackGivesNothingBack() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one"), correcting("b", "two", "a")));
        ledger.append(List.of(takingBack("r", "one", "a")));

        ledger.append(List.of(takingBack("s", "one", "r"), correcting("c", "one", "r")));

        assertThat(ledger.withdrawnOf(refs("a", "b", "r")))
                .isEqualTo(Map.of(ref("a"), RETRACTED, ref("b"), RETRACTED, ref("r"), RETRACTED));
        assertThat(ledger.withdrawnOf(refs("c"))).isEmpty();
    }

    @Test
    void aRetractionThatAlsoCorrectsDoesBoth() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one"), note("b", 0, "one")));
        Fact back = takingBack("r", "one", "a");

        ledger.append(
                List.of(
                        new Fact(
                                back.id(),
                                0,
                                back.participants(),
                                back.body(),
                                back.times(),
                                Optional.empty(),
                                Sensitivity.CORE,
                                new References(
                                        List.of(),
                                        back.references().regarding(),
                                        Optional.of(ref("b"))))));

        assertThat(ledger.withdrawn(ONE)).isEqualTo(Map.of(1L, RETRACTED, 2L, CORRECTED));
    }

    @Test
    void oneThatNamesAnothersMessageWithdrawsNothingThoughItsOwnSenderLaterCorrectsIt() {
        Ledger ledger = ledger();
        Fact entry = note("a", 0, "one");
        MessageRef strange = strange("d");
        ledger.append(List.of(entry));
        ledger.append(
                List.of(
                        like(entry, strange, "two", Optional.of(ref("a"))),
                        as(takingBack("x", "one", "a"), strange("x"))));

        ledger.append(List.of(correcting("b", "one", "a")));

        assertThat(ledger.withdrawnOf(List.of(ref("a"), ref("b"), strange)))
                .isEqualTo(Map.of(ref("a"), CORRECTED));
        assertThat(told(ledger.ofEntries(refs("a")))).containsExactly("a", "b");
    }

    /** Of another sender. */
    private static MessageRef strange(String message) {
        return new MessageRef(new AgencyId("eastholme-gp"), new MessageId(message));
    }

    /** The same in an entry of its own. */
    private static MessageRef of(String end, MessageRef message) {
        return new MessageRef(message.sender(), new MessageId(message.id().value() + end));
    }

    private static Fact of(String end, Fact fact) {
        References said = fact.references();
        return new Fact(
                new FactId(of(end, fact.id().message()), 0),
                0,
                fact.participants(),
                fact.body(),
                fact.times(),
                fact.place(),
                fact.sensitivity(),
                new References(
                        said.addressees(),
                        said.regarding().stream().map(m -> of(end, m)).toList(),
                        said.corrects().map(m -> of(end, m))));
    }

    /** The same, sent so many minutes after midnight and received at noon. */
    private static Fact sent(int minutes, Fact fact) {
        Times times = fact.times();
        Instant noon = times.received().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));
        return new Fact(
                fact.id(),
                0,
                fact.participants(),
                fact.body(),
                new Times(
                        times.happened(),
                        times.recorded(),
                        noon.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofMinutes(minutes)),
                        noon),
                fact.place(),
                fact.sensitivity(),
                fact.references());
    }

    @Test
    void whoTakesACorrectionBackLeavesWhatItCorrectedCorrected() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one"), correcting("b", "two", "a")));

        ledger.append(List.of(correcting("c", "three", "b"), takingBack("r", "three", "b")));

        assertThat(ledger.withdrawnOf(refs("a", "b", "c")))
                .isEqualTo(Map.of(ref("a"), CORRECTED, ref("b"), RETRACTED, ref("c"), RETRACTED));
    }

    @Test
    void whomTheLaterOfTwoCorrectionsNoLongerNamesTheEarlierIsWithdrawnFrom() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one")));
        ledger.append(List.of(with(correcting("b", "one", "a"), TWO.getFirst())));
        assertThat(ledger.withdrawn(TWO)).isEmpty();

        ledger.append(List.of(correcting("c", "one", "a")));
        assertThat(ledger.withdrawn(TWO)).isEqualTo(Map.of(2L, CORRECTED));

        ledger.append(List.of(takingBack("r", "one", "c")));
        assertThat(ledger.withdrawn(TWO)).isEmpty();
        assertThat(ledger.withdrawn(ONE)).isEqualTo(Map.of(1L, CORRECTED, 3L, RETRACTED));
    }

    @Test
    void inOneBatchAndTheOtherWayAboutAsWell() {
        Ledger ledger = ledger();

        ledger.append(
                List.of(
                        takingBack("r", "one", "c"),
                        correcting("d", "one", "b"),
                        with(correcting("b", "one", "a"), TWO.getFirst()),
                        with(correcting("c", "one", "a"), THREE.getFirst()),
                        note("a", 0, "one")));

        assertThat(ledger.withdrawnOf(refs("a", "b", "c", "d", "r")))
                .isEqualTo(Map.of(ref("a"), CORRECTED, ref("b"), CORRECTED, ref("c"), RETRACTED));
        assertThat(ledger.withdrawn(TWO)).isEqualTo(Map.of(3L, CORRECTED));
        assertThat(ledger.withdrawn(THREE)).isEqualTo(Map.of(4L, RETRACTED));
    }

    @Test
    void oneWhoDidNotSendItTakesNothingBackOfWhatCorrectedIt() {
        Ledger ledger = ledger();
        Fact back = takingBack("r", "one", "a");
        MessageRef other = strange("r");
        ledger.append(List.of(note("a", 0, "one"), correcting("b", "two", "a")));

        ledger.append(List.of(as(back, other)));

        assertThat(ledger.withdrawnOf(refs("a", "b"))).isEqualTo(Map.of(ref("a"), CORRECTED));
    }

    @Test
    void givesWithAMessageAllThatWasToldInThePlaceOfOneEntry() {
        Ledger ledger = ledger();
        ledger.append(
                List.of(
                        note("a", 0, "one"),
                        correcting("b", "two", "a"),
                        correcting("c", "one", "b"),
                        correcting("d", "one", "never-sent"),
                        correcting("e", "one", "d"),
                        note("f", 0, "one")));

        assertThat(told(ledger.ofEntries(refs("b")))).containsExactly("a", "b", "c");
        assertThat(told(ledger.ofEntries(refs("c", "f")))).containsExactly("a", "b", "c", "f");
        assertThat(told(ledger.ofEntries(refs("never-sent")))).containsExactly("d", "e");
        assertThat(ledger.ofEntries(List.of())).isEmpty();
    }

    @Test
    void messagesThatCorrectEachOtherAreCorrectedBoth() {
        Ledger ledger = ledger();

        ledger.append(List.of(correcting("a", "one", "b"), correcting("b", "two", "a")));
        ledger.append(List.of(correcting("c", "one", "c"), takingBack("r", "two", "a")));

        assertThat(ledger.withdrawnOf(refs("a", "b", "c")))
                .isEqualTo(Map.of(ref("a"), RETRACTED, ref("b"), RETRACTED, ref("c"), CORRECTED));
        assertThat(told(ledger.ofEntries(refs("a")))).containsExactly("a", "b");
    }

    private static MessageRef ref(String message) {
        return new MessageRef(GP, new MessageId(message));
    }

    private static List<MessageRef> refs(String... messages) {
        return Stream.of(messages).map(LedgerContractTest::ref).toList();
    }

    private static Fact with(Fact fact, SourceRecord beside) {
        return with(fact, new Participant(PersonRole.MOTHER, beside));
    }

    private static Fact as(Fact fact, MessageRef message) {
        return new Fact(
                new FactId(message, 0),
                0,
                fact.participants(),
                fact.body(),
                fact.times(),
                fact.place(),
                fact.sensitivity(),
                fact.references());
    }

    private static final int ORDERS = 20;
    private static final List<SourceRecord> THREE = List.of(new SourceRecord(GP, "three"));
    private static final List<SourceRecord> TWO = List.of(new SourceRecord(GP, "two"));
    private static final List<SourceRecord> ONE = List.of(new SourceRecord(GP, "one"));

    private static Fact correcting(String message, String localId, String corrected) {
        return like(
                note(message, 0, localId),
                new MessageRef(GP, new MessageId(message)),
                localId,
                Optional.of(new MessageRef(GP, new MessageId(corrected))));
    }

    private static Fact takingBack(String message, String localId, String other) {
        Fact note = note(message, 0, localId);
        return new Fact(
                note.id(),
                0,
                note.participants(),
                new SharedBody.Retraction(Optional.empty()),
                note.times(),
                Optional.empty(),
                Sensitivity.CORE,
                new References(
                        List.of(),
                        List.of(new MessageRef(GP, new MessageId(other))),
                        Optional.empty()));
    }

    private static Fact like(
            Fact note, MessageRef message, String localId, Optional<MessageRef> corrects) {
        return new Fact(
                new FactId(message, 0),
                0,
                List.of(new Participant(PersonRole.SUBJECT, new SourceRecord(GP, localId))),
                note.body(),
                note.times(),
                note.place(),
                note.sensitivity(),
                new References(List.of(), List.of(), corrects));
    }

    @Test
    void readsOnFromAPositionInPages() {
        Ledger ledger = ledger();
        ledger.append(List.of(note("a", 0, "one"), note("b", 0, "two"), note("c", 0, "one")));

        assertThat(ledger.after(0, 2)).extracting(Fact::position).containsExactly(1L, 2L);
        assertThat(ledger.after(2, 2)).extracting(Fact::position).containsExactly(3L);
        assertThat(ledger.after(3, 2)).isEmpty();
    }

    private static Fact note(String message, int ordinal, String localId) {
        Instant at = Instant.parse("2026-03-02T09:12:00Z");
        return new Fact(
                new FactId(new MessageRef(GP, new MessageId(message)), ordinal),
                0,
                List.of(new Participant(PersonRole.SUBJECT, new SourceRecord(GP, localId))),
                new SharedBody.Note(new Text("seen at the desk")),
                new Times(When.parse("2026-03"), at, at),
                Optional.of(
                        new Address(
                                new Text("1 Mill Row"),
                                Optional.empty(),
                                Optional.of("100"),
                                false)),
                Sensitivity.EVENT,
                References.NONE);
    }
}
