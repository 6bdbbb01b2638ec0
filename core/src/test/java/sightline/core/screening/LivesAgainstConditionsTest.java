package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.CARER;
import static sightline.core.facts.PersonRole.CHILD;
import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.OTHER;
import static sightline.core.facts.PersonRole.VICTIM;
import static sightline.core.story.Phrases.carer;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.hurtABaby;
import static sightline.core.story.Phrases.note;
import static sightline.core.story.Phrases.returned;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody.CarerArranged.Arrangement;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.Arrest;
import sightline.core.facts.JusticeBody.Bail;
import sightline.core.facts.JusticeBody.Bail.BailCondition;
import sightline.core.facts.JusticeBody.Bail.BailStage;
import sightline.core.facts.JusticeBody.ChargingDecision;
import sightline.core.facts.JusticeBody.SuspicionEnded;
import sightline.core.facts.PersonBody.ContactOrder;
import sightline.core.facts.PersonBody.ContactOrder.OrderTerms;
import sightline.core.facts.PersonBody.HouseholdMemberSeen;
import sightline.core.facts.PersonBody.Residence;
import sightline.core.facts.PersonBody.Stay;
import sightline.core.facts.PersonRole;
import sightline.core.facts.Sensitivity;
import sightline.core.story.Phrases;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class LivesAgainstConditionsTest {
    private static final Rule RULE = new LivesAgainstConditions();
    private static final String CARE = "childrens-social-care";

    private final Story story = new Story();
    private final Who child = story.person("child", "2006-03-01");
    private final Who mother = story.person("mother", "1980-01-01");
    private final Who friend = story.person("friend", "1970-01-01");

    LivesAgainstConditionsTest() {
        story.at("2006-03-02T09:00").from("gp").about(child).with(MOTHER, mother).says(note());
    }

    @Test
    void aReturnHomeWhileTheParentIsOnBailAlerts() {
        Fact arrest = arrested("2006-12-19T10:00");
        bail("2006-12-19T18:00", BailStage.SET, "2007-01-11");
        bail("2007-01-11T10:00", BailStage.EXTENDED, "2007-03-11");
        Fact back = returns("2007-01-26T15:00");

        List<Finding> findings = at("2007-01-26T15:00");

        assertThat(findings)
                .extracting(Finding::matter)
                .containsOnly("condition:" + arrest.id().text());
        assertThat(findings).extracting(Finding::since).containsOnly(back.times().received());
        assertThat(findings.getFirst().first().stream().map(Recipient::text))
                .containsExactlyInAnyOrder(
                        "westmarsh-police/investigation-supervisor",
                        "westmarsh-childrens-social-care/duty-manager");
        assertThat(at("2007-01-26T14:59")).isEmpty();
    }

    @Test
    void placedWithAFriendTheSharedAddressSaysNothing() {
        live();
        placed("2006-12-15T10:00", friend);
        arrested("2006-12-19T10:00");

        assertThat(at("2006-12-20T10:00")).isEmpty();
    }

    @Test
    void placedWithAFriendAndSeenStayingWithTheParentSinceAlerts() {
        live();
        placed("2006-12-15T10:00", friend);
        arrested("2006-12-19T10:00");
        story.at("2007-01-10T16:00")
                .from("school")
                .about(child)
                .with(MOTHER, mother)
                .place("7 Far Row")
                .says(new HouseholdMemberSeen(Stay.STAYING, Optional.empty()));

        assertThat(at("2007-01-10T15:59")).isEmpty();
        assertThat(at("2007-01-10T16:00"))
                .extracting(Finding::since)
                .containsOnly(Story.instant("2007-01-10T16:00"));
    }

    @Test
    void whenThePlacementEndsTheAddressCountsAgain() {
        live();
        placed("2006-12-15T10:00", friend);
        arrested("2006-12-19T10:00");
        story.at("2007-01-26T15:00")
                .from(CARE)
                .about(child)
                .with(CARER, friend)
                .says(carer(Arrangement.ENDED));

        assertThat(at("2007-01-26T15:00"))
                .extracting(Finding::since)
                .containsExactly(Story.instant("2007-01-26T15:00"));
    }

    @Test
    void livingWithTheParentAtTheArrestAlerts() {
        live();
        Fact arrest = arrested("2007-06-05T10:00");

        assertThat(at("2007-06-05T10:00"))
                .extracting(Finding::since)
                .containsExactly(arrest.times().received());
    }

    @Test
    void seenAtHomeAgainAfterABailAddressTheAlertGrows() {
        live();
        arrested("2007-06-05T10:00");
        atBailAddress("2007-06-06T10:00");
        Fact seen = foundAtHome("gp", "2007-06-20T16:00");

        assertThat(at("2007-06-20T15:59")).hasSize(1);
        assertThat(at("2007-06-20T16:00"))
                .hasSize(2)
                .extracting(Finding::matter)
                .containsOnly(at("2007-06-20T16:00").getFirst().matter());
        assertThat(at("2007-06-20T16:00"))
                .extracting(Finding::since)
                .last()
                .isEqualTo(seen.times().received());
    }

    @Test
    void seenThereByAnAgencyThatNeverRecordedThemItGrowsToo() {
        live();
        arrested("2007-06-05T10:00");
        atBailAddress("2007-06-06T10:00");
        foundAtHome("nursery", "2007-06-20T16:00");

        assertThat(at("2007-06-20T16:00")).hasSize(2);
    }

    @Test
    void anOldAddressRepeatedWhileOnBailElsewhereIsNoReturn() {
        live();
        arrested("2007-06-05T10:00");
        atBailAddress("2007-06-06T10:00");
        story.at("2007-06-20T16:00").from("gp").about(mother).place("1 Mill Row").says(home());

        assertThat(at("2007-06-20T16:00")).hasSize(1);
    }

    @Test
    void seenThereForTheFirstTimeSinceTheConditionCameTheAlertGrowsOnce() {
        live();
        arrested("2007-06-05T10:00");
        Fact seen = foundAtHome("nursery", "2007-06-20T16:00");
        foundAtHome("gp", "2007-06-27T16:00");

        assertThat(at("2007-06-20T15:59")).hasSize(1);
        assertThat(at("2007-06-27T16:00"))
                .hasSize(2)
                .extracting(Finding::since)
                .last()
                .isEqualTo(seen.times().received());
    }

    /** Once from the child's own address, once through the mother's: two records of him. */
    @Test
    void seenInAHomeInWhichTheyAreNamedTwiceTheAlertGrowsOnce() {
        story.at("2006-03-05T09:00").from("gp").about(mother).place("1 Mill Row").says(home());
        story.at("2006-03-06T09:00").from("housing").about(friend).place("1 Mill Row").says(home());
        story.at("2006-04-06T09:00").from("gp").about(friend).place("1 Mill Row").says(home());
        story.at("2006-05-05T09:00").from("gp").about(child).place("1 Mill Row").says(home());
        bailOf(friend, "2007-06-05T10:00");
        Fact seen = foundAtHome(friend, "nursery", "2007-06-20T16:00");
        foundAtHome(friend, "school", "2007-06-27T16:00");

        assertThat(at("2007-06-20T15:59")).hasSize(1);
        assertThat(at("2007-06-27T16:00"))
                .hasSize(2)
                .extracting(Finding::since)
                .last()
                .isEqualTo(seen.times().received());
    }

    @Test
    void seenThereBeforeTheConditionThoughToldLaterSaysNothingNew() {
        live();
        arrested("2007-06-05T10:00");
        story.at("2007-06-20T16:00")
                .from("nursery")
                .about(child)
                .with(MOTHER, mother)
                .place("1 Mill Row")
                .happened("2007-06-01")
                .says(new HouseholdMemberSeen(Stay.STAYING, Optional.empty()));

        assertThat(at("2007-06-20T16:00")).hasSize(1);
    }

    @Test
    void whoeverWasSeenThereWhenTheConditionsStoodNeedsNoSecondSighting() {
        bailOf(mother, "2007-06-05T10:00");
        story.at("2007-06-06T10:00").from("gp").about(child).place("1 Mill Row").says(home());
        foundAtHome("nursery", "2007-06-20T16:00");
        foundAtHome("gp", "2007-06-27T16:00");

        assertThat(at("2007-06-27T16:00")).hasSize(1);
    }

    @Test
    void aSecondArrestIsAnotherMatter() {
        live();
        arrested("2006-12-19T10:00");
        arrested("2007-06-05T10:00");

        assertThat(at("2007-06-05T10:00"))
                .extracting(Finding::matter)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void afterTheLastDayOfBailAReturnIsNoBreach() {
        bail("2006-12-19T18:00", BailStage.SET, "2007-01-11");
        returns("2007-01-12T00:00");

        assertThat(at("2007-02-01T00:00")).isEmpty();
    }

    @Test
    void onTheLastDayOfBailItIs() {
        bail("2006-12-19T18:00", BailStage.SET, "2007-01-11");
        returns("2007-01-11T23:59");

        assertThat(at("2007-02-01T00:00")).hasSize(1);
    }

    @Test
    void bailThatEndedNoLongerCounts() {
        bail("2006-12-19T18:00", BailStage.SET, "2007-03-11");
        bail("2007-01-05T18:00", BailStage.ENDED, "2007-01-05");
        returns("2007-01-06T09:00");

        assertThat(at("2007-02-01T00:00")).isEmpty();
    }

    @Test
    void bailWithoutAConditionOnTheChildSaysNothing() {
        story.at("2006-12-19T18:00")
                .from("police")
                .about(mother)
                .says(
                        new Bail(
                                BailStage.SET,
                                List.of(BailCondition.OTHER),
                                Optional.empty(),
                                Optional.empty()));
        returns("2007-01-06T09:00");

        assertThat(at("2007-02-01T00:00")).isEmpty();
    }

    @Test
    void anEndedSuspicionFeedsNothing() {
        live();
        Fact arrest = arrested("2006-12-19T10:00");
        story.at("2007-01-05T10:00")
                .from("police")
                .about(mother)
                .regarding(arrest)
                .says(
                        new SuspicionEnded(
                                SuspicionEnded.Ending.NO_FURTHER_ACTION, Optional.empty()));

        assertThat(at("2007-01-04T10:00")).hasSize(1);
        assertThat(at("2007-01-05T10:00")).isEmpty();
    }

    @Test
    void notToBeChargedEndsTheInvestigation() {
        Fact arrest = arrested("2006-12-19T10:00");
        story.at("2007-07-31T10:00")
                .from("cps")
                .about(mother)
                .regarding(arrest)
                .says(new ChargingDecision(false, Optional.empty()));
        returns("2007-08-01T10:00");

        assertThat(at("2007-08-02T10:00")).isEmpty();
    }

    @Test
    void anArrestWithAnotherVictimIsNotOfThisChild() {
        live();
        story.at("2006-12-19T10:00")
                .from("police")
                .about(mother)
                .with(VICTIM, friend)
                .says(new Arrest(hurtABaby().offence()));

        assertThat(at("2007-01-04T10:00")).isEmpty();
    }

    @Test
    void anOrderOfNoContactCountsUntilItsLastDay() {
        story.at("2006-12-19T10:00")
                .from("court")
                .about(child)
                .with(OTHER, mother)
                .says(
                        new ContactOrder(
                                OrderTerms.NO_CONTACT,
                                Optional.of(LocalDate.parse("2007-01-31")),
                                Optional.empty()));
        returns("2007-01-31T10:00");

        assertThat(at("2007-01-31T10:00")).hasSize(1);
    }

    private void supervisedContact(Who... parents) {
        Story.Entry order = story.at("2006-12-19T10:00").from("court").about(child);
        for (Who parent : parents) {
            order.with(OTHER, parent);
        }
        order.says(
                new ContactOrder(
                        OrderTerms.SUPERVISED_CONTACT, Optional.empty(), Optional.empty()));
    }

    @Test
    void anOrderThatNamesBothParentsBindsTheOneWhoLivesElsewhere() {
        live();
        story.at("2006-03-05T09:00")
                .from("gp")
                .about(friend)
                .place("80 Tannery Street")
                .says(home());
        supervisedContact(friend, mother);
        assertThat(at("2006-12-20T10:00")).as("the mother with whom the child lives").isEmpty();

        story.at("2007-01-05T09:00").from("housing").about(friend).place("1 Mill Row").says(home());
        assertThat(at("2007-01-05T10:00")).hasSize(1);
    }

    @Test
    void bailIsThatOfTheSuspectWhereverTheEntryNamesThem() {
        live();
        story.at("2006-12-19T18:00")
                .from("police")
                .with(PersonRole.VICTIM, child)
                .with(PersonRole.SUSPECT, mother)
                .says(
                        new Bail(
                                BailStage.SET,
                                List.of(BailCondition.NOT_LIVE_WITH_CHILD),
                                Optional.empty(),
                                Optional.empty()));

        assertThat(at("2006-12-20T10:00")).hasSize(1);
    }

    @Test
    void aSupervisorOfContactIsNoCarer() {
        bailOf(friend, "2006-12-19T18:00");
        story.at("2006-12-20T10:00")
                .from(CARE)
                .about(child)
                .with(OTHER, friend)
                .says(carer(Arrangement.SUPERVISOR));

        assertThat(at("2007-01-04T10:00")).isEmpty();
    }

    @Test
    void aDisputedArrestSaysSo() {
        live();
        Fact arrest = arrested("2006-12-19T10:00");
        story.at("2007-01-05T10:00")
                .from("gp")
                .about(mother)
                .regarding(arrest)
                .says(Phrases.disputes());

        assertThat(at("2007-01-05T10:00").getFirst().path().getFirst().text().value())
                .contains("disputes");
    }

    @Test
    void sealedArrestsAreNotRead() {
        live();
        story.at("2006-12-19T10:00")
                .from("police")
                .about(mother)
                .with(VICTIM, child)
                .sensitivity(Sensitivity.COVERT)
                .says(new Arrest(hurtABaby().offence()));

        assertThat(at("2007-01-05T10:00")).isEmpty();
    }

    private Fact arrested(String when) {
        return story.at(when)
                .from("police")
                .about(mother)
                .with(VICTIM, child)
                .says(new Arrest(hurtABaby().offence()));
    }

    private void bail(String when, BailStage stage, String until) {
        story.at(when)
                .from("police")
                .about(mother)
                .with(CHILD, child)
                .says(
                        new Bail(
                                stage,
                                List.of(BailCondition.NOT_LIVE_WITH_CHILD),
                                Optional.of(LocalDate.parse(until)),
                                Optional.empty()));
    }

    private void bailOf(Who who, String when) {
        story.at(when)
                .from("police")
                .about(who)
                .with(CHILD, child)
                .says(
                        new Bail(
                                BailStage.SET,
                                List.of(BailCondition.NO_CONTACT_WITH_CHILD),
                                Optional.empty(),
                                Optional.empty()));
    }

    private Fact returns(String when) {
        return story.at(when).from(CARE).about(child).with(MOTHER, mother).says(returned());
    }

    private void placed(String when, Who with) {
        story.at(when).from(CARE).about(child).with(CARER, with).says(carer(Arrangement.TEMPORARY));
    }

    private void atBailAddress(String when) {
        story.at(when)
                .from("police")
                .about(mother)
                .place("9 Far Lane")
                .says(new Residence(Stay.BAIL_ADDRESS, Optional.empty()));
    }

    private Fact foundAtHome(String agency, String when) {
        return foundAtHome(mother, agency, when);
    }

    private Fact foundAtHome(Who who, String agency, String when) {
        return story.at(when)
                .from(agency)
                .about(child)
                .with(who.equals(mother) ? MOTHER : OTHER, who)
                .place("1 Mill Row")
                .says(new HouseholdMemberSeen(Stay.STAYING, Optional.empty()));
    }

    private void live() {
        for (Who who : List.of(child, mother)) {
            story.at("2006-03-05T09:00").from("gp").about(who).place("1 Mill Row").says(home());
        }
    }

    private List<Finding> at(String london) {
        return story.findings(RULE, child, london);
    }
}
