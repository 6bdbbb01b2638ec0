package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.directory.Holder;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.StaffId;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.Plan.PlanType;
import sightline.core.facts.CareBody.VisitReason;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.MedicalOpinion;
import sightline.core.facts.HealthBody.MedicalOpinion.Fit;
import sightline.core.facts.PoliceBody.InvestigationPlan;
import sightline.core.facts.PoliceBody.InvestigationPlan.PlanStep;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.Text;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.Optional;

final class OpenMatterWithoutOwnerTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");

    @Test
    void anEnquiryThatNobodyHasForADay() {
        Fact enquiry = say("2024-03-08T10:00", CARE, Said.enquiry(true));

        asked().beginsAt("2024-03-08T10:00", "2024-03-09T10:00");
        Finding finding = asked().only("2024-03-09T10:00");
        assertThat(finding.matter()).isEqualTo(enquiry.id().text());
        assertThat(Asked.told(finding)).containsExactly("childrens-social-care/duty-manager");
    }

    @Test
    void afterAMoveItIsToldToTheManagerOfTheServiceWhoseMatterItIs() {
        say("2024-03-08T10:00", CARE, Said.enquiry(true));
        story.at("2024-03-08T12:00")
                .from("eastholme/gp")
                .about(child)
                .place("5 Canal Street, Eastholme")
                .says(sightline.core.story.Phrases.home());

        assertThat(Asked.told(asked().only("2024-03-09T10:00")))
                .containsExactly("childrens-social-care/duty-manager");
    }

    @Test
    void withoutHarmAndWithoutAnyOwnerEverItIsShownAlone() {
        say("2024-03-08T10:00", CARE, Said.plan(PlanType.IN_NEED, true));

        asked().silent("2024-03-11T10:00");
        assertThat(evaluated("2024-03-11T09:59").findings()).isEmpty();
        assertThat(evaluated("2024-03-11T10:00").findings())
                .singleElement()
                .satisfies(f ->
                        assertThat(Asked.told(f))
                                .containsExactly("childrens-social-care/duty-manager"));
    }

    @Test
    void withoutHarmAVisitThatIsLongAgoIsShownAlone() {
        say("2024-03-07T10:00", CARE, Said.visit(VisitOutcome.SEEN, VisitReason.PLANNED));
        say("2024-03-08T10:00", CARE, Said.plan(PlanType.IN_NEED, true));

        asked().silent("2024-03-25T00:00");
        assertThat(evaluated("2024-03-24T23:59").findings()).isEmpty();
        assertThat(evaluated("2024-03-25T00:00").findings()).hasSize(1);
    }

    @Test
    void harmThatIsAllegedLaterShortensIt() {
        say("2024-03-08T10:00", CARE, Said.plan(PlanType.IN_NEED, true));
        say("2024-03-09T20:00", "school", Said.concern(Topic.HUNGER));

        asked().only("2024-03-09T20:00");
        asked().silent("2024-03-09T19:59");
    }

    @Test
    void aReferralOnlyOnceItIsDecided() {
        story.at("2024-03-04T10:00")
                .from("gp")
                .about(child)
                .to(CARE)
                .says(Said.referral(Harm.NEGLECT));
        asked().silent("2024-03-07T10:00");

        say("2024-03-07T10:00", CARE, Said.assessment());
        asked().beginsAt("2024-03-07T10:00", "2024-03-08T10:00");
    }

    @Test
    void anAllocationIsAnOwner() {
        say("2024-03-08T10:00", CARE, Said.enquiry(true));
        say("2024-03-09T09:00", CARE, Said.allocated());

        asked().silent("2024-09-09T09:00");
        assertThat(evaluated("2024-03-09T09:00").recheckAt()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SEEN", "REFUSED", "NOT_AT_HOME"})
    void aVisitShowsAnOwnerForTenWorkingDays(VisitOutcome outcome) {
        say("2024-03-08T10:00", CARE, Said.enquiry(true));
        say("2024-03-08T12:00", CARE, Said.visit(outcome, VisitReason.ENQUIRY));

        asked().beginsAt("2024-03-08T12:00", "2024-03-24T00:00");
    }

    @Test
    void aVisitThatWasCancelledAndOneOfAnotherServiceShowNone() {
        say("2024-03-08T10:00", CARE, Said.enquiry(true));
        say("2024-03-08T12:00", CARE, Said.visit(VisitOutcome.CANCELLED, VisitReason.ENQUIRY));
        say("2024-03-08T13:00", "school", Said.visit(VisitOutcome.SEEN, VisitReason.OTHER));

        asked().only("2024-03-09T10:00");
    }

    @Test
    void whatIsClosedNeedsNoOwner() {
        say("2024-03-08T10:00", CARE, Said.enquiry(true));
        say("2024-03-08T12:00", CARE, Said.closed(true, true));

        asked().silent("2024-06-08T10:00");
    }

    @Test
    void severalOpenAtOnceAreOneCase() {
        Fact first = say("2024-03-08T10:00", CARE, Said.enquiry(true));
        say("2024-03-08T11:00", CARE, Said.protectionPlan());

        assertThat(asked().only("2024-03-10T10:00").matter()).isEqualTo(first.id().text());
    }

    @Test
    void anAllocationThatEndedWithItsCaseIsNoneAfterwards() {
        say("2024-03-01T10:00", CARE, Said.plan(PlanType.LOOKED_AFTER, true));
        say("2024-03-01T11:00", CARE, Said.allocated());
        say("2024-03-08T10:00", CARE, Said.closed(true, true));

        asked().beginsAt("2024-03-08T10:00", "2024-03-11T10:00");
    }

    @Test
    void anInvestigationIsItsPlansSigners() {
        CareBody.Enquiry joint = new CareBody.Enquiry(true, true, Optional.empty());
        say("2024-03-08T10:00", CARE, joint);
        say("2024-03-08T11:00", CARE, Said.allocated());

        Finding finding = asked().only("2024-03-09T10:00");
        assertThat(Asked.told(finding)).containsExactly("police/investigation-supervisor");

        say("2024-03-09T11:00", "police", plan(PlanStep.PLAN));
        asked().silent("2024-03-20T10:00");
    }

    @ParameterizedTest
    @EnumSource(names = {"AWAITED", "CANNOT_SAY"})
    void anOpinionThatIsAwaited(Fit fit) {
        Fact opinion =
                say("2024-03-08T10:00", "hospital", new MedicalOpinion(fit, Optional.empty()));
        asked().beginsAt("2024-03-08T10:00", "2024-03-09T10:00");
        assertThat(Asked.told(asked().only("2024-03-09T10:00")))
                .containsExactly("childrens-social-care/duty-manager", "hospital/named-doctor");

        story.at("2024-03-10T10:00")
                .from("hospital")
                .about(child)
                .regarding(opinion)
                .says(new MedicalOpinion(Fit.ACCIDENTAL, Optional.empty()));
        asked().silent("2024-03-11T10:00");
    }

    @Test
    void anOpinionThatSaysSomethingIsNone() {
        say("2024-03-08T10:00", "hospital", new MedicalOpinion(Fit.FITS, Optional.empty()));

        asked().silent("2024-03-10T10:00");
    }

    @Test
    void aPostThatNobodyHasAnyMoreIsNoOwner() {
        say("2024-03-01T10:00", CARE, Said.enquiry(true));
        say("2024-03-01T11:00", CARE, Said.allocated());

        assertThat(withWorkerUntil("2024-03-10", "2024-03-11T23:59").findings()).isEmpty();
        assertThat(withWorkerUntil("2024-03-10", "2024-03-10T12:00").recheckAt())
                .contains(Story.instant("2024-03-11T00:00"));
        assertThat(withWorkerUntil("2024-03-10", "2024-03-12T00:00").findings())
                .singleElement()
                .satisfies(f -> assertThat(f.since()).isEqualTo(Story.instant("2024-03-12T00:00")));
    }

    @Test
    void aPostOfWhichTheDirectoryNeverNamedAHolderIsBelieved() {
        say("2024-03-01T10:00", CARE, Said.enquiry(true));
        say("2024-03-01T11:00", CARE, Said.allocated());

        assertThat(withWorkerUntil("2023-01-01", "2024-03-12T00:00").findings()).isEmpty();
    }

    private Evaluation withWorkerUntil(String left, String at) {
        AgencyId agency = Story.agency(CARE);
        PostId post = new PostId("westmarsh-worker");
        DirectoryBuilder built = new DirectoryBuilder();
        built.add(new Area(new AreaId("westmarsh"), "Westmarsh", Nation.ENGLAND));
        built.add(
                new Agency(
                        agency, "Care", AgencyType.CHILDRENS_SOCIAL_CARE, new AreaId("westmarsh")));
        built.add(Post.of(post, agency, "Worker", Role.SOCIAL_WORKER));
        built.add(
                new Holder(
                        post,
                        new StaffId("worker-1"),
                        new Text("Ash Rowe"),
                        Period.between(LocalDate.parse("2020-01-01"), LocalDate.parse(left))));
        Situation told = story.situation(child, at);
        return new OpenMatterWithoutOwner()
                .evaluate(
                        new Situation(told.around(), told.now(), built.build(), told.parameters()));
    }

    @Test
    void nothingOpenNeedsAnOwner() {
        say("2024-03-08T10:00", "school", Said.concern(Topic.HUNGER));

        asked().silent("2024-03-20T10:00");
    }

    private static InvestigationPlan plan(PlanStep step) {
        return new InvestigationPlan(step, Optional.empty());
    }

    private Fact say(String at, String agency, Body body) {
        return story.at(at).from(agency).about(child).says(body);
    }

    private Evaluation evaluated(String at) {
        return story.evaluate(new OpenMatterWithoutOwner(), child, at);
    }

    private Asked asked() {
        return new Asked(story, new OpenMatterWithoutOwner(), child);
    }
}
