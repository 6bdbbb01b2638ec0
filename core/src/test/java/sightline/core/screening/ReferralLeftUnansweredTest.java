package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.CARE;
import static sightline.core.story.Said.bruise;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody.LogClass;
import sightline.core.facts.PoliceBody.PoliceIncident;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

final class ReferralLeftUnansweredTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Who infant = story.person("infant", "2023-11-20");
    private final Who baby = story.person("baby", "2006-03-01");
    private final Asked asked = new Asked(story, new ReferralLeftUnanswered(), child);
    private final Asked ofBaby = new Asked(story, new ReferralLeftUnanswered(), baby);

    @Test
    void undecidedAtTheEndOfTheNextWorkingDayFires() {
        Fact referral = refer("school", "2024-03-08T10:00");

        asked.beginsAt("2024-03-08T10:00", "2024-03-12T00:00");
        Finding finding = asked.only("2024-03-12T10:00");
        assertThat(finding.matter()).isEqualTo(referral.id().text());
        assertThat(finding.item()).isEqualTo("undecided");
        assertThat(Asked.told(finding))
                .containsExactly("childrens-social-care/duty-manager", "school/safeguarding-lead");
    }

    @Test
    void severalContactsAboutOneMatterAreOneUnresolvedReferral() {
        refer("school", "2024-03-04T09:00");
        refer("school", "2024-03-04T11:00");
        refer("school", "2024-03-04T14:00");
        refer("school", "2024-03-05T09:00");

        asked.only("2024-03-06T10:00");
    }

    @Test
    void whoeverSawItFirstWasToReferThoughTheirEntryCameLast() {
        bruiseSeenBy("hospital", "2024-03-05T20:00", "2024-03-05T20:00");
        bruiseSeenBy("gp", "2024-03-25T10:00", "2024-03-04T10:00");

        assertThat(
                        Asked.told(
                                new Asked(story, new ReferralLeftUnanswered(), infant)
                                        .only("2024-03-27T10:00")))
                .containsExactly("childrens-social-care/duty-manager", "gp/safeguarding-lead");
    }

    private void bruiseSeenBy(String agency, String received, String seen) {
        story.at(received)
                .recorded(seen)
                .happened(seen.substring(0, 10))
                .from(agency)
                .about(infant)
                .says(bruise(Site.CHEEK, Mechanism.ROLLED_ONTO_OBJECT));
    }

    @Test
    void decidedAndAcknowledgedInTimeIsSilent() {
        refer("school", "2024-03-04T09:00");
        story.at("2024-03-05T23:59").from(CARE).about(child).to("school").says(Said.assessment());

        asked.silent("2024-03-06T00:00");
    }

    @Test
    void decidedWithoutAWordToTheReferrerIsUnacknowledged() {
        refer("school", "2024-03-04T09:00");
        care("2024-03-05T10:00", Said.assessment());

        asked.beginsAt("2024-03-05T10:00", "2024-03-06T00:00");
        assertThat(asked.only("2024-03-06T00:00").item()).isEqualTo("unacknowledged");
        care("2024-03-07T10:00", Said.acknowledged());
        asked.silent("2024-03-07T10:00");
    }

    @Test
    void anAcknowledgementAloneDecidesNothing() {
        refer("school", "2024-03-04T09:00");
        care("2024-03-04T10:00", Said.acknowledged());

        assertThat(asked.only("2024-03-06T00:00").item()).isEqualTo("undecided");
    }

    @Test
    void anUnnamedCallerIsOwedADecisionOnly() {
        story.at("2024-03-04T09:00")
                .from(CARE)
                .about(child)
                .says(Said.publicReport(true, Harm.NEGLECT));
        care("2024-03-04T15:00", Said.noFurtherAction());

        asked.silent("2024-03-06T10:00");
    }

    @Test
    void aReferralThatNamesNoAddresseeGoesToTheLeadOfItsArea() {
        story.at("2024-03-04T09:00").from("school").about(child).says(Said.referral(Harm.NEGLECT));

        assertThat(Asked.told(asked.only("2024-03-06T10:00")))
                .containsExactly("partnership/area-lead", "school/safeguarding-lead");
    }

    @Test
    void aLateDecisionEndsIt() {
        refer("school", "2024-03-04T09:00");
        care("2024-03-08T10:00", new CareBody.CaseAllocated("sw-1", Optional.empty()));
        care("2024-03-08T10:05", Said.acknowledged());

        assertThat(asked.alerts("2024-03-08T09:59")).hasSize(1);
        asked.silent("2024-03-08T10:05");
    }

    @Test
    void aReferralToAnotherServiceIsNotOnTheLadder() {
        story.at("2024-03-04T09:00")
                .from("school")
                .about(child)
                .says(
                        new CareBody.Referral(
                                CareBody.Referral.Service.EARLY_HELP,
                                java.util.List.of(),
                                Optional.empty(),
                                CareBody.Referral.Channel.WRITTEN));

        asked.silent("2024-03-16T10:00");
    }

    @Test
    void anInjuryOfABabyThatNobodyReferredFiresAfterTheNextWorkingDay() {
        Fact seen =
                story.at("2006-10-13T10:00")
                        .from("gp")
                        .about(baby)
                        .says(bruise(Site.HEAD, Mechanism.FALL_DOWN_STAIRS));

        ofBaby.beginsAt("2006-10-13T10:00", "2006-10-17T00:00");
        Finding finding = ofBaby.only("2006-10-20T10:00");
        assertThat(finding.matter()).isEqualTo(seen.id().text());
        assertThat(finding.item()).isEqualTo("not-made");
        assertThat(Asked.told(finding))
                .containsExactly("childrens-social-care/duty-manager", "gp/safeguarding-lead");
    }

    @Test
    void aReferralByAnybodyOnOrAfterTheDayDischargesIt() {
        story.at("2006-10-13T10:00").from("gp").about(baby).says(bruise(Site.HEAD));
        story.at("2006-10-13T16:00")
                .from("hospital")
                .about(baby)
                .to(CARE)
                .says(Said.referral(Harm.INJURY));
        story.at("2006-10-14T16:00").from(CARE).about(baby).to("hospital").says(Said.assessment());

        ofBaby.silent("2006-10-20T10:00");
    }

    @Test
    void anInjuryOfAChildWhoWalksRequiresNone() {
        story.at("2024-03-04T09:00").from("gp").about(child).says(bruise(Site.FACE));

        asked.silent("2024-03-20T10:00");
    }

    @Test
    void aReferralThatWasAgreedAndNotMadeFires() {
        story.at("2024-03-04T09:00")
                .from("gp")
                .about(child)
                .says(new CareBody.ReferralAgreed(Optional.empty()));
        asked.beginsAt("2024-03-04T09:00", "2024-03-06T00:00");

        refer("gp", "2024-03-06T09:00");
        asked.silent("2024-03-06T09:00");
    }

    @Test
    void aRetractedReferralIsOffTheLadder() {
        Fact referral = refer("school", "2024-03-04T09:00");
        story.at("2024-03-05T09:00")
                .from("school")
                .about(child)
                .regarding(referral)
                .says(Said.retraction());

        asked.silent("2024-03-20T10:00");
    }

    private Fact refer(String agency, String at) {
        return story.at(at).from(agency).about(child).to(CARE).says(Said.referral(Harm.NEGLECT));
    }

    @Test
    void aCallToThePoliceAboutAChildWhoseMatterWasClosedIsShownAsAReferralAtOnce() {
        refer("school", "2024-03-04T10:00");
        care("2024-03-04T15:00", Said.noFurtherAction());
        Fact log = called("2024-03-16T21:00");

        assertThat(rule("2024-03-16T21:00"))
                .filteredOn(f -> !f.alerts())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.matter()).isEqualTo(log.id().text());
                    assertThat(f.item()).startsWith("by-log");
                });
    }

    @Test
    void aCallAboutAChildOfWhomNothingWasClosedIsNone() {
        called("2024-03-16T21:00");

        assertThat(rule("2024-03-20T21:00")).isEmpty();
    }

    private List<Finding> rule(String at) {
        return story.findings(new ReferralLeftUnanswered(), child, at);
    }

    private Fact called(String at) {
        return story.at(at)
                .from("police")
                .about(child)
                .with(PersonRole.CALLER, story.person("neighbour", "1960"))
                .says(
                        new PoliceIncident(
                                LogClass.CONCERN_FOR_CHILD, false, false, true, Optional.empty()));
    }

    private void care(String at, sightline.core.facts.Body body) {
        story.at(at).from(CARE).about(child).says(body);
    }
}
