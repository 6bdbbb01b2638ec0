package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.bruise;
import static sightline.core.story.Said.injury;
import static sightline.core.story.Said.mark;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

final class MarkThatSeldomComesByAccidentTest {
    private final Story story = new Story();
    private final Who two = story.person("two", "2022-01-01");
    private final Who nine = story.person("nine", "2015-01-01");
    private final Who baby = story.person("baby", "2023-11-01");

    @ParameterizedTest
    @EnumSource(
            names = {
                "TORSO",
                "CHEST",
                "ABDOMEN",
                "BACK",
                "BUTTOCK",
                "GENITALS",
                "EAR",
                "NECK",
                "CHEEK",
                "JAW_ANGLE",
                "EYELID",
                "WHITE_OF_EYE",
                "RIB",
                "BREASTBONE",
                "SHOULDER_BLADE",
                "LOWER_BACK",
                "FLANK",
                "GROIN",
                "BEHIND_EAR",
                "NAPE"
            })
    void aBruiseAtATellingSiteUnderFourWhateverTheExplanation(Site site) {
        Fact seen = seen(two, "2024-03-04T10:00", bruise(site, Mechanism.FALL));

        Finding finding = asked(two).only("2024-03-04T10:00");
        assertThat(finding.item()).isEqualTo(seen.id().text());
        assertThat(finding.since()).isEqualTo(Story.instant("2024-03-04T10:00"));
        assertThat(Asked.told(finding))
                .containsExactly(
                        "childrens-social-care/duty-manager", "hospital/paediatrician-on-call");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "FOREHEAD",
                "CHIN",
                "SHIN",
                "KNEE",
                "ELBOW",
                "NOSE",
                "ARM",
                "THIGH",
                "PALM",
                "TOE",
                "BACK_OF_HEAD"
            })
    void aBruiseElsewhereIsNone(Site site) {
        seen(two, "2024-03-04T10:00", bruise(site));

        asked(two).silent("2024-03-04T10:00");
    }

    @Test
    void atATellingSiteOnlyABruiseCountsUnderFour() {
        seen(two, "2024-03-04T10:00", injury(mark(MarkKind.SCRATCH, Site.CHEEK), Mechanism.FALL));
        seen(two, "2024-03-05T10:00", injury(mark(MarkKind.SCALD, Site.CHEST)));
        seen(two, "2024-03-06T10:00", injury(mark(MarkKind.BIRTHMARK, Site.BACK)));

        asked(two).silent("2024-03-06T10:00");
    }

    @Test
    void theDayBeforeTheFourthBirthdayCountsAndTheBirthdayDoesNot() {
        seen(two, "2025-12-31T10:00", bruise(Site.EAR, Mechanism.FALL));
        seen(two, "2026-01-01T10:00", bruise(Site.BACK, Mechanism.FALL));

        assertThat(asked(two).only("2026-01-01T10:00").since())
                .isEqualTo(Story.instant("2025-12-31T10:00"));
    }

    @Test
    void whoMayBeUnderFourByTheYearOfBirthAloneCounts() {
        Who possibly = story.person("possibly three", "2020");
        Who four = story.person("four", "2019");
        seen(possibly, "2024-03-04T10:00", bruise(Site.CHEEK, Mechanism.FALL));
        seen(four, "2024-03-04T10:00", bruise(Site.CHEEK, Mechanism.FALL));

        asked(possibly).only("2024-03-04T10:00");
        asked(four).silent("2024-03-04T10:00");
    }

    @Test
    void aTornFrenulumUnderFour() {
        seen(two, "2024-03-04T10:00", injury(mark(MarkKind.TORN_FRENULUM, Site.NOT_RECORDED)));
        asked(two).only("2024-03-04T10:00");

        seen(nine, "2024-03-04T10:00", injury(mark(MarkKind.TORN_FRENULUM, Site.FRENULUM)));
        asked(nine).silent("2024-03-04T10:00");
    }

    @ParameterizedTest
    @EnumSource(names = {"GRIP_MARK", "PATTERNED_MARK", "IMPLEMENT_MARK", "STRANGULATION_MARK"})
    void gripPatternedAndImplementMarksAtAnyAge(MarkKind kind) {
        seen(nine, "2024-03-04T10:00", injury(mark(kind, Site.FOREARM), Mechanism.ROUGH_PLAY));

        asked(nine).only("2024-03-04T10:00");
    }

    @Test
    void aMarkOnTheNeckAtAnyAgeButNoSwelling() {
        seen(nine, "2024-03-04T10:00", injury(mark(MarkKind.SWELLING, Site.NECK)));
        asked(nine).silent("2024-03-04T10:00");

        seen(nine, "2024-03-06T10:00", injury(mark(MarkKind.GRAZE, Site.NECK), Mechanism.FALL));
        asked(nine).only("2024-03-06T10:00");
    }

    @Test
    void oldEnoughNothingBelowTheNeckTells() {
        seen(nine, "2024-03-04T10:00", bruise(Site.BACK));

        asked(nine).silent("2024-03-04T10:00");
    }

    @Test
    void nobodyUnderEighteenIsLeftOutAndNobodyElseIsIn() {
        Who grown = story.person("grown", "2006-03-05");
        seen(grown, "2024-03-04T10:00", injury(mark(MarkKind.GRIP_MARK, Site.ARM)));
        asked(grown).only("2024-03-04T10:00");

        Who adult = story.person("adult", "2006-03-04");
        seen(adult, "2024-03-04T10:00", injury(mark(MarkKind.GRIP_MARK, Site.ARM)));
        asked(adult).silent("2024-03-04T10:00");
    }

    @Test
    void whatTurnsOnTheAgeWaitsForTheDateOfBirth() {
        Who child = story.stranger("child");
        seen(child, "2024-03-04T10:00", bruise(Site.EAR, Mechanism.FALL));
        asked(child).silent("2024-03-04T10:00");

        story.at("2024-03-05T10:00")
                .from("gp")
                .about(child)
                .says(
                        new sightline.core.facts.PersonBody.Person(
                                List.of(),
                                Optional.of(sightline.core.kernel.PartialDate.parse("2022-05-01")),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(asked(child).only("2024-03-05T10:00").since())
                .isEqualTo(Story.instant("2024-03-05T10:00"));
    }

    @Test
    void onAChildWhoDoesNotMoveAloneAnotherRuleStandsForIt() {
        seen(baby, "2024-03-04T10:00", bruise(Site.EAR));

        asked(baby).silent("2024-03-04T10:00");
        Finding stands =
                new Asked(story, new InjuryOfNonMobileChild(), baby).only("2024-03-04T10:00");
        assertThat(Asked.path(stands)).anyMatch(s -> s.contains("seldom come by accident"));
    }

    @Test
    void aMarkOfTheBirthRecordStandsInThePath() {
        story.at("2022-01-02T09:00")
                .from("maternity")
                .about(two)
                .says(new HealthBody.Birth(List.of(mark(MarkKind.BIRTHMARK, Site.BUTTOCK)), false));
        seen(two, "2024-03-04T10:00", bruise(Site.BUTTOCK));

        assertThat(Asked.path(asked(two).only("2024-03-04T10:00")))
                .anyMatch(s -> s.startsWith("On the birth record"));
    }

    @Test
    void injuriesSinceTheLastAnswerAreOneMatter() {
        seen(two, "2024-03-04T10:00", bruise(Site.EAR));
        seen(two, "2024-03-06T10:00", bruise(Site.BACK));
        story.at("2024-03-07T10:00").from(Said.CARE).about(two).says(Said.answered("ALR-22-7F3A"));
        seen(two, "2024-03-20T10:00", bruise(Site.CHEEK));

        assertThat(asked(two).alerts("2024-03-20T10:00"))
                .extracting(Finding::matter)
                .satisfiesExactly(
                        m -> assertThat(m).isEqualTo("injuries"),
                        m -> assertThat(m).isEqualTo("injuries"),
                        m -> assertThat(m).startsWith("injuries-after-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "red line round his neck",
                "Grip marks?",
                "says it was the BELT",
                "looks like a bite-mark",
                "was bitten",
                "a looped cord",
                "says mum strangled him",
                "held round his throat",
                "finger-tip bruises on both arms",
                "a red hand print across her left cheek",
                "teeth marks on the shoulder"
            })
    void wordsAreAQuestionToTheSendersLeadAndNoAlert(String words) {
        concern("2024-03-04T10:00", words);

        asked(nine).silent("2024-03-04T10:00");
        Finding shown = question("2024-03-04T10:00");
        assertThat(Asked.told(shown)).containsExactly("school/safeguarding-lead");
        assertThat(Asked.path(shown)).noneMatch(s -> s.contains(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forgot the seat belt",
                "lost a necklace",
                "a bit tired",
                "gripes",
                "sore throat",
                "lost a tooth, very proud",
                "hand prints in red paint for the frieze"
            })
    void otherWordsAreNone(String words) {
        concern("2024-03-04T10:00", words);

        assertThat(story.findings(rule(), nine, "2024-03-04T10:00")).isEmpty();
    }

    @Test
    void yesOfTheLeadIsTheAlertAndNoIsNone() {
        Fact entry = concern("2024-03-04T10:00", "marks on the neck");
        judge("2024-03-04T12:00", entry, false);
        asked(nine).silent("2024-03-04T12:00");

        judge("2024-03-04T15:00", entry, true);
        Finding finding = asked(nine).only("2024-03-04T15:00");
        assertThat(finding.since()).isEqualTo(Story.instant("2024-03-04T15:00"));
        assertThat(finding.item()).isEqualTo(entry.id().text());
    }

    @Test
    void aReferralIsOwedOnceTheLeadSaidYes() {
        judge("2024-03-04T12:00", concern("2024-03-04T10:00", "marks on the neck"), true);

        Asked asked = new Asked(story, new ReferralLeftUnanswered(), nine);
        asked.beginsAt("2024-03-04T12:00", "2024-03-06T00:00");
    }

    @Test
    void whatCodesOfTheSameDayShowIsNotAskedAgain() {
        seen(nine, "2024-03-04T09:00", injury(mark(MarkKind.GRIP_MARK, Site.ARM)));
        concern("2024-03-04T10:00", "grip marks on the arm");

        asked(nine).only("2024-03-04T10:00");
        assertThat(story.findings(rule(), nine, "2024-03-04T10:00")).hasSize(1);
    }

    @Test
    void anOrdinaryContactThatNamesTheNeckIsNone() {
        story.at("2024-03-04T10:00")
                .from("gp")
                .about(nine)
                .says(contact("stiff neck since Monday"));
        assertThat(story.findings(rule(), nine, "2024-03-04T10:00")).isEmpty();

        story.at("2024-03-05T10:00")
                .from("hospital")
                .about(nine)
                .says(contact("bruising around the neck"));
        question("2024-03-05T10:00");
    }

    private static HealthBody.HealthContact contact(String reason) {
        return new HealthBody.HealthContact(
                HealthBody.HealthContact.Setting.EMERGENCY_DEPARTMENT,
                true,
                Optional.of(new sightline.core.kernel.Text(reason)),
                Optional.empty());
    }

    private Finding question(String at) {
        List<Finding> shown =
                story.findings(rule(), nine, at).stream()
                        .filter(f -> f.matter().equals("words"))
                        .toList();
        assertThat(shown).hasSize(1).noneMatch(Finding::alerts);
        return shown.getFirst();
    }

    private Fact concern(String at, String words) {
        return story.at(at).from("school").about(nine).says(Said.concern(Topic.OTHER, words));
    }

    private void judge(String at, Fact entry, boolean telling) {
        story.at(at).from("school").about(nine).regarding(entry).says(Said.judged(telling));
    }

    private Fact seen(Who who, String at, Body body) {
        return story.at(at).from("hospital").about(who).says(body);
    }

    private static Rule rule() {
        return new MarkThatSeldomComesByAccident();
    }

    private Asked asked(Who who) {
        return new Asked(story, rule(), who);
    }
}
