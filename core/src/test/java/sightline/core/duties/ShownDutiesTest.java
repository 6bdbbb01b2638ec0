package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Answer;
import sightline.core.facts.CareBody.AnswerState;
import sightline.core.facts.CareBody.Assessment.AssessmentStage;
import sightline.core.facts.CareBody.QuestionTopic;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Finding;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a rule only shows raises no alert; where it says so, somebody owes something by it. */
final class ShownDutiesTest {
    private static final String CARE = "childrens-social-care";

    private final Story story = new Story();
    private final Who child = story.person("child", "2019-01-01");
    private final Who man = story.person("man", "1980-01-01");
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    @Test
    void anOrdinaryInjuryStartsNoClock() {
        injured("school", "2024-01-10T10:00", Site.SHIN, "tripped on the step");

        assertThat(derived(child, "2024-01-11T11:00").duties()).isEmpty();
        assertThat(derived(child, "2024-01-11T11:00").shown()).hasSize(1);
    }

    @Test
    void anOrdinaryInjuryWithoutExplanationIsAQuestionToItsAuthor() {
        injured("school", "2024-01-10T10:00", Site.SHIN, "");

        Derived derived = derived(child, "2024-01-10T11:00");
        assertThat(derived.alerts()).isEmpty();
        assertThat(derived.shown())
                .filteredOn(f -> f.matter().equals("question-to-author"))
                .singleElement()
                .satisfies(
                        f -> assertThat(told(f)).containsExactly("westmarsh-school/practitioner"));
    }

    @Test
    void tellingsInFreeWordsAreComparedBeforeTheDayEndsByWhoeverHasTheLaterOne() {
        Fact first = injured("school", "2024-01-10T10:00", Site.BACK, "fell off the bed");
        assertThat(owed("explanation.compare", child, "2024-01-10T11:00")).isEmpty();
        story.at("2024-01-12T15:00")
                .from("gp")
                .about(child)
                .regarding(first)
                .says(seen(Site.BACK, "the dog knocked him over"));

        Duty duty = only("explanation.compare", "2024-01-12T15:00");
        assertThat(told(duty)).containsExactly("westmarsh-gp/safeguarding-lead");
        assertThat(duty.due()).isEqualTo(London.endOf(LocalDate.parse("2024-01-12")));
        assertThat(only("explanation.compare", "2024-01-12T23:59").state())
                .isInstanceOf(Duty.State.Running.class);
        assertThat(only("explanation.compare", "2024-01-13T00:00").state())
                .isInstanceOf(Duty.State.Overdue.class);
        story.at("2024-01-13T09:00")
                .from("hospital")
                .about(child)
                .regarding(first)
                .says(
                        new HealthBody.MedicalOpinion(
                                HealthBody.MedicalOpinion.Fit.DOES_NOT_FIT, Optional.empty()));
        assertThat(owed("explanation.compare", child, "2024-01-13T10:00")).isEmpty();
    }

    @Test
    void theSameWordsAgainNeedNobodyToCompareThem() {
        Fact first = injured("school", "2024-01-10T10:00", Site.BACK, "fell off the bed");
        story.at("2024-01-10T10:01")
                .from("school")
                .about(child)
                .regarding(first)
                .says(seen(Site.BACK, "fell off the bed"));

        assertThat(owed("explanation.compare", child, "2024-01-10T11:00")).isEmpty();
    }

    @Test
    void tellingsInCodesAreComparedByTheRuleAndOwedByNobody() {
        Fact first = injured("school", "2024-01-10T10:00", Site.BACK, "fell off the bed");
        assertThat(first).isNotNull();
        story.at("2024-03-10T10:00")
                .from("school")
                .about(child)
                .says(coded(Site.BACK, HealthBody.Mechanism.FALL));

        assertThat(owed("explanation.compare", child, "2024-03-10T11:00")).isEmpty();
    }

    @Test
    void aQuestionThatIsPutOffIsOwedOnItsDayUntilItIsAnsweredOtherwise() {
        asked("2024-01-10T10:00", AnswerState.NOT_SAFE_TO_ASK, "2024-01-20");

        Duty duty = only("question.review", "2024-01-10T10:00");
        assertThat(told(duty)).containsExactly("westmarsh-childrens-social-care/practitioner");
        assertThat(duty.due()).isEqualTo(London.endOf(LocalDate.parse("2024-01-20")));
        asked("2024-01-11T10:00", AnswerState.NOT_YET_ASKED, "");
        asked("2024-01-12T10:00", AnswerState.NOT_SAFE_TO_ASK, "2024-01-20");
        assertThat(only("question.review", "2024-01-20T23:00").state())
                .isInstanceOf(Duty.State.Running.class);
        assertThat(only("question.review", "2024-01-21T00:00").state())
                .isInstanceOf(Duty.State.Overdue.class);

        asked("2024-01-22T10:00", AnswerState.DOES_NOT_APPLY, "2024-02-20");
        assertThat(derived(child, "2024-01-22T11:00").duties())
                .filteredOn(d -> d.clock().value().equals("question.review"))
                .filteredOn(d -> d.state().open())
                .extracting(d -> d.due())
                .containsExactly(London.endOf(LocalDate.parse("2024-02-20")));

        asked("2024-02-01T10:00", AnswerState.DECLINED, "");
        assertThat(owed("question.review", child, "2024-02-01T11:00")).isEmpty();
        assertThat(derived(child, "2024-02-01T11:00").duties())
                .filteredOn(d -> d.clock().value().equals("question.review"))
                .hasSize(2)
                .allMatch(d -> d.state() instanceof Duty.State.Discharged);
    }

    @Test
    void whatDoesNotApplyWithoutADayIsLookedAtAgainByAManagerByADayOfTheAreas() {
        asked("2024-01-10T10:00", AnswerState.DOES_NOT_APPLY, "");
        asked("2024-01-11T10:00", AnswerState.DOES_NOT_APPLY, "");

        Duty duty = only("question.undated", "2024-01-12T10:00");
        assertThat(told(duty)).containsExactly("westmarsh-childrens-social-care/manager");
        assertThat(duty.due()).isEqualTo(London.endOf(LocalDate.parse("2024-04-09")));
        assertThat(owed("question.review", child, "2024-01-12T10:00")).isEmpty();
        assertThat(only("question.undated", "2024-04-09T22:00").state())
                .isInstanceOf(Duty.State.Running.class);
        assertThat(only("question.undated", "2024-04-10T00:00").state())
                .isInstanceOf(Duty.State.Overdue.class);

        asked("2024-04-12T10:00", AnswerState.DOES_NOT_APPLY, "2024-09-01");
        assertThat(owed("question.undated", child, "2024-04-12T11:00")).isEmpty();
        assertThat(only("question.review", "2024-04-12T11:00").due())
                .isEqualTo(London.endOf(LocalDate.parse("2024-09-01")));
    }

    private void asked(String at, AnswerState state, String review) {
        Optional<LocalDate> day =
                Optional.of(review).filter(r -> !r.isEmpty()).map(LocalDate::parse);
        Answer answer =
                new Answer(
                        "fear",
                        QuestionTopic.ABUSE,
                        state,
                        Optional.of(new Text("he is always there")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        day);
        story.at(at)
                .from(CARE)
                .about(child)
                .says(new CareBody.Assessment("pre-birth", List.of(answer), AssessmentStage.SAVED));
    }

    @Test
    void aMoveBetweenAreasIsToldInFiveWorkingDaysByWhoeverLearntOfItFirst() {
        home(child, "housing", "2024-01-03T10:00", "1 Mill Row");
        home(child, "eastholme/housing", "2024-03-04T10:00", "9 Quay Street");

        Duty duty = only("move.tell", "2024-03-04T10:00");
        assertThat(told(duty)).containsExactly("eastholme-housing/safeguarding-lead");
        assertThat(duty.due()).isEqualTo(London.endOf(LocalDate.parse("2024-03-11")));
        assertThat(headline("to-tell", "2024-03-04T10:00")).endsWith("school nurse");

        movesTold("2024-03-08T10:00", "gp");
        assertThat(owed("move.tell", child, "2024-03-08T11:00")).hasSize(1);

        movesTold("2024-03-08T12:00", "school-nursing");
        assertThat(owed("move.tell", child, "2024-03-08T13:00")).isEmpty();
    }

    @Test
    void thePracticeThatRegistersTheChildAfterTheMoveNeedNotTellAPractice() {
        home(child, "housing", "2024-01-03T10:00", "1 Mill Row");
        story.at("2024-03-04T09:00")
                .from("eastholme/gp")
                .about(child)
                .says(new HealthBody.GpRegistration(Optional.empty(), false));
        home(child, "eastholme/gp", "2024-03-04T10:00", "9 Quay Street");
        Duty duty = only("move.tell", "2024-03-04T10:00");
        assertThat(told(duty)).containsExactly("eastholme-gp/safeguarding-lead");

        story.at("2024-03-08T10:00")
                .from("eastholme/gp")
                .about(child)
                .to("health-visiting")
                .says(new SharedBody.MoveTold());
        assertThat(owed("move.tell", child, "2024-03-08T11:00")).isEmpty();

        story.at("2024-09-02T10:00")
                .from("gp")
                .about(child)
                .says(new HealthBody.GpRegistration(Optional.empty(), false));
        assertThat(owed("move.tell", child, "2024-09-02T11:00"))
                .as("another practice, later")
                .isEmpty();
    }

    @Test
    void healthVisitorsWhoLearnFirstOfTheMoveNeedNotTellThemselves() {
        home(child, "housing", "2024-01-03T10:00", "1 Mill Row");
        home(child, "eastholme/health-visiting", "2024-03-04T10:00", "9 Quay Street");
        assertThat(told(only("move.tell", "2024-03-04T10:00")))
                .containsExactly("eastholme-health-visiting/safeguarding-lead");
        assertThat(owed("move.tell", child, "2024-03-08T09:00")).hasSize(1);

        story.at("2024-03-08T10:00")
                .from("eastholme/health-visiting")
                .about(child)
                .to("gp")
                .says(new SharedBody.MoveTold());
        assertThat(owed("move.tell", child, "2024-03-08T11:00")).isEmpty();

        home(child, "housing", "2024-09-02T10:00", "5 Mill Row");
        assertThat(owed("move.tell", child, "2024-09-02T11:00"))
                .as("of the move back alone")
                .containsExactly("westmarsh-housing/safeguarding-lead");
    }

    private void movesTold(String at, String... whom) {
        Story.Entry entry = story.at(at).from("eastholme/housing").about(child);
        for (String one : whom) {
            entry.to(one);
        }
        entry.says(new SharedBody.MoveTold());
    }

    @Test
    void whoeverNamesNobodyWhomTheyToldOfAMoveHasToldNobody() {
        home(child, "housing", "2024-01-03T10:00", "1 Mill Row");
        home(child, "eastholme/housing", "2024-03-04T10:00", "9 Quay Street");
        movesTold("2024-03-08T10:00");
        movesTold("2024-03-08T10:00", "eastholme/housing", "police");

        assertThat(owed("move.tell", child, "2024-03-08T11:00")).hasSize(1);
    }

    @Test
    void theFrontDoorIsToldApart() {
        story.at("2022-03-04T10:00").from("school").about(child).says(concern());
        home(child, "housing", "2024-01-03T10:00", "1 Mill Row");
        home(child, "eastholme/housing", "2024-03-04T10:00", "9 Quay Street");
        assertThat(owed("move.tell", child, "2024-03-04T10:00")).hasSize(2);

        movesTold("2024-03-08T10:00", "gp", "health-visiting");
        assertThat(owed("move.tell", child, "2024-03-08T11:00")).hasSize(1);

        movesTold("2024-03-08T12:00", "eastholme/childrens-social-care");
        assertThat(owed("move.tell", child, "2024-03-08T13:00")).isEmpty();
    }

    @Test
    void aConcernOfTheLastTwoYearsAsksForTheFrontDoorToo() {
        story.at("2022-03-04T10:00").from("school").about(child).says(concern());
        home(child, "housing", "2024-01-03T10:00", "1 Mill Row");
        home(child, "eastholme/housing", "2024-03-04T10:00", "9 Quay Street");

        assertThat(headline("to-tell", "2024-03-04T10:00")).contains("front door");
    }

    @Test
    void aConcernADayOlderDoesNot() {
        story.at("2022-03-03T10:00").from("school").about(child).says(concern());
        home(child, "housing", "2024-01-03T10:00", "1 Mill Row");
        home(child, "eastholme/housing", "2024-03-04T10:00", "9 Quay Street");

        assertThat(headline("to-tell", "2024-03-04T10:00")).doesNotContain("front door");
    }

    @Test
    void aPlacementByTheAreaLeftAsksForTheFrontDoor() {
        home(child, "housing", "2024-01-03T10:00", "1 Mill Row, Westmarsh");
        story.at("2024-03-04T10:00")
                .from("housing")
                .about(child)
                .place("9 Quay Street, Eastholme")
                .says(new PersonBody.Residence(PersonBody.Stay.TEMPORARY, Optional.empty()));

        assertThat(headline("to-tell", "2024-03-04T10:00")).contains("was placed");
    }

    @Test
    void besideAnOpenMatterTheAlertTellsAndWithinAnAreaNobodyNeeds() {
        home(child, "housing", "2024-01-03T10:00", "1 Mill Row");
        home(child, "housing", "2024-02-03T10:00", "2 Mill Row");
        assertThat(owed("move.tell", child, "2024-02-04T10:00")).isEmpty();

        story.at("2024-02-05T10:00")
                .from(CARE)
                .about(child)
                .says(new CareBody.Plan(CareBody.Plan.PlanType.PROTECTION, true));
        home(child, "eastholme/housing", "2024-03-04T10:00", "9 Quay Street");
        assertThat(owed("move.tell", child, "2024-03-05T10:00")).isEmpty();
    }

    @Test
    void aRegisteredPersonsNewAddressIsBothKeepersWithoutAHandOverMessage() {
        registered("2023-01-02T10:00");
        home(man, "housing", "2024-01-03T10:00", "1 Mill Row");
        assertThat(owed("register.move", man, "2024-01-03T11:00")).isEmpty();
        home(man, "eastholme/housing", "2024-03-04T10:00", "9 Quay Street");

        assertThat(owed("register.move", man, "2024-03-04T10:00"))
                .containsExactlyInAnyOrder(
                        "westmarsh-police/register-keeper", "eastholme-police/register-keeper");

        story.at("2024-03-04T11:00")
                .from("probation")
                .about(man)
                .says(
                        new SharedBody.HandOver(
                                SharedBody.HandOver.HandOverStage.ACCEPTED,
                                SharedBody.HandOver.Handed.SUPERVISION));
        assertThat(owed("register.move", man, "2024-03-04T12:00"))
                .as("who watches is another matter")
                .hasSize(2);
        handOver("2024-03-05T10:00", SharedBody.HandOver.HandOverStage.OFFERED);
        assertThat(owed("register.move", man, "2024-03-05T11:00")).hasSize(2);
        handOver("2024-03-06T10:00", SharedBody.HandOver.HandOverStage.ACCEPTED);
        assertThat(owed("register.move", man, "2024-03-06T11:00"))
                .as("whoever offered does not accept for the other")
                .hasSize(2);
        story.at("2024-03-06T12:00")
                .from("eastholme/police")
                .about(man)
                .to("police")
                .says(
                        new SharedBody.HandOver(
                                SharedBody.HandOver.HandOverStage.ACCEPTED,
                                SharedBody.HandOver.Handed.REGISTERED_PERSON));
        assertThat(owed("register.move", man, "2024-03-06T13:00")).isEmpty();
    }

    @Test
    void aHandOverOfferedBeforeTheAddressCameIsOneDuty() {
        registered("2023-01-02T10:00");
        home(man, "housing", "2024-01-03T10:00", "1 Mill Row");
        handOver("2024-03-01T10:00", SharedBody.HandOver.HandOverStage.OFFERED);
        home(man, "eastholme/housing", "2024-03-04T10:00", "9 Quay Street");

        assertThat(
                        derived(man, "2024-03-04T11:00").duties().stream()
                                .filter(d -> d.clock().value().equals("register.move")))
                .hasSize(1);
    }

    @Test
    void aMoveAfterTheEntryEndedIsNobodys() {
        registered("2023-01-02T10:00");
        home(man, "housing", "2024-01-03T10:00", "1 Mill Row");
        story.at("2024-03-03T10:00")
                .from("police")
                .about(man)
                .says(
                        new RegisterNotification(
                                "SOA-2003", NotificationType.ENDED, Optional.empty()));
        home(man, "eastholme/housing", "2024-03-04T10:00", "9 Quay Street");

        assertThat(owed("register.move", man, "2024-03-05T10:00")).isEmpty();
    }

    @Test
    void aQuestionThatNobodyIsToFindOutIsAskedWithinTenWorkingDays() {
        signed("2024-03-04T10:00", AnswerState.NOT_KNOWN);

        Duty duty = only("question.ask", "2024-03-04T10:00");
        assertThat(told(duty)).containsExactly("westmarsh-" + CARE + "/practitioner");
        assertThat(duty.due()).isEqualTo(London.endOf(LocalDate.parse("2024-03-18")));
    }

    @Test
    void whoeverStandsBesideTheChildInAnAssessmentIsOwedNoAskingOfTheirOwn() {
        story.at("2024-03-04T10:00")
                .from(CARE)
                .with(sightline.core.facts.PersonRole.CHILD, child)
                .with(sightline.core.facts.PersonRole.PARTNER, man)
                .says(assessment(AnswerState.NOT_YET_ASKED));

        assertThat(owed("question.ask", man, "2024-03-05T10:00")).isEmpty();
        assertThat(owed("question.ask", child, "2024-03-05T10:00")).isNotEmpty();

        story.at("2024-03-06T10:00")
                .from(CARE)
                .about(man)
                .says(assessment(AnswerState.NOT_YET_ASKED));
        assertThat(owed("question.ask", man, "2024-03-06T11:00")).isNotEmpty();
    }

    @Test
    void aQuestionThatWasDeclinedIsAnswered() {
        signed("2024-03-04T10:00", AnswerState.DECLINED);

        assertThat(owed("question.ask", child, "2024-03-05T10:00")).isEmpty();
    }

    private void signed(String at, AnswerState state) {
        story.at(at).from(CARE).about(child).says(assessment(state));
    }

    private static CareBody.Assessment assessment(AnswerState state) {
        return new CareBody.Assessment(
                "background",
                List.of(
                        new Answer(
                                "convictions",
                                QuestionTopic.CONVICTIONS,
                                state,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                AssessmentStage.SIGNED_OFF);
    }

    private void handOver(String at, SharedBody.HandOver.HandOverStage stage) {
        story.at(at)
                .from("police")
                .about(man)
                .to("eastholme/police")
                .says(new SharedBody.HandOver(stage, SharedBody.HandOver.Handed.REGISTERED_PERSON));
    }

    private void registered(String at) {
        story.at(at)
                .from("police")
                .about(man)
                .says(
                        new RegisterNotification(
                                "SOA-2003", NotificationType.ENTERED, Optional.empty()));
    }

    private void home(Who who, String agency, String at, String address) {
        story.at(at)
                .from(agency)
                .about(who)
                .place(address)
                .says(new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty()));
    }

    private Fact injured(String agency, String at, Site site, String words) {
        return story.at(at).from(agency).about(child).says(seen(site, words));
    }

    private static HealthBody.InjuryObserved seen(Site site, String words) {
        return injury(
                site,
                words.isEmpty()
                        ? List.of()
                        : List.of(
                                new HealthBody.Account(
                                        Optional.of(new Text(words)),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    private static HealthBody.InjuryObserved coded(Site site, HealthBody.Mechanism mechanism) {
        return injury(
                site,
                List.of(
                        new HealthBody.Account(
                                Optional.empty(), Optional.of(mechanism), Optional.empty())));
    }

    private static HealthBody.InjuryObserved injury(Site site, List<HealthBody.Account> accounts) {
        return new HealthBody.InjuryObserved(
                List.of(
                        new HealthBody.Mark(
                                site,
                                HealthBody.Side.LEFT,
                                HealthBody.MarkKind.BRUISE,
                                1,
                                Optional.empty(),
                                Optional.empty())),
                accounts,
                new When.Unknown(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static SchoolBody.Concern concern() {
        return new SchoolBody.Concern(SchoolBody.Concern.Topic.HUNGER, Optional.empty(), false);
    }

    private String headline(String matter, String at) {
        return derived(child, at).shown().stream()
                .filter(f -> f.matter().equals(matter))
                .map(f -> f.headline().value())
                .findFirst()
                .orElseThrow();
    }

    private Duty only(String key, String at) {
        List<Duty> duties =
                derived(child, at).duties().stream()
                        .filter(d -> d.clock().value().equals(key))
                        .toList();
        assertThat(duties).as(key).hasSize(1);
        return duties.getFirst();
    }

    private static List<String> told(Duty duty) {
        return duty.owedBy().stream().map(r -> r.text()).sorted().toList();
    }

    private static List<String> told(Finding finding) {
        return finding.first().stream().map(r -> r.text()).sorted().toList();
    }

    private List<String> owed(String key, Who subject, String at) {
        return derived(subject, at).duties().stream()
                .filter(d -> d.clock().value().equals(key) && d.state().open())
                .flatMap(d -> d.owedBy().stream())
                .map(r -> r.text())
                .toList();
    }

    private Derived derived(Who subject, String at) {
        return derivation.derive(story.situation(subject, at));
    }
}
