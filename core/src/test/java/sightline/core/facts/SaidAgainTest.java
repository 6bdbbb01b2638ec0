package sightline.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What two messages have in common that say one thing, and who is named with whom. */
final class SaidAgainTest {
    private static final AgencyId SCHOOL = new AgencyId("school");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final When DAY = new When.Day(LocalDate.of(2026, 3, 2));
    private static final When MOMENT = new When.At(NINE);

    @Test
    void oneEntryUnderTwoIdsCountsOnce() {
        Fact first = note("m1", DAY, NINE, "seen at home");
        Fact again = note("m2", DAY, NINE, "seen at home");

        assertThat(among(first, again).twice()).containsExactly(again.id());
    }

    @Test
    void ofOneMomentItIsOneWheneverItWasWrittenDown() {
        Fact first = note("m1", MOMENT, NINE, "seen at home");
        Fact again = note("m2", MOMENT, NINE.plusSeconds(3600), "seen at home");

        assertThat(among(first, again).twice()).containsExactly(again.id());
    }

    @Test
    void whatWasWrittenDownApartOnOneDayIsAnotherEntry() {
        Fact first = note("m1", DAY, NINE, "seen at home");
        Fact second = note("m2", DAY, NINE.plusSeconds(60), "seen at home");

        assertThat(among(first, second).none()).isTrue();
    }

    @Test
    void otherWordsAnotherTimeAnotherPersonAndAnotherSenderAreOtherEntries() {
        Fact first = note("m1", DAY, NINE, "seen at home");

        assertThat(among(first, note("m2", DAY, NINE, "seen at school")).none()).isTrue();
        assertThat(among(first, note("m2", MOMENT, NINE, "seen at home")).none()).isTrue();
        assertThat(among(first, told("m2", "other", PersonRole.SUBJECT)).none()).isTrue();
        assertThat(among(first, told("m2", "child", PersonRole.CHILD)).none()).isTrue();
    }

    @Test
    void whatItsSenderTookBackIsRepeatedByNothing() {
        Fact first = note("m1", DAY, NINE, "seen at home");
        Fact again = note("m2", DAY, NINE, "seen at home");

        assertThat(
                        SaidAgain.among(
                                        List.of(first, again),
                                        f -> f.equals(first) ? Standing.RETRACTED : Standing.STANDS)
                                .twice())
                .isEmpty();
    }

    @Test
    void oneMessageMayTellOneThingTwice() {
        Fact first = note("m1", DAY, NINE, "bruise");
        Fact beside = withOrdinal(first, 1);

        assertThat(among(first, beside).none()).isTrue();
    }

    @Test
    void whoNamesTheOneNamesTheOther() {
        Fact first = note("m1", DAY, NINE, "seen at home");
        Fact again = note("m2", DAY, NINE, "seen at home");
        Fact third = note("m3", DAY, NINE, "seen at home");
        Fact answer = naming("m4", again);

        assertThat(among(first, again, third, answer).followed(answer).references().regarding())
                .containsExactly(ref("m2"), ref("m1"), ref("m3"));
    }

    @Test
    void whoNamesWhatWasCorrectedNamesItsCorrections() {
        Fact first = note("m1", DAY, NINE, "seen at hme");
        Fact answer = naming("m2", first);
        Fact better = correcting("m3", "m1", "seen at home", "child");
        Fact best = correcting("m4", "m3", "seen at her home", "child");
        SaidAgain again = among(first, answer, better, best);

        assertThat(again.followed(answer).references().regarding())
                .containsExactly(ref("m1"), ref("m3"), ref("m4"));
        assertThat(again.before(best)).containsExactly(better, first);
        assertThat(again.before(first)).isEmpty();
    }

    @Test
    void ofTwoCorrectionsOfOneEntryTheLaterStands() {
        Fact first = note("m1", DAY, NINE, "seen at hme");
        Fact better = correcting("m2", "m1", "seen at home", "child");
        Fact best = correcting("m3", "m1", "seen at her home", "child");
        Fact answer = naming("m4", better);
        Standings standings = Standings.of(List.of(best, first, better, answer));
        SaidAgain again = among(first, better, best, answer);

        assertThat(standings.of(first)).isEqualTo(Standing.CORRECTED);
        assertThat(standings.of(better)).isEqualTo(Standing.CORRECTED);
        assertThat(standings.of(best)).isEqualTo(Standing.STANDS);
        assertThat(again.followed(answer).references().regarding())
                .containsExactly(ref("m2"), ref("m3"));
        assertThat(again.before(best)).containsExactly(better, first);
    }

    @Test
    void theSameCorrectionSentTwiceStandsOnce() {
        Fact first = note("m1", DAY, NINE, "seen at hme");
        Fact better = correcting("m2", "m1", "seen at home", "child");
        Fact again = correcting("m3", "m1", "seen at home", "child");

        assertThat(among(first, better, again).twice()).isEmpty();
        assertThat(Standings.of(List.of(first, better, again)).of(again))
                .isEqualTo(Standing.STANDS);
    }

    @Test
    void aSecondCorrectionThatWasTakenBackLeavesTheFirst() {
        Fact first = note("m1", DAY, NINE, "seen at hme");
        Fact better = correcting("m2", "m1", "seen at home", "child");
        Fact worse = correcting("m3", "m1", "seen at school", "child");
        Standings standings = Standings.of(List.of(first, better, worse, takingBack("m4", "m3")));

        assertThat(standings.of(first)).isEqualTo(Standing.CORRECTED);
        assertThat(standings.of(better)).isEqualTo(Standing.STANDS);
        assertThat(standings.of(worse)).isEqualTo(Standing.RETRACTED);
    }

    @Test
    void whoTakesAnEntryBackTakesBackWhatCorrectedIt() {
        Fact first = note("m1", DAY, NINE, "seen at hme");
        Fact better = correcting("m2", "m1", "seen at home", "child");
        Fact best = correcting("m3", "m2", "seen at her home", "child");
        Fact back = takingBack("m4", "m1");
        Fact inSpite = correcting("m5", "m1", "seen at school", "child");
        List<Fact> all = List.of(first, better, best, back, inSpite);
        Standings standings = Standings.of(all);

        assertThat(List.of(standings.of(first), standings.of(better), standings.of(best)))
                .containsOnly(Standing.RETRACTED);
        assertThat(standings.of(inSpite)).isEqualTo(Standing.STANDS);
    }

    @Test
    void twoCorrectionsThatShareAnEntryBetweenTheirChildrenBothStand() {
        Fact first = note("m1", DAY, NINE, "seen at home");
        Fact one = correcting("m2", "m1", "seen at home", "child");
        Fact other = correcting("m3", "m1", "seen at home", "brother");
        Standings standings = Standings.of(List.of(first, one, other));

        assertThat(standings.of(one)).isEqualTo(Standing.STANDS);
        assertThat(standings.of(other)).isEqualTo(Standing.STANDS);
    }

    @Test
    void aThirdCorrectionStandsInThePlaceOfTheOneThatConcernsTheSameChild() {
        Fact first = note("m1", DAY, NINE, "seen at hme");
        Fact one = correcting("m2", "m1", "seen at home", "child");
        Fact other = correcting("m3", "m1", "seen at home", "brother");
        Fact third = correcting("m4", "m1", "seen at her home", "child");
        Standings standings = Standings.of(List.of(third, other, one, first));
        SaidAgain again = among(first, one, other, third);

        assertThat(standings.of(one)).isEqualTo(Standing.CORRECTED);
        assertThat(standings.of(other)).isEqualTo(Standing.STANDS);
        assertThat(standings.of(third)).isEqualTo(Standing.STANDS);
        assertThat(again.before(third)).containsExactly(one, first);
    }

    @Test
    void anEntryWhoseOnlyCorrectionWasTakenBackCountsNoMore() {
        Fact first = note("m1", DAY, NINE, "seen at hme");
        Fact better = correcting("m2", "m1", "seen at home", "child");
        Fact best = correcting("m3", "m2", "seen at her home", "child");
        Standings corrected = Standings.of(List.of(first, better, best));
        Standings takenBack = Standings.of(List.of(first, better, best, takingBack("m4", "m3")));

        assertThat(List.of(corrected.of(first), takenBack.of(first)))
                .containsOnly(Standing.CORRECTED);
        assertThat(List.of(corrected.of(better), takenBack.of(better)))
                .containsOnly(Standing.CORRECTED);
        assertThat(takenBack.of(best)).isEqualTo(Standing.RETRACTED);
        assertThat(List.of(corrected.replaced(first), corrected.replaced(better)))
                .containsOnly(true);
        assertThat(List.of(takenBack.replaced(first), takenBack.replaced(better)))
                .containsOnly(false);
    }

    @Test
    void whatAnEarlierCorrectionTakesThePlaceOfAgainIsReplaced() {
        Fact first = note("m1", DAY, NINE, "seen at hme");
        Fact better = correcting("m2", "m1", "seen at home", "child");
        Fact worse = correcting("m3", "m1", "seen at school", "child");

        assertThat(
                        Standings.of(List.of(first, better, worse, takingBack("m4", "m3")))
                                .replaced(first))
                .isTrue();
    }

    @Test
    void anEntryThatWasSentTwiceAndMovedToAnotherChildCountsForNeither() {
        Fact first = note("m1", DAY, NINE, "seen at home");
        Fact again = note("m2", DAY, NINE, "seen at home");
        List<Fact> all = List.of(first, again);
        Standings standings = Standings.of(all, Map.of(first.position(), Standing.CORRECTED));

        assertThat(standings.of(first)).isEqualTo(Standing.CORRECTED);
        assertThat(standings.replaced(first)).isFalse();
        assertThat(SaidAgain.among(all, standings::of).twice()).containsExactly(again.id());
    }

    @Test
    void whoSendsEntryAndCorrectionTwiceIsHeardOnce() {
        Fact first = note("m1", DAY, NINE, "seen at hme");
        Fact again = note("m2", DAY, NINE, "seen at hme");
        Fact better = correcting("m3", "m1", "seen at home", "child");
        Fact betterAgain = correcting("m4", "m2", "seen at home", "child");
        Fact answer = naming("m5", betterAgain);
        SaidAgain said = among(first, again, better, betterAgain, answer);

        assertThat(said.twice()).containsExactlyInAnyOrder(again.id(), betterAgain.id());
        assertThat(said.followed(answer).references().regarding()).contains(better.id().message());
    }

    @Test
    void theRepeatOfWhatWasEndedOrCorrectedGoesWithIt() {
        Fact first = note("m1", DAY, NINE, "seen at hme");
        Fact again = note("m2", DAY, NINE, "seen at hme");
        Fact better = correcting("m3", "m1", "seen at home", "child");

        assertThat(among(first, again, better).twice()).containsExactly(again.id());
        assertThat(SaidAgain.among(List.of(first, again), _ -> Standing.ENDED).twice())
                .containsExactly(again.id());
    }

    @Test
    void whoCorrectsTheSecondOfTwoCorrectsTheFirst() {
        Fact first = note("m1", DAY, NINE, "seen at hme");
        Fact again = note("m2", DAY, NINE, "seen at hme");
        Fact better = correcting("m3", "m2", "seen at home", "child");
        SaidAgain said = among(first, again, better);
        List<Fact> followed =
                List.of(said.followed(first), said.followed(again), said.followed(better));

        assertThat(said.twice()).containsExactly(again.id());
        assertThat(Standings.of(followed).of(first)).isEqualTo(Standing.CORRECTED);
        assertThat(Standings.of(followed).of(better)).isEqualTo(Standing.STANDS);
        assertThat(said.before(better)).containsExactly(first);
    }

    @Test
    void aCorrectionAboutSomebodyElseIsAnsweredByNothingBefore() {
        Fact first = note("m1", DAY, NINE, "seen at home");
        Fact answer = naming("m2", first);
        Fact other = correcting("m3", "m1", "seen at home", "another child");
        SaidAgain again = among(first, answer, other);

        assertThat(again.follows(answer)).isFalse();
        assertThat(again.before(other)).isEmpty();
    }

    @Test
    void whoTakesOneBackTakesBackThatOneAlone() {
        Fact first = note("m1", DAY, NINE, "seen at home");
        Fact again = note("m2", DAY, NINE, "seen at home");
        Fact back = takingBack("m3", "m2");

        assertThat(among(first, again, back).follows(back)).isFalse();
    }

    private static Fact takingBack(String id, String other) {
        return fact(
                id,
                List.of(),
                DAY,
                NINE,
                new SharedBody.Retraction(Optional.of(new Text("sent twice"))),
                new References(List.of(), List.of(ref(other)), Optional.empty()));
    }

    private static SaidAgain among(Fact... facts) {
        return SaidAgain.among(Arrays.asList(facts), Standings.of(Arrays.asList(facts))::of);
    }

    private static MessageRef ref(String id) {
        return new MessageRef(SCHOOL, new MessageId(id));
    }

    private static Fact note(String id, When happened, Instant recorded, String words) {
        return fact(
                id,
                people("child", PersonRole.SUBJECT),
                happened,
                recorded,
                new SharedBody.Note(new Text(words)),
                References.NONE);
    }

    private static Fact told(String id, String child, PersonRole role) {
        return fact(
                id,
                people(child, role),
                DAY,
                NINE,
                new SharedBody.Note(new Text("seen at home")),
                References.NONE);
    }

    private static Fact naming(String id, Fact other) {
        return fact(
                id,
                people("child", PersonRole.SUBJECT),
                DAY,
                NINE,
                new SharedBody.Note(new Text("answer")),
                new References(List.of(), List.of(other.id().message()), Optional.empty()));
    }

    private static Fact correcting(String id, String other, String words, String child) {
        return fact(
                id,
                people(child, PersonRole.SUBJECT),
                DAY,
                NINE,
                new SharedBody.Note(new Text(words)),
                new References(List.of(), List.of(), Optional.of(ref(other))));
    }

    private static List<Participant> people(String child, PersonRole role) {
        return List.of(new Participant(role, new SourceRecord(SCHOOL, child)));
    }

    private static Fact withOrdinal(Fact fact, int ordinal) {
        return new Fact(
                new FactId(fact.id().message(), ordinal),
                2,
                fact.participants(),
                fact.body(),
                fact.times(),
                fact.place(),
                fact.sensitivity(),
                fact.references());
    }

    private static Fact fact(
            String id,
            List<Participant> people,
            When happened,
            Instant recorded,
            Body body,
            References references) {
        return new Fact(
                new FactId(ref(id), 0),
                Integer.parseInt(id.substring(1)),
                people,
                body,
                new Times(happened, recorded, recorded),
                Optional.empty(),
                Sensitivity.EVENT,
                references);
    }
}
