package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.CHILD;
import static sightline.core.facts.PersonRole.SUSPECT;
import static sightline.core.facts.PersonRole.VICTIM;
import static sightline.core.story.Said.CARE;
import static sightline.core.story.Said.referral;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.Plan.PlanType;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PoliceBody;
import sightline.core.screening.Matter.Kind;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class MattersTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Who man = story.person("man", "1980-01-01");

    @Test
    void anUndecidedReferralIsOpen() {
        refer("2024-03-04T10:00");

        assertThat(open("2024-03-04T10:00")).containsExactly(Kind.REFERRAL);
        assertThat(open("2024-06-01T10:00")).containsExactly(Kind.REFERRAL);
    }

    @Test
    void aReferralToAnotherServiceIsNoMatter() {
        story.at("2024-03-04T10:00")
                .from("school")
                .about(child)
                .says(
                        new CareBody.Referral(
                                CareBody.Referral.Service.EARLY_HELP,
                                List.of(Harm.NEGLECT),
                                Optional.empty(),
                                CareBody.Referral.Channel.WRITTEN));

        assertThat(open("2024-03-05T10:00")).isEmpty();
    }

    @Test
    void noFurtherActionClosesAReferral() {
        refer("2024-03-04T10:00");
        care("2024-03-05T09:00", Said.noFurtherAction());

        assertThat(open("2024-03-05T08:59")).containsExactly(Kind.REFERRAL);
        assertThat(open("2024-03-05T09:00")).isEmpty();
    }

    @Test
    void anAcceptedReferralIsOpenUntilTheCaseIsClosed() {
        refer("2024-03-04T10:00");
        care("2024-03-05T09:00", Said.assessment());
        care("2024-04-05T09:00", Said.closed(true, true));

        assertThat(open("2024-04-01T09:00")).containsExactly(Kind.REFERRAL);
        assertThat(open("2024-04-05T09:00")).isEmpty();
    }

    @Test
    void anEndedEnquiryClosesItsReferralAfterFiveWorkingDaysWithoutANextStep() {
        refer("2024-03-04T10:00");
        care("2024-03-05T09:00", Said.enquiry(true));
        care("2024-03-18T09:00", Said.enquiry(false));

        assertThat(open("2024-03-18T10:00")).containsExactly(Kind.REFERRAL);
        assertThat(open("2024-03-25T23:59")).containsExactly(Kind.REFERRAL);
        assertThat(open("2024-03-26T00:00")).isEmpty();
    }

    @Test
    void aNextStepInTimeKeepsTheReferralOpen() {
        refer("2024-03-04T10:00");
        care("2024-03-05T09:00", Said.enquiry(true));
        care("2024-03-18T09:00", Said.enquiry(false));
        care("2024-03-20T09:00", Said.plan(PlanType.IN_NEED, true));

        assertThat(open("2024-04-26T00:00"))
                .containsExactlyInAnyOrder(Kind.REFERRAL, Kind.IN_NEED_PLAN);
    }

    @Test
    void aStrategyDiscussionOpensAnEnquiryThatTheConferenceEnds() {
        care(
                "2024-03-05T09:00",
                new CareBody.StrategyDiscussion(
                        CareBody.StrategyDiscussion.StrategyOutcome.ENQUIRY, Optional.empty()));
        care(
                "2024-03-20T09:00",
                new CareBody.Conference(
                        CareBody.Conference.ConferenceType.INITIAL,
                        CareBody.Conference.ConferenceOutcome.PLAN,
                        List.of(Harm.NEGLECT)));

        assertThat(open("2024-03-06T09:00")).containsExactly(Kind.ENQUIRY);
        assertThat(open("2024-03-21T09:00")).containsExactly(Kind.PROTECTION_PLAN);
    }

    @Test
    void aPlanIsOpenUntilItEnds() {
        care("2024-03-05T09:00", Said.protectionPlan());
        care("2024-09-05T09:00", Said.plan(PlanType.PROTECTION, false));

        assertThat(open("2024-09-05T08:59")).containsExactly(Kind.PROTECTION_PLAN);
        assertThat(open("2024-09-05T09:00")).isEmpty();
    }

    @Test
    void aPlanThatAnotherAreaBeganBeforeTheFirstEndedIsOpenUntilItEndsThere() {
        care("2024-03-05T09:00", Said.protectionPlan());
        elsewhere("2024-04-05T09:00", true);
        care("2024-04-20T09:00", Said.plan(PlanType.PROTECTION, false));

        assertThat(open("2024-04-21T09:00")).containsExactly(Kind.PROTECTION_PLAN);

        elsewhere("2024-09-05T09:00", false);
        assertThat(open("2024-09-05T08:59")).containsExactly(Kind.PROTECTION_PLAN);
        assertThat(open("2024-09-05T09:00")).isEmpty();
    }

    @Test
    void whoeverTookThePlanOverEndsIt() {
        care("2024-03-05T09:00", Said.protectionPlan());
        elsewhere("2024-04-05T09:00", true);
        elsewhere("2024-09-05T09:00", false);

        assertThat(open("2024-09-05T09:00")).isEmpty();
    }

    private void elsewhere(String at, boolean started) {
        story.at(at)
                .from("eastholme/childrens-social-care")
                .about(child)
                .says(Said.plan(PlanType.PROTECTION, started));
    }

    @Test
    void anArrestWithTheChildAsVictimIsOpenUntilTheSuspicionEnds() {
        Fact arrest =
                story.at("2024-03-05T09:00")
                        .from("police")
                        .about(man)
                        .with(VICTIM, child)
                        .says(new JusticeBody.Arrest(offence()));
        story.at("2024-05-05T09:00")
                .from("police")
                .about(man)
                .regarding(arrest)
                .says(
                        new JusticeBody.SuspicionEnded(
                                JusticeBody.SuspicionEnded.Ending.NO_FURTHER_ACTION,
                                Optional.empty()));

        assertThat(open("2024-04-05T09:00")).containsExactly(Kind.POLICE_INVESTIGATION);
        assertThat(open("2024-05-05T09:00")).isEmpty();
    }

    @Test
    void anArrestThatWasSentTwiceEndsWithTheOneThatIsNamed() {
        arrested("2024-03-05T09:00");
        Fact again = arrested("2024-03-05T09:05");
        assertThat(open("2024-04-05T09:00")).containsExactly(Kind.POLICE_INVESTIGATION);

        story.at("2024-05-05T09:00")
                .from("police")
                .about(man)
                .regarding(again)
                .says(
                        new JusticeBody.SuspicionEnded(
                                JusticeBody.SuspicionEnded.Ending.NO_FURTHER_ACTION,
                                Optional.empty()));

        assertThat(open("2024-05-05T09:00")).isEmpty();
    }

    private Fact arrested(String received) {
        return story.at(received)
                .recorded("2024-03-05T08:30")
                .happened("2024-03-05")
                .from("police")
                .about(man)
                .with(VICTIM, child)
                .says(new JusticeBody.Arrest(offence()));
    }

    @Test
    void theWordsOfALogOpenNothing() {
        story.at("2024-03-05T09:00")
                .from("police")
                .with(SUSPECT, man)
                .with(CHILD, child)
                .says(
                        new PoliceBody.PoliceIncident(
                                PoliceBody.LogClass.ASSAULT, false, true, true, Optional.empty()));

        assertThat(open("2024-03-06T09:00")).isEmpty();
    }

    @Test
    void aRetractedReferralWasNoMatter() {
        Fact referral = refer("2024-03-04T10:00");
        story.at("2024-03-04T12:00")
                .from("school")
                .about(child)
                .regarding(referral)
                .says(Said.retraction());

        assertThat(open("2024-03-05T10:00")).isEmpty();
    }

    @Test
    void theOwnerIsTheAllocatedWorkerElseTheManager() {
        care("2024-03-05T09:00", Said.protectionPlan());
        assertThat(owner("2024-03-05T10:00")).isEqualTo(care("duty-manager"));

        care("2024-03-06T09:00", new CareBody.CaseAllocated("sw-4", Optional.empty()));
        assertThat(owner("2024-03-06T10:00")).isEqualTo(care("social-worker"));
    }

    private static String care(String role) {
        return "westmarsh-childrens-social-care/" + role;
    }

    private String owner(String at) {
        Child subject = Child.in(story.situation(child, at)).orElseThrow();
        Matter matter = Matters.of(subject).openAt(Story.instant(at)).getFirst();
        return Owners.of(matter, subject).stream().map(Recipient::text).findFirst().orElseThrow();
    }

    private static JusticeBody.Offence offence() {
        return new JusticeBody.Offence(
                "assault",
                Optional.empty(),
                Optional.empty(),
                JusticeBody.OffenceGroup.COMMON_ASSAULT,
                Optional.empty(),
                Optional.empty());
    }

    private Fact refer(String at) {
        return story.at(at).from("school").about(child).to(CARE).says(referral(Harm.NEGLECT));
    }

    private Fact care(String at, sightline.core.facts.Body body) {
        return story.at(at).from(CARE).about(child).says(body);
    }

    private List<Kind> open(String at) {
        Instant now = Story.instant(at);
        Child subject = Child.in(story.situation(child, at)).orElseThrow();
        return Matters.of(subject).openAt(now).stream().map(Matter::kind).toList();
    }
}
