package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.story.Said.bruise;
import static sightline.core.story.Said.injury;
import static sightline.core.story.Said.mark;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;

final class RepeatedOrUnexplainedInjuryTest {
    private final Story story = new Story();
    private final Who baby = story.person("baby", "2023-09-01");
    private final Who two = story.person("two", "2022-01-01");
    private final Who five = story.person("five", "2019-01-01");

    @Test
    void aSecondInjuryUnderOneCountsWhateverLiesBetween() {
        seen(baby, "2023-09-20T10:00", bruise(Site.FACE, Mechanism.FALL));
        asked(baby).silent("2023-09-20T10:00");
        Fact second = seen(baby, "2024-08-30T10:00", bruise(Site.BACK, Mechanism.BITTEN));

        Finding finding = asked(baby).only("2024-08-30T10:00");
        assertThat(finding.item()).isEqualTo(second.id().text());
        assertThat(Asked.told(finding))
                .containsExactly(
                        "childrens-social-care/duty-manager",
                        "hospital/paediatrician-on-call",
                        "police/investigation-supervisor");
    }

    @Test
    void fromOneToThreeSixMonthsCount() {
        seen(two, "2024-01-10T10:00", bruise(Site.BACK, Mechanism.FALL));
        seen(two, "2024-07-10T10:00", bruise(Site.FACE, Mechanism.BITTEN));
        asked(two).only("2024-07-10T10:00");

        seen(two, "2025-01-11T10:00", bruise(Site.EAR, Mechanism.TRAPPED));
        assertThat(asked(two).alerts("2025-01-11T10:00")).hasSize(1);
    }

    @Test
    void fromFourThreeMonthsCount() {
        seen(five, "2024-01-10T10:00", bruise(Site.BACK, Mechanism.FALL));
        seen(five, "2024-04-11T10:00", bruise(Site.FACE, Mechanism.BITTEN));
        asked(five).silent("2024-04-11T10:00");

        seen(five, "2024-07-11T10:00", bruise(Site.EAR, Mechanism.TRAPPED));
        asked(five).only("2024-07-11T10:00");
    }

    @Test
    void ordinaryInjuriesAreCountedAndShownOnly() {
        seen(five, "2024-01-10T10:00", bruise(Site.SHIN, Mechanism.FALL));
        seen(five, "2024-01-20T10:00", bruise(Site.KNEE));
        seen(five, "2024-02-10T10:00", bruise(Site.FACE, Mechanism.BITTEN));

        asked(five).silent("2024-02-10T10:00");
        List<Finding> shown =
                story.findings(rule(), five, "2024-02-10T10:00").stream()
                        .filter(f -> f.matter().equals("ordinary-injuries"))
                        .toList();
        assertThat(shown).hasSize(2).noneMatch(Finding::alerts);
        assertThat(shown.getLast().headline().value()).endsWith("12 months: 2");
        assertThat(Asked.told(shown.getLast())).containsExactly("hospital/safeguarding-lead");
    }

    @Test
    void noExplanationIsAReasonAtAnyNumber() {
        seen(five, "2024-01-10T10:00", bruise(Site.BACK));
        assertThat(Asked.path(asked(five).only("2024-01-10T10:00")))
                .contains("No explanation is recorded");
    }

    @Test
    void notKnownIsNoExplanationAndWordsAreOne() {
        seen(five, "2024-01-10T10:00", bruise(Site.BACK, Mechanism.NOT_KNOWN));
        asked(five).only("2024-01-10T10:00");

        seen(
                two,
                "2024-01-10T10:00",
                new sightline.core.facts.HealthBody.InjuryObserved(
                        List.of(mark(MarkKind.BRUISE, Site.BACK)),
                        List.of(Said.words("fell off the bed")),
                        new When.Unknown(),
                        java.util.Optional.empty(),
                        false,
                        java.util.Optional.empty()));
        asked(two).silent("2024-01-10T10:00");
    }

    @Test
    void aChangedExplanationCountsFromTheSecondTelling() {
        Fact first = seen(five, "2024-01-10T10:00", bruise(Site.BACK, Mechanism.FALL));
        asked(five).silent("2024-01-10T10:00");
        story.at("2024-01-12T10:00")
                .from("gp")
                .about(five)
                .regarding(first)
                .says(bruise(Site.BACK, Mechanism.KNOCKED_BY_ANIMAL));

        assertThat(asked(five).only("2024-01-12T10:00").since())
                .isEqualTo(Story.instant("2024-01-12T10:00"));
    }

    @Test
    void aFractureBroughtMoreThanTwelveHoursLateCounts() {
        seen(
                five,
                "2024-01-10T10:00",
                injury(
                        List.of(mark(MarkKind.FRACTURE, Site.FOREARM)),
                        When.parse("2024-01-09T21:00Z"),
                        Mechanism.FALL));

        assertThat(Asked.path(asked(five).only("2024-01-10T10:00")))
                .contains("Brought more than 12 hours after it happened");
    }

    @Test
    void theSameExplanationAgainCountsWhateverLiesBetween() {
        seen(five, "2021-01-10T10:00", bruise(Site.BACK, Mechanism.HOT_LIQUID));
        seen(five, "2024-01-10T10:00", bruise(Site.FACE, Mechanism.HOT_LIQUID));

        assertThat(Asked.path(asked(five).only("2024-01-10T10:00")))
                .contains("The same explanation as for an earlier injury: hot liquid");
    }

    @Test
    void aBrothersInjuryCountsFromWhenTheTieIsKnownAndNamesNoSource() {
        Who mother = story.person("mother", "1990-01-01");
        parent(two, mother, "2022-01-02T10:00");
        Fact brothers = seen(five, "2021-01-10T10:00", bruise(Site.BACK, Mechanism.HOT_LIQUID));
        seen(two, "2024-01-10T10:00", bruise(Site.FACE, Mechanism.HOT_LIQUID));
        asked(two).silent("2024-01-10T10:00");
        parent(five, mother, "2024-01-11T10:00");

        Finding finding = asked(two).only("2024-01-11T10:00");
        assertThat(finding.since()).isEqualTo(Story.instant("2024-01-11T10:00"));
        assertThat(finding.path())
                .filteredOn(s -> s.facts().contains(brothers.id()))
                .extracting(s -> s.source().value())
                .containsExactly("sightline");
    }

    @Test
    void aRetractedFirstInjuryTakesTheFindingAway() {
        Fact first = seen(baby, "2023-12-20T10:00", bruise(Site.FACE, Mechanism.FALL));
        seen(baby, "2024-01-30T10:00", bruise(Site.BACK, Mechanism.BITTEN));
        asked(baby).only("2024-01-30T10:00");
        story.at("2024-01-31T10:00")
                .from("hospital")
                .about(baby)
                .regarding(first)
                .says(Said.retraction());

        asked(baby).silent("2024-01-31T10:00");
    }

    @Test
    void anEarlierInjuryThatArrivesLateCompletesTheEvidence() {
        seen(baby, "2024-01-30T10:00", bruise(Site.BACK, Mechanism.BITTEN));
        story.at("2024-02-02T10:00")
                .from("gp")
                .about(baby)
                .happened("2024-01-05")
                .says(bruise(Site.FACE, Mechanism.FALL));

        assertThat(asked(baby).only("2024-02-02T10:00").since())
                .isEqualTo(Story.instant("2024-02-02T10:00"));
    }

    @Test
    void twelveHoursToTheMinuteAreNotLate() {
        seen(
                five,
                "2024-01-10T10:00",
                injury(
                        List.of(mark(MarkKind.SCALD, Site.FOREARM)),
                        When.parse("2024-01-09T22:00Z"),
                        Mechanism.HOT_LIQUID));
        asked(five).silent("2024-01-10T10:00");

        seen(
                two,
                "2024-01-10T10:00",
                injury(
                        List.of(mark(MarkKind.SCALD, Site.FOREARM)),
                        When.parse("2024-01-09T21:59Z"),
                        Mechanism.HOT_LIQUID));
        asked(two).only("2024-01-10T10:00");
    }

    @Test
    void policeAreNotToldOfAMarkThatIsOnTheBirthRecord() {
        Body unexplained = injury(List.of(mark(MarkKind.BRUISE, Site.BUTTOCK)), new When.Unknown());
        seen(baby, "2024-01-10T10:00", unexplained);
        assertThat(Asked.told(asked(baby).only("2024-01-10T10:00")))
                .contains("police/investigation-supervisor");

        story.at("2024-01-11T10:00")
                .from("maternity")
                .about(baby)
                .happened("2023-09-01")
                .says(new HealthBody.Birth(List.of(mark(MarkKind.BIRTHMARK, Site.BUTTOCK)), false));
        assertThat(Asked.told(asked(baby).only("2024-01-11T10:00")))
                .containsExactly(
                        "childrens-social-care/duty-manager", "hospital/paediatrician-on-call");
    }

    private void seenOnTheTenth(Who who, String written) {
        story.at(written)
                .from("hospital")
                .about(who)
                .happened("2024-01-10")
                .says(
                        injury(
                                List.of(mark(MarkKind.FRACTURE, Site.FOREARM)),
                                When.parse("2024-01-09T18:00Z"),
                                Mechanism.FALL));
    }

    @Test
    void ofASightWithTheDayAloneTheHourAtWhichItWasWrittenOnThatDayCounts() {
        seenOnTheTenth(five, "2024-01-10T21:25");
        asked(five).only("2024-01-10T21:25");

        seenOnTheTenth(two, "2024-01-11T21:25");
        asked(two).silent("2024-01-11T21:25");
    }

    @Test
    void whoWasToldOfAnInjuryHearsThatItWasExplainedOtherwiseSince() {
        seen(two, "2024-01-02T10:00", bruise(Site.BACK, Mechanism.FALL));
        Fact again = seen(two, "2024-01-09T10:00", bruise(Site.CHEEK, Mechanism.FALL));
        assertThat(asked(two).only("2024-01-09T10:00").item()).isEqualTo(again.id().text());
        story.at("2024-01-10T20:00")
                .from("gp")
                .about(two)
                .says(bruise(Site.CHEEK, Mechanism.KNOCKED_BY_ANIMAL));

        List<Finding> found =
                story.findings(rule(), two, "2024-01-10T20:00").stream()
                        .filter(Finding::alerts)
                        .toList();

        assertThat(found).hasSize(2);
        assertThat(found).extracting(Finding::matter).containsOnly("injuries");
        assertThat(found).extracting(Finding::itself).containsOnly(again.id().text());
        assertThat(found.getLast().since()).isEqualTo(Story.instant("2024-01-10T20:00"));
        assertThat(Asked.told(found.getLast()))
                .contains("childrens-social-care/duty-manager", "police/investigation-supervisor");
    }

    @Test
    void ofASightWithTheMonthAloneTheHourAtWhichItWasWrittenInThatMonthCounts() {
        seenInJanuary(five, "2024-01-10T21:25");
        asked(five).only("2024-01-10T21:25");

        seenInJanuary(two, "2024-02-01T21:25");
        asked(two).silent("2024-02-01T21:25");
    }

    private void seenInJanuary(Who who, String written) {
        story.at(written)
                .from("hospital")
                .about(who)
                .happened("2024-01")
                .says(
                        injury(
                                List.of(mark(MarkKind.BURN, Site.FOREARM)),
                                When.parse("2024-01-09"),
                                Mechanism.HOT_LIQUID));
    }

    @Test
    void whoSeesItAgainDaysLaterDoesNotMakeItLate() {
        Fact first =
                seen(
                        five,
                        "2024-01-10T10:00",
                        injury(
                                List.of(mark(MarkKind.FRACTURE, Site.FOREARM)),
                                When.parse("2024-01-10T09:00Z"),
                                Mechanism.FALL));
        story.at("2024-01-12T10:00")
                .from("gp")
                .about(five)
                .regarding(first)
                .says(
                        injury(
                                List.of(mark(MarkKind.FRACTURE, Site.FOREARM)),
                                When.parse("2024-01-10T09:00Z"),
                                Mechanism.FALL));

        asked(five).silent("2024-01-12T10:00");
    }

    @Test
    void aSwellingOfTheHeadBroughtLateCountsAndAGrazeThereDoesNot() {
        seen(five, "2024-01-10T10:00", lateOn(MarkKind.SWELLING, Site.BACK_OF_HEAD));
        asked(five).only("2024-01-10T10:00");

        seen(two, "2024-01-10T10:00", lateOn(MarkKind.GRAZE, Site.BACK_OF_HEAD));
        asked(two).silent("2024-01-10T10:00");
    }

    private static Body lateOn(MarkKind kind, Site site) {
        return injury(List.of(mark(kind, site)), When.parse("2024-01-09T12:00Z"), Mechanism.FALL);
    }

    @Test
    void oneMarkSeenByTwoIsOneInjuryHoweverNearlyEachSaysWhere() {
        seen(baby, "2024-01-10T10:00", bruise(Site.CHEEK, Mechanism.FALL));
        story.at("2024-01-10T15:00")
                .from("nursery")
                .about(baby)
                .says(bruise(Site.FACE, Mechanism.FALL));
        asked(baby).silent("2024-01-10T15:00");

        story.at("2024-01-10T16:00").from("gp").about(baby).says(bruise(Site.SHIN, Mechanism.FALL));
        asked(baby).only("2024-01-10T16:00");
    }

    @Test
    void twoAccountsInOneEntrysWordsArePutBeforeAPersonAndOneIsNot() {
        seen(five, "2024-01-10T10:00", inWords("fell off the bed"));
        assertThat(compared(five, "2024-01-10T10:00")).isEmpty();

        seen(two, "2024-01-10T10:00", inWords("fell off the bed", "the dog pulled her"));
        assertThat(compared(two, "2024-01-10T10:00")).hasSize(1);
        asked(two).silent("2024-01-10T10:00");
    }

    private List<Finding> compared(Who who, String at) {
        return story.findings(rule(), who, at).stream()
                .filter(f -> f.matter().equals("tellings"))
                .toList();
    }

    private static Body inWords(String... words) {
        return new sightline.core.facts.HealthBody.InjuryObserved(
                List.of(mark(MarkKind.BRUISE, Site.BACK)),
                java.util.Arrays.stream(words).map(Said::words).toList(),
                new When.Unknown(),
                java.util.Optional.empty(),
                false,
                java.util.Optional.empty());
    }

    @Test
    void aReasonIsAsSureAsTheWeakestOfTheRecordsThatShowIt() {
        story.sure("gp", five, Certainty.LIKELY);
        story.at("2021-01-10T10:00")
                .from("gp")
                .about(five)
                .says(bruise(Site.BACK, Mechanism.HOT_LIQUID));
        seen(five, "2024-01-10T10:00", bruise(Site.FACE, Mechanism.HOT_LIQUID));

        assertThat(asked(five).only("2024-01-10T10:00").path())
                .filteredOn(s -> s.text().value().startsWith("The same explanation"))
                .extracting(Step::certainty)
                .containsExactly(Certainty.LIKELY);
    }

    private void parent(Who child, Who mother, String at) {
        story.at(at)
                .from("maternity")
                .about(child)
                .with(MOTHER, mother)
                .says(new SharedBody.Note(new Text("came with the child")));
    }

    private static Rule rule() {
        return new RepeatedOrUnexplainedInjury();
    }

    private Asked asked(Who who) {
        return new Asked(story, rule(), who);
    }

    private Fact seen(Who who, String at, Body body) {
        return story.at(at).from("hospital").about(who).says(body);
    }
}
