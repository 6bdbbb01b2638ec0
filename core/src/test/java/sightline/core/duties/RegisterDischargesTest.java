package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Phrases.home;

import org.junit.jupiter.api.Test;

import sightline.core.alerts.Alert;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.facts.CareBody.Referral;
import sightline.core.facts.CareBody.Referral.Channel;
import sightline.core.facts.CareBody.Referral.Service;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody.PoliceVisit;
import sightline.core.facts.PoliceBody.PoliceVisit.HomeFound;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SharedBody.AlertAnswered;
import sightline.core.facts.SharedBody.AlertAnswered.AlertAnswer;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.facts.SharedBody.DisclosureAsked;
import sightline.core.facts.SharedBody.DisclosureTo;
import sightline.core.facts.SystemBody.AlertTold;
import sightline.core.kernel.Text;
import sightline.core.screening.Catalogue;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

/**
 * What ends what is owed about a registered person: what settles it, and nothing that is only near
 * it. Invented people.
 */
final class RegisterDischargesTest {
    private static final String SOCIAL_CARE = "childrens-social-care";

    private final Story story = new Story();
    private final Who man = story.person("man", "1980-01-01");
    private final Who boy = story.person("boy", "2019-05-05");
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    @Test
    void onlyAnAnswerToTheAlertOfADifferenceDecidesIt() {
        twoHomesNotTold();
        List<Alert> alerts = differences("2024-07-20T09:00");
        assertThat(alerts).hasSize(2);
        alerts.forEach(this::told);
        assertThat(open("register.decide", "2024-07-20T09:00")).hasSize(2);

        answered("2024-07-21T10:00", "AL-02-4711");
        answered("2024-07-21T11:00", "RG-01-NONE");
        assertThat(open("register.decide", "2024-07-21T12:00")).hasSize(2);

        Alert one = alerts.getFirst();
        answered("2024-07-22T10:00", one.reference());
        assertThat(open("register.decide", "2024-07-22T11:00"))
                .singleElement()
                .satisfies(d ->
                        assertThat(d.start())
                                .isEqualTo("found/" + alerts.getLast().newest().item()));
        answered("2024-07-23T10:00", alerts.getLast().reference());
        assertThat(open("register.decide", "2024-07-23T11:00")).isEmpty();
    }

    private void twoHomesNotTold() {
        notified("2024-03-01T10:00", NotificationType.ENTERED);
        notified("2024-03-02T10:00", NotificationType.INITIAL);
        at("2024-03-02T10:00", "police", "1 Mill Lane");
        at("2024-06-10T10:00", "housing", "2 Quay Road");
        at("2024-07-10T10:00", "housing", "3 Weir Street");
    }

    /** The alert is put before the keeper, as whoever delivers it records. */
    private void told(Alert alert) {
        story.at("2024-07-20T09:30")
                .from("police")
                .about(man)
                .says(
                        new AlertTold(
                                alert.reference(),
                                alert.rule().value(),
                                Story.agency("police"),
                                "register-keeper",
                                Story.agency("housing"),
                                AlertTold.Manner.FIRST,
                                List.of(alert.newest().item())));
    }

    private void answered(String at, String alert) {
        story.at(at)
                .from("police")
                .about(man)
                .says(
                        new AlertAnswered(
                                alert,
                                AlertAnswer.EXPLAINED,
                                new Text("He told the station"),
                                Optional.empty()));
    }

    @Test
    void tellingASchoolOrReferringHimToHealthHasToldSocialCareOfNoChild() {
        Fact visit = aChildWasThere();

        disclosed("2024-03-21T12:00", Optional.empty(), Optional.empty());
        disclosed("2024-03-21T12:10", Optional.empty(), Optional.of("school"));
        disclosed("2024-03-21T12:20", Optional.of(visit), Optional.of("school"));
        referred("2024-03-21T12:30", "police", Service.HEALTH, Optional.of(visit));
        referred("2024-03-21T12:40", "hospital", Service.SOCIAL_CARE, Optional.empty());
        Fact school = asked("2024-03-21T12:50", DisclosureTo.SCHOOL);
        disclosed("2024-03-21T13:00", Optional.of(school), Optional.empty());

        assertThat(open("register.child", "2024-03-21T14:00")).hasSize(1);
    }

    @Test
    void aQuestionOfBeforeTheVisitWasAboutSomethingElse() {
        notified("2024-03-01T10:00", NotificationType.ENTERED);
        Fact before = asked("2024-03-02T10:00", DisclosureTo.SOCIAL_CARE);
        visited();

        disclosed("2024-03-21T12:00", Optional.of(before), Optional.empty());

        assertThat(open("register.child", "2024-03-21T14:00")).hasSize(1);
    }

    @Test
    void whetherSocialCareIsToldMayBeAskedAndDecidedEitherWay() {
        aChildWasThere();
        Fact asked = asked("2024-03-21T12:00", DisclosureTo.SOCIAL_CARE);
        assertThat(open("register.child", "2024-03-21T12:30")).hasSize(1);

        disclosed("2024-03-21T13:00", Optional.of(asked), Optional.empty());

        assertThat(open("register.child", "2024-03-21T14:00")).isEmpty();
    }

    @Test
    void aReferralOfThePoliceThatNamesHimAloneOrAChildElsewhereTellsOfNoChildThere() {
        aChildWasThere();
        livesAt(boy, "9 Weir Street");

        referred("2024-03-21T12:00", "police", Service.SOCIAL_CARE, Optional.empty());
        referredChild("2024-03-21T12:10", boy, Optional.of(man));

        assertThat(open("register.child", "2024-03-21T14:00")).hasSize(1);
    }

    @Test
    void aReferralOfThePoliceAboutAChildOfTheHomeTellsOfTheChild() {
        livesAt(boy, "1 Mill Lane");
        aChildWasThere();

        referredChild("2024-03-21T12:00", boy, Optional.of(man));

        assertThat(open("register.child", "2024-03-21T14:00")).isEmpty();
    }

    @Test
    void soDoesOneThatNamesTheChildAndNotHim() {
        livesAt(boy, "1 Mill Lane");
        aChildWasThere();

        referredChild("2024-03-21T12:00", boy, Optional.empty());

        assertThat(open("register.child", "2024-03-21T14:00")).isEmpty();
    }

    @Test
    void aReferralOfBeforeTheVisitToldOfAnother() {
        livesAt(boy, "1 Mill Lane");
        notified("2024-03-01T10:00", NotificationType.ENTERED);
        referredChild("2024-03-02T12:00", boy, Optional.of(man));
        aChildWasThere();

        assertThat(open("register.child", "2024-03-21T14:00")).hasSize(1);
    }

    private void livesAt(Who child, String address) {
        at("2024-03-02T10:00", "police", "1 Mill Lane");
        story.at("2024-03-02T11:00")
                .from("health-visiting")
                .about(child)
                .place(address)
                .says(home());
    }

    private void referredChild(String at, Who child, Optional<Who> with) {
        Story.Entry entry = story.at(at).from("police").about(child);
        with.ifPresent(w -> entry.with(PersonRole.PARTY, w));
        entry.to(SOCIAL_CARE)
                .says(
                        new Referral(
                                Service.SOCIAL_CARE, List.of(), Optional.empty(), Channel.WRITTEN));
    }

    @Test
    void whatIsSentToSocialCareAboutTheVisitTellsOfTheChild() {
        Fact visit = aChildWasThere();

        disclosed("2024-03-21T12:00", Optional.of(visit), Optional.of(SOCIAL_CARE));

        assertThat(open("register.child", "2024-03-21T14:00")).isEmpty();
    }

    @Test
    void whoeverReferredBecauseOfTheVisitToldOfTheChild() {
        Fact visit = aChildWasThere();

        referred("2024-03-21T12:00", "hospital", Service.SOCIAL_CARE, Optional.of(visit));

        assertThat(open("register.child", "2024-03-21T14:00")).isEmpty();
    }

    private Fact aChildWasThere() {
        notified("2024-03-01T10:00", NotificationType.ENTERED);
        Fact visit = visited();
        assertThat(open("register.child", "2024-03-21T11:00")).hasSize(1);
        return visit;
    }

    private Fact visited() {
        return story.at("2024-03-21T10:00")
                .from("police")
                .about(man)
                .says(
                        new PoliceVisit(
                                VisitOutcome.SEEN,
                                false,
                                Optional.empty(),
                                Optional.of(HomeFound.AS_NOTIFIED),
                                true));
    }

    private void notified(String at, NotificationType type) {
        story.at(at)
                .from("police")
                .about(man)
                .says(new RegisterNotification("soa-2003", type, Optional.empty()));
    }

    private void at(String at, String agency, String address) {
        story.at(at).from(agency).about(man).place(address).says(home());
    }

    private Fact asked(String at, DisclosureTo to) {
        return story.at(at)
                .from("police")
                .about(man)
                .says(new DisclosureAsked(to, Optional.empty(), new Text("A boy was there")));
    }

    private void disclosed(String at, Optional<Fact> regarding, Optional<String> to) {
        says(
                story.at(at).from("police").about(man),
                regarding,
                to,
                new Disclosure(true, "Children Act 2004, section 11", Optional.empty()));
    }

    private void referred(String at, String from, Service service, Optional<Fact> regarding) {
        says(
                story.at(at).from(from).about(man),
                regarding,
                Optional.of(SOCIAL_CARE),
                new Referral(service, List.of(), Optional.empty(), Channel.WRITTEN));
    }

    private static void says(
            Story.Entry entry,
            Optional<Fact> regarding,
            Optional<String> to,
            sightline.core.facts.Body body) {
        regarding.ifPresent(entry::regarding);
        to.ifPresent(entry::to);
        entry.says(body);
    }

    private List<Alert> differences(String at) {
        return derived(at).alerts().stream().filter(a -> a.rule().value().equals("RG-01")).toList();
    }

    private List<Duty> open(String clock, String at) {
        return derived(at).duties().stream()
                .filter(d -> d.clock().value().equals(clock))
                .filter(d -> d.state().open())
                .toList();
    }

    private Derived derived(String at) {
        return derivation.derive(story.situation(man, at));
    }
}
