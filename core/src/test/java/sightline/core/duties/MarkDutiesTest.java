package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sightline.core.alerts.Derivation;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SchoolBody;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;
import sightline.core.screening.Catalogue;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is owed after marks that seldom come by accident, in codes and in words. */
final class MarkDutiesTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-01-01");
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    @Test
    void aGripMarkStartsTheClocksOfImmediateHarmOnce() {
        say("2024-01-10T10:00", "school", gripMark());

        assertThat(open("2024-01-10T11:00"))
                .containsExactly("ref.make", "s47.medical", "seen.24h", "strategy");
    }

    @Test
    void aHospitalThatRecordedTheMarksHasSeenThem() {
        say("2024-01-10T10:00", "hospital", gripMark());

        assertThat(open("2024-01-10T11:00")).containsExactly("ref.make", "s47.medical", "strategy");
    }

    @Test
    void anotherInjuryIsSeenAnew() {
        say("2024-01-10T10:00", "hospital", gripMark());
        say("2024-01-12T10:00", "school", scald(HealthBody.Site.BACK));

        assertThat(open("2024-01-12T11:00")).contains("seen.24h");
    }

    @Test
    void anotherMarkMeanwhileAsksTheSameAgencyForNoSecondReferral() {
        say("2024-01-10T10:00", "school", gripMark());
        say("2024-01-10T15:00", "school", scald(HealthBody.Site.NECK));
        assertThat(open("2024-01-10T16:00").stream().filter("ref.make"::equals)).hasSize(1);
    }

    @Test
    void wordsAreAnsweredTheSameDayByTheirSendersLeadAndOweNothingElse() {
        Fact words = say("2024-01-10T10:00", "school", concern("a mark round the neck"));

        assertThat(open("2024-01-10T10:00")).containsExactly("marks.judge");
        Duty duty = derived("2024-01-10T10:00").getFirst();
        assertThat(duty.owedBy())
                .extracting(r -> r.text())
                .containsExactly("westmarsh-school/safeguarding-lead");
        assertThat(duty.due()).isEqualTo(London.endOf(LocalDate.parse("2024-01-10")));

        answer("2024-01-10T15:00", words, false);
        assertThat(open("2024-01-10T15:00")).isEmpty();
    }

    /** What is not known of an injury denies none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mother could not explain the bruise on his cheek.",
                "She does not know how he was burnt.",
                "No concerns about feeding, bruise to left arm seen.",
                "Not himself today and there is a mark on his ear.",
                "Never out of her sight, she says; swollen arm.",
                "Denied hitting him. His thigh is bruised.",
                "No rash, a bruise on his cheek.",
                "No cuts, bruise on left cheek.",
                "Not seen, bruises were reported.",
                "Two red marks behind his ear.",
                "A round Mark on his arm.",
                "Purple patch on his shin at bath time.",
                "Raised wheals across both calves.",
                "Discolouration under his chin.",
                "Petechiae round both wrists."
            })
    void ofABabyAnInjuryThatIsNotExplainedIsNotDenied(String words) {
        Who baby = story.person("baby", "2023-12-01");
        story.at("2024-01-10T10:00").from("school").about(baby).says(concern(words));

        assertThat(clocksOf(baby)).contains("marks.judge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No bruises, burns or marks on him.",
                "No visible or fresh bruising.",
                "He was not bruised or burnt anywhere.",
                "Undressed for weighing, nil bruising seen.",
                "Skin clear, free of any bruises.",
                "There were no signs of bruising or of burns.",
                "I did not see any marks on her.",
                "Bruises very easily, his mother says.",
                "I have not seen any marks on her.",
                "He had not been bruised.",
                "Mother has stretch marks on her stomach.",
                "Collected by his father Mark at noon.",
                "Mark at work, his mother brought him.",
                "Purple paint on his hands.",
                "No petechiae or bruising.",
                "No haematoma, bruising or swelling."
            })
    void ofABabyWhatIsDeniedIsNoQuestion(String words) {
        Who baby = story.person("baby", "2023-12-01");
        story.at("2024-01-10T10:00").from("school").about(baby).says(concern(words));

        assertThat(clocksOf(baby)).doesNotContain("marks.judge");
    }

    @Test
    void whatIsWrittenOfAPregnancyIsNoInjuryOfTheChildThatIsBorn() {
        Who baby = story.person("baby", "2024-01-09");
        story.at("2023-12-20T10:00")
                .from("maternity")
                .with(PersonRole.UNBORN_CHILD, baby)
                .says(contact("Bleeding at 36 weeks."));
        assertThat(clocksOf(baby)).doesNotContain("marks.judge");

        story.at("2024-01-09T12:00")
                .from("maternity")
                .about(baby)
                .says(contact("Bleeding from the mouth."));
        assertThat(clocksOf(baby)).contains("marks.judge");
    }

    @Test
    void ofAPoliceLogTheSentencesCountThatSpeakOfOneChildOrSeveral() {
        Who baby = story.person("baby", "2023-12-01");
        log(baby, "Mother has a bruise on her arm. All well.");
        assertThat(clocksOf(baby)).doesNotContain("marks.judge");

        log(baby, "Mother unhurt. Both children have bruises.");
        assertThat(clocksOf(baby)).contains("marks.judge");
    }

    @Test
    void ofALogThatNamesAChildWithoutItsAgeTheMarksCountThatItTellsOfTheChild() {
        Who child = story.stranger("child");
        log(child, "The neighbour has a bite mark. Her dog is a bit wild.");
        assertThat(clocksOf(child)).doesNotContain("marks.judge");

        log(child, "Music turned down. Boy had a bite mark on his arm.");
        assertThat(clocksOf(child)).contains("marks.judge");
    }

    @Test
    void whoOnlyLookedOnIsNotAskedAbout() {
        Who boy = story.stranger("boy");
        log(boy, "He grabbed her by the neck in front of the children and left a bite mark.");
        log(boy, "Grip marks on her arms. The kids were upstairs.");
        assertThat(clocksOf(boy)).doesNotContain("marks.judge");
    }

    @Test
    void aWordThatIsSomebodysNameNamesNobodyUnlessItIsWrittenAsOne() {
        Who may = story.person("may", "2015-01-01");
        story.at("2024-01-09T09:00").from("school").about(may).says(Said.named("May", "Ellwood"));
        log(may, "It may be a bite mark on the officer.");
        assertThat(clocksOf(may)).doesNotContain("marks.judge");

        log(may, "Neighbour says that May had a bite mark.");
        assertThat(clocksOf(may)).contains("marks.judge");
    }

    @Test
    void whomALogCallsABabyDoesNotMoveAloneWhereNobodyRecordedItsAge() {
        Who baby = story.stranger("baby");
        log(baby, "Boy has a bruise on his shin.");
        assertThat(clocksOf(baby)).doesNotContain("marks.judge");

        log(baby, "Baby has a bruise on his shin.");
        assertThat(clocksOf(baby)).contains("marks.judge");
    }

    private void log(Who baby, String words) {
        story.at("2024-01-10T09:00")
                .from("police")
                .with(PersonRole.CHILD, baby)
                .says(
                        new PoliceBody.PoliceIncident(
                                PoliceBody.LogClass.CONCERN_FOR_CHILD,
                                false,
                                false,
                                true,
                                Optional.of(new Text(words))));
    }

    private static HealthBody.HealthContact contact(String reason) {
        return new HealthBody.HealthContact(
                HealthBody.HealthContact.Setting.WARD,
                true,
                Optional.of(new Text(reason)),
                Optional.empty());
    }

    private List<String> clocksOf(Who who) {
        return derivation.derive(story.situation(who, "2024-01-10T10:00")).duties().stream()
                .map(d -> d.clock().value())
                .toList();
    }

    @Test
    void yesStartsTheClocksOfTheAlert() {
        Fact words = say("2024-01-10T10:00", "school", concern("hit with a belt"));
        answer("2024-01-10T15:00", words, true);

        assertThat(open("2024-01-10T15:00"))
                .containsExactly("ref.make", "s47.medical", "seen.24h", "strategy");
    }

    @Test
    void aScaldInTwoPlacesStartsAStrategyDiscussionAndInOneDoesNot() {
        say("2024-01-10T10:00", "hospital", scald(HealthBody.Site.FACE));
        assertThat(open("2024-01-10T11:00")).doesNotContain("strategy");

        say("2024-01-10T10:30", "hospital", scald(HealthBody.Site.FACE, HealthBody.Site.CHEST));
        assertThat(open("2024-01-10T11:00")).contains("strategy");
    }

    @Test
    void aBurnThatIsAdmittedStartsAStrategyDiscussion() {
        say("2024-01-10T10:00", "hospital", scald(HealthBody.Site.FOREHEAD));
        say(
                "2024-01-10T12:00",
                "hospital",
                new HealthBody.HealthContact(
                        HealthBody.HealthContact.Setting.WARD,
                        true,
                        Optional.empty(),
                        Optional.empty()));

        assertThat(open("2024-01-10T13:00")).contains("strategy");
    }

    private static HealthBody.InjuryObserved scald(HealthBody.Site... sites) {
        return new HealthBody.InjuryObserved(
                java.util.Arrays.stream(sites)
                        .map(site ->
                                new HealthBody.Mark(
                                        site,
                                        HealthBody.Side.NOT_RECORDED,
                                        HealthBody.MarkKind.SCALD,
                                        1,
                                        Optional.empty(),
                                        Optional.empty()))
                        .toList(),
                List.of(
                        new HealthBody.Account(
                                Optional.empty(),
                                Optional.of(HealthBody.Mechanism.HOT_LIQUID),
                                Optional.empty())),
                When.parse("2024-01-10"),
                Optional.of(true),
                false,
                Optional.empty());
    }

    private Fact say(String at, String agency, Body body) {
        return story.at(at).from(agency).about(child).says(body);
    }

    private void answer(String at, Fact words, boolean telling) {
        story.at(at)
                .from("school")
                .about(child)
                .regarding(words)
                .says(new HealthBody.MarksJudged(telling, Optional.empty()));
    }

    private static SchoolBody.Concern concern(String words) {
        return new SchoolBody.Concern(
                SchoolBody.Concern.Topic.OTHER, Optional.of(new Text(words)), true);
    }

    private static HealthBody.InjuryObserved gripMark() {
        return new HealthBody.InjuryObserved(
                List.of(
                        new HealthBody.Mark(
                                HealthBody.Site.UPPER_ARM,
                                HealthBody.Side.LEFT,
                                HealthBody.MarkKind.GRIP_MARK,
                                1,
                                Optional.empty(),
                                Optional.empty())),
                List.of(
                        new HealthBody.Account(
                                Optional.empty(),
                                Optional.of(HealthBody.Mechanism.ROUGH_PLAY),
                                Optional.empty())),
                new When.Unknown(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private List<String> open(String at) {
        return derived(at).stream()
                .filter(d -> d.state().open())
                .map(d -> d.clock().value())
                .sorted()
                .toList();
    }

    private List<Duty> derived(String at) {
        return derivation.derive(story.situation(child, at)).duties();
    }
}
