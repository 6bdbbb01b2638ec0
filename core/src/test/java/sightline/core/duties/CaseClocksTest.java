package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.alerts.Change;
import sightline.core.alerts.Changes;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.alerts.Known;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.SharedBody;
import sightline.core.screening.Catalogue;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the four inquiries ask of the clocks. */
final class CaseClocksTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2006-03-01");
    private final Who mother = story.person("mother", "1979-07-14");
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    @Test
    void bailIsToldByPoliceAndOpenedBySocialCare() {
        story.at("2006-12-19T17:20")
                .from("police")
                .with(PersonRole.SUSPECT, mother)
                .with(PersonRole.VICTIM, child)
                .says(Said.bail());

        assertThat(owed("bail.share", child, "2006-12-19T18:00"))
                .containsExactlyInAnyOrder(
                        "westmarsh-police/investigating-officer",
                        "westmarsh-childrens-social-care/duty-manager");
    }

    @Test
    void bailOfASuspectIsToldWhereTheChildIsAWitnessByAnotherEntryOfTheInvestigation() {
        Who man = story.person("man", "1975-02-02");
        bailed(man, "2006-12-18T10:00");
        assertThat(owed("bail.share", child, "2006-12-18T11:00")).isEmpty();

        story.at("2006-12-19T09:00")
                .from("police")
                .about(man)
                .with(PersonRole.WITNESS, child)
                .says(Said.arrested());
        bailed(man, "2006-12-19T17:20");
        assertThat(owed("bail.share", child, "2006-12-19T18:00")).isNotEmpty();
    }

    @Test
    void anEntryThatIsAddressedToSocialCareHasToldIt() {
        bail("2006-12-19T17:20", "childrens-social-care");
        assertThat(owed("bail.share", child, "2006-12-19T18:00")).isEmpty();

        bail("2006-12-20T17:20", "hospital");
        assertThat(owed("bail.share", child, "2006-12-20T18:00"))
                .as("told to somebody else")
                .isNotEmpty();
    }

    @Test
    void onlyWhatIsAddressedToSocialCareAnswersForBail() {
        Fact bail = bail("2006-12-19T17:20", "gp");
        tells("2006-12-19T18:00", "gp", bail);
        assertThat(owed("bail.share", child, "2006-12-19T19:00")).isNotEmpty();

        tells("2006-12-19T20:00", "childrens-social-care", bail);
        assertThat(owed("bail.share", child, "2006-12-19T21:00")).isEmpty();
    }

    private Fact bail(String at, String to) {
        return story.at(at)
                .from("police")
                .with(PersonRole.SUSPECT, mother)
                .with(PersonRole.VICTIM, child)
                .to(to)
                .says(
                        new JusticeBody.Bail(
                                JusticeBody.Bail.BailStage.SET,
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));
    }

    private void tells(String at, String to, Fact what) {
        story.at(at)
                .from("police")
                .with(PersonRole.VICTIM, child)
                .to(to)
                .regarding(what)
                .says(new SharedBody.Note(new sightline.core.kernel.Text("Bail is set.")));
    }

    private void bailed(Who suspect, String at) {
        story.at(at)
                .from("police")
                .with(PersonRole.SUSPECT, suspect)
                .with(PersonRole.VICTIM, mother)
                .says(Said.bail());
    }

    private void checked(String by, String at) {
        story.at(at)
                .from(by)
                .with(PersonRole.CARER, mother)
                .with(PersonRole.CHILD, child)
                .says(
                        new SharedBody.InformationAnswer(
                                SharedBody.InformationAnswer.AnswerOutcome.NOTHING_HELD,
                                Optional.empty()));
    }

    private void placed(String by, String at, boolean agreed) {
        story.at(at)
                .from(by)
                .with(PersonRole.CHILD, child)
                .with(PersonRole.CARER, mother)
                .says(
                        new CareBody.CarerArranged(
                                CareBody.CarerArranged.Arrangement.FAMILY_OR_FRIEND, agreed));
    }

    @Test
    void checksThatWereAnsweredBeforeThePlacementAreDone() {
        checked("police", "2007-04-02T10:00");
        checked("childrens-social-care", "2007-04-03T10:00");
        placed("childrens-social-care", "2007-04-05T10:00", true);

        assertThat(owed("carer.checks", child, "2007-04-06T10:00")).isEmpty();
    }

    @Test
    void anAnswerOfOneServiceOrOfLongBeforeIsNoCheck() {
        checked("police", "2006-12-01T10:00");
        checked("childrens-social-care", "2007-04-03T10:00");
        placed("childrens-social-care", "2007-04-05T10:00", true);

        assertThat(owed("carer.checks", child, "2007-04-06T10:00")).isNotEmpty();
    }

    @Test
    void aRelativeWhoHelpsIsNoPlacementUnlessSocialCareAgreedOrThereIsAPlan() {
        placed("nursery", "2007-04-05T10:00", false);
        assertThat(owed("carer.checks", child, "2007-04-06T10:00")).isEmpty();

        placed("nursery", "2007-04-07T10:00", true);
        assertThat(owed("carer.checks", child, "2007-04-08T10:00")).isNotEmpty();
    }

    @Test
    void nothingIsOwedToAChildWhoseDeathWasOnRecordBefore() {
        story.at("2007-08-03T12:00")
                .from("ambulance")
                .about(child)
                .says(new CareBody.SeriousIncident(true, true));
        story.at("2007-08-03T15:00")
                .from("childrens-social-care")
                .about(child)
                .says(
                        new CareBody.StrategyDiscussion(
                                CareBody.StrategyDiscussion.StrategyOutcome.JOINT_ENQUIRY,
                                Optional.empty()));

        assertThat(owed("s47.icpc", child, "2007-08-04T12:00")).isEmpty();
        assertThat(owed("sin", child, "2007-08-04T12:00")).isNotEmpty();
    }

    @Test
    void anAnswerThatNamesOnePersonEndsTheRequestForAllInIt() {
        Fact asked =
                story.at("2007-05-14T14:30")
                        .from("childrens-social-care")
                        .with(PersonRole.CHILD, child)
                        .with(PersonRole.MOTHER, mother)
                        .to("police")
                        .says(
                                new SharedBody.InformationRequest(
                                        false,
                                        SharedBody.InformationRequest.Asked.HISTORY,
                                        Optional.empty(),
                                        Optional.empty()));
        assertThat(owed("info.request", child, "2007-05-14T15:00")).hasSize(1);
        assertThat(owed("info.request", mother, "2007-05-14T15:00"))
                .as("one question, one duty")
                .isEmpty();

        story.at("2007-05-15T10:00")
                .from("police")
                .about(mother)
                .regarding(asked)
                .says(
                        new SharedBody.InformationAnswer(
                                SharedBody.InformationAnswer.AnswerOutcome.NOTHING_HELD,
                                Optional.empty()));

        assertThat(owed("info.request", child, "2007-05-15T11:00")).isEmpty();
        assertThat(owed("info.request", mother, "2007-05-15T11:00")).isEmpty();
    }

    @Test
    void aViolentOffenceWithoutTheVictimsAgeIsAskedOfWhoeverEnteredIt() {
        Fact entry =
                story.at("2008-05-22T10:00")
                        .from("police")
                        .with(PersonRole.OFFENDER, mother)
                        .says(conviction(Optional.empty()));
        assertThat(owed("offence.victim", mother, "2008-05-23T10:00"))
                .containsExactly("westmarsh-police/records-desk");

        story.at("2008-05-26T10:00")
                .from("police")
                .with(PersonRole.OFFENDER, mother)
                .correcting(entry)
                .says(conviction(Optional.of(0)));

        assertThat(owed("offence.victim", mother, "2008-05-27T10:00")).isEmpty();
    }

    @Test
    void theServiceThatHoldsTheThirdMissedAppointmentChecksHowTheFamilyIsReached() {
        missed("gp", "2007-02-06");
        missed("gp", "2007-03-06");
        missed("hospital", "2007-05-15");
        missed("gp", "2007-06-05");

        assertThat(owed("access.check", child, "2007-06-06T09:00"))
                .containsExactly("westmarsh-hospital/safeguarding-lead");
    }

    @Test
    void whatIsOwedAboutAnUnbornChildIsOwedAboutTheChildFromBirth() {
        Who unborn = story.stranger("unborn");
        story.at("2006-10-10T10:00")
                .from("maternity")
                .with(PersonRole.MOTHER, mother)
                .with(PersonRole.UNBORN_CHILD, unborn)
                .says(
                        new HealthBody.PregnancyBooked(
                                Optional.of(LocalDate.parse("2007-05-01")), 1));
        story.at("2006-11-01T10:00")
                .from("maternity")
                .with(PersonRole.UNBORN_CHILD, unborn)
                .to("childrens-social-care")
                .says(
                        new CareBody.Referral(
                                CareBody.Referral.Service.SOCIAL_CARE,
                                List.of(CareBody.Harm.UNBORN_CHILD),
                                Optional.empty(),
                                CareBody.Referral.Channel.WRITTEN));
        assertThat(owed("ref.decision", unborn, "2006-11-01T11:00")).hasSize(1);

        Who born = story.person("born", "2007-04-28");
        story.at("2007-04-28T12:00")
                .from("maternity")
                .with(PersonRole.CHILD, born)
                .with(PersonRole.MOTHER, mother)
                .says(new HealthBody.Birth(List.of(), false));

        assertThat(owed("ref.decision", unborn, "2007-04-28T13:00")).isEmpty();
        assertThat(owed("ref.decision", born, "2007-04-28T13:00")).hasSize(1);
    }

    @Test
    void anAlertKeepsItsReferenceWhenAnotherAgencysRecordJoinsThePerson() {
        story.at("2006-10-13T11:00").from("hospital").about(child).says(bruise());
        Derived before = derived(child, "2006-10-13T12:00");
        story.at("2006-10-14T11:00")
                .from("ambulance")
                .about(child)
                .says(new SharedBody.Note(new sightline.core.kernel.Text("seen")));

        List<Change> changes =
                Changes.between(Known.of(before), derived(child, "2006-10-14T12:00"));

        assertThat(before.alerts()).isNotEmpty();
        assertThat(changes).noneMatch(Change.Withdrawn.class::isInstance);
        assertThat(changes).noneMatch(Change.Raised.class::isInstance);
    }

    private List<String> owed(String key, Who subject, String london) {
        return derived(subject, london).duties().stream()
                .filter(d -> d.clock().value().equals(key) && d.state().open())
                .flatMap(d -> d.owedBy().stream())
                .map(r -> r.text())
                .toList();
    }

    private Derived derived(Who subject, String london) {
        return derivation.derive(story.situation(subject, london));
    }

    private void missed(String agency, String day) {
        story.at(day + "T16:30")
                .from(agency)
                .about(child)
                .says(
                        new HealthBody.Appointment(
                                HealthBody.Appointment.Kept.NOT_BROUGHT, "clinic"));
    }

    private static JusticeBody.Conviction conviction(Optional<Integer> victimAge) {
        JusticeBody.Offence offence =
                new JusticeBody.Offence(
                        "GBH; battery",
                        Optional.empty(),
                        Optional.empty(),
                        JusticeBody.OffenceGroup.WOUNDING,
                        victimAge,
                        Optional.empty());
        return new JusticeBody.Conviction(
                offence, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    private static HealthBody.InjuryObserved bruise() {
        return Said.mobile(Said.bruise(HealthBody.Site.HEAD), false);
    }
}
