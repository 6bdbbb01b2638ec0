package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.CHILD;
import static sightline.core.facts.PersonRole.OCCUPANT;
import static sightline.core.facts.PersonRole.OTHER;
import static sightline.core.screening.KnownRiskStory.roles;
import static sightline.core.screening.KnownRiskStory.texts;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.hurtABaby;
import static sightline.core.story.Phrases.hurtAFormerPartner;
import static sightline.core.story.Phrases.note;
import static sightline.core.story.Phrases.tie;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sightline.core.facts.CareBody.CarerArranged.Arrangement;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonBody.Tie;
import sightline.core.facts.PersonRole;
import sightline.core.kernel.London;
import sightline.core.story.Phrases;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class KnownRiskJoinsChildTest {
    private final KnownRiskStory told = new KnownRiskStory();
    private final Story story = told.story;
    private final Who child = told.child;
    private final Who mother = told.mother;
    private final Who man = told.man;

    @Test
    void aConvictedManWhoBecomesTheMothersPartnerAlerts() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        told.hasMother();
        Fact named = told.partner("2006-05-02T09:00");

        Finding finding = told.only("2006-05-02T09:00");

        assertThat(finding.since()).isEqualTo(named.times().received());
        assertThat(finding.matter()).isEqualTo("person:p-man");
        assertThat(finding.item()).isEqualTo(named.id().text());
        assertThat(finding.alerts()).isTrue();
        assertThat(roles(finding))
                .containsExactlyInAnyOrder(
                        "westmarsh-childrens-social-care/duty-manager",
                        "westmarsh-police/register-keeper",
                        "westmarsh-health-visiting/health-visitor");
    }

    @ParameterizedTest
    @EnumSource(
            value = PersonRole.class,
            names = {"OTHER", "OCCUPANT", "FRIEND"})
    void whoeverIsSeenInTheHouseholdIsNamedThereWhateverTheSenderCallsThem(PersonRole role) {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        told.hasMother();
        story.at("2006-05-02T09:00")
                .from("health-visiting")
                .with(PersonRole.CHILD, told.child)
                .with(role, man)
                .says(new PersonBody.HouseholdMemberSeen(PersonBody.Stay.HOME, Optional.empty()));

        assertThat(told.only("2006-05-02T09:00").matter()).isEqualTo("person:p-man");
    }

    @Test
    void aPractitionerInTheHouseholdIsNotOfIt() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        told.hasMother();
        story.at("2006-05-02T09:00")
                .from("health-visiting")
                .with(PersonRole.CHILD, told.child)
                .with(PersonRole.PRACTITIONER, man)
                .says(new PersonBody.HouseholdMemberSeen(PersonBody.Stay.HOME, Optional.empty()));

        assertThat(told.at("2006-05-02T09:00")).isEmpty();
    }

    @Test
    void whoLivesWithTheFatherNamedAtTheBookingIsSeenAroundTheChildBornSince() {
        Who unborn = told.booked("2006-10-01T10:00");
        Who born = story.stranger("born");
        story.at("2007-04-02T09:00")
                .from("maternity")
                .about(born)
                .with(PersonRole.MOTHER, mother)
                .happened("2007-04-01")
                .says(Phrases.birth());
        Who other = story.person("other", "1975-01-01");
        story.at("2005-05-01T09:00").from("police").about(other).says(hurtABaby());
        told.lives(man, "2007-01-10", "9 Quay Street");
        told.lives(other, "2007-05-10", "9 Quay Street");

        assertThat(story.findings(KnownRiskStory.RULE, born, "2007-05-11T09:00"))
                .extracting(Finding::matter)
                .containsExactly("person:p-other");
        assertThat(story.findings(KnownRiskStory.RULE, unborn, "2007-05-11T09:00")).isEmpty();
    }

    @Test
    void theUnbornChildOfTheFathersOtherPartnerIsNoneOfTheChildren() {
        Who other = story.person("other", "1988-01-01");
        Who unborn = told.booked("2006-10-01T10:00");
        Who born = story.stranger("born");
        story.at("2007-03-02T09:00")
                .from("maternity")
                .about(born)
                .with(PersonRole.MOTHER, other)
                .with(PersonRole.FATHER, man)
                .happened("2007-03-01")
                .says(Phrases.birth());

        assertThat(story.situation(born, "2007-03-02T09:00").around().formerSelves()).isEmpty();
        assertThat(story.situation(unborn, "2007-03-02T09:00").around().becameBorn()).isEmpty();
    }

    @Test
    void nothingIsFoundBeforeBothAreKnown() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(told.at("2006-05-02T08:59")).isEmpty();
    }

    @Test
    void theConvictionMayArriveAfterTheLink() {
        told.hasMother();
        told.partner("2006-05-02T09:00");
        Fact conviction = told.onRecord("2006-09-01T14:00", hurtAFormerPartner());

        Finding finding = told.only("2006-09-02T09:00");

        assertThat(finding.since()).isEqualTo(conviction.times().received());
        assertThat(texts(finding)).contains("a former partner").contains("Convicted in 2006");
    }

    @Test
    void thePathSaysTheTitleAndWhatTheTitleHid() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(texts(told.only("2006-05-02T09:00")))
                .contains("'grievous bodily harm'")
                .contains("a baby under 1")
                .contains("does not say that the victim was a child");
    }

    @Test
    void namedAsFatherAtTheBookingTheMidwifeIsTold() {
        told.onRecord("2005-05-01T09:00", hurtAFormerPartner());
        Who unborn = told.booked("2006-10-01T10:00");

        List<Finding> findings = story.findings(KnownRiskStory.RULE, unborn, "2006-10-01T10:00");

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().headline().value())
                .isEqualTo(
                        "Somebody with a conviction for serious violence in the family is named as"
                                + " father in this pregnancy.");
        assertThat(roles(findings.getFirst())).contains("westmarsh-maternity/safeguarding-midwife");
    }

    @Test
    void atBirthTheAlertPassesToEachTwinWithItsClockAndGrows() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        Who unborn = told.booked("2006-10-01T10:00");
        Who one = story.stranger("one");
        Who two = story.stranger("two");
        told.born(one, "2007-03-28T06:00");
        told.born(two, "2007-03-28T06:10");

        for (Who twin : List.of(one, two)) {
            List<Finding> findings = story.findings(KnownRiskStory.RULE, twin, "2007-03-28T07:00");
            assertThat(findings).hasSize(2);
            assertThat(findings).extracting(Finding::matter).containsOnly("person:p-man");
            assertThat(findings.getFirst().since()).isEqualTo(Story.instant("2006-10-01T10:00"));
        }
        assertThat(story.findings(KnownRiskStory.RULE, unborn, "2007-03-28T07:00")).isEmpty();
        assertThat(story.findings(KnownRiskStory.RULE, unborn, "2007-03-28T05:00")).hasSize(1);
    }

    @Test
    void aHousingApplicationThatNamesTheMotherCounts() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        told.hasMother();
        story.at("2006-06-01T09:00")
                .from("housing")
                .about(man)
                .with(OCCUPANT, mother)
                .says(Phrases.application());

        assertThat(told.only("2006-06-01T09:00").headline().value())
                .contains("application for a home");
    }

    @Test
    void anApplicationOfMoreThanTwelveMonthsBeforeIsOver() {
        told.hasMother();
        story.at("2006-06-01T09:00")
                .from("housing")
                .about(man)
                .with(OCCUPANT, mother)
                .with(CHILD, child)
                .says(Phrases.application());
        told.onRecord("2007-06-02T09:00", hurtABaby());

        assertThat(told.at("2007-06-02T09:00")).isEmpty();
    }

    @Test
    void anApplicationOfTwelveMonthsBeforeStillCounts() {
        told.hasMother();
        story.at("2006-06-01T09:00")
                .from("housing")
                .about(man)
                .with(CHILD, child)
                .says(Phrases.application());
        told.onRecord("2007-06-01T09:00", hurtABaby());

        assertThat(told.at("2007-06-01T09:00")).hasSize(1);
    }

    @Test
    void aSharedAddressCountsFromTheDayOnWhichItBegins() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        told.lives(child, "2006-03-05", "1 Mill Row");
        story.at("2006-05-01T09:00")
                .from("housing")
                .about(man)
                .happened("2006-05-10")
                .place("1 Mill Row")
                .says(home());

        assertThat(told.at("2006-05-09T23:59")).isEmpty();
        assertThat(story.evaluate(KnownRiskStory.RULE, child, "2006-05-01T09:00").recheckAt())
                .contains(Story.instant("2006-05-10T00:00"));
        assertThat(told.only("2006-05-10T00:00").since())
                .isEqualTo(Story.instant("2006-05-10T00:00"));
    }

    @Test
    void whoeverMovedAwayBeforeTheConvictionCameIsNoLongerThere() {
        told.lives(child, "2006-03-05", "1 Mill Row");
        told.lives(man, "2006-03-06", "1 Mill Row");
        told.lives(man, "2006-04-01", "9 Quay Street");
        told.onRecord("2006-06-01T09:00", hurtABaby());

        assertThat(told.at("2006-06-01T09:00")).isEmpty();
    }

    @Test
    void whoeverMovesAwayAfterwardsWasThere() {
        told.onRecord("2005-06-01T09:00", hurtABaby());
        told.lives(child, "2006-03-05", "1 Mill Row");
        told.lives(man, "2006-03-06", "1 Mill Row");
        told.lives(man, "2006-04-01", "9 Quay Street");

        assertThat(told.only("2006-06-01T09:00").since())
                .isEqualTo(Story.instant("2006-03-06T09:00"));
    }

    @Test
    void theMothersAddressCountsUntilTheChildIsRecordedElsewhere() {
        told.onRecord("2005-06-01T09:00", hurtABaby());
        told.hasMother();
        told.lives(child, "2006-03-05", "3 Far Lane");
        told.lives(mother, "2006-03-05", "1 Mill Row");
        told.lives(man, "2006-03-06", "1 Mill Row");

        assertThat(told.at("2006-06-01T09:00")).isEmpty();
    }

    @Test
    void aCommunalAddressConnectsNobody() {
        told.onRecord("2005-06-01T09:00", hurtABaby());
        told.lives(child, "2006-03-05", "Harbour Hostel");
        told.lives(man, "2006-03-06", "Harbour Hostel");
        for (int i = 0; i < 20; i++) {
            told.lives(story.person("guest" + i, "1980-01-01"), "2006-03-01", "Harbour Hostel");
        }

        assertThat(told.at("2006-06-01T09:00")).isEmpty();
    }

    @Test
    void aCarerArrangedCountsUntilTheArrangementEnds() {
        story.at("2006-06-01T09:00")
                .from("childrens-social-care")
                .about(child)
                .with(OTHER, man)
                .says(Phrases.carer(Arrangement.FAMILY_OR_FRIEND));
        story.at("2006-07-01T09:00")
                .from("childrens-social-care")
                .about(child)
                .with(OTHER, man)
                .says(Phrases.carer(Arrangement.ENDED));
        told.onRecord("2006-08-01T09:00", hurtABaby());

        assertThat(told.at("2006-08-01T09:00")).isEmpty();
    }

    @Test
    void whoLivesWithTheCarerAChildIsPlacedWithLivesWithTheChildUntilItEnds() {
        Who grandmother = story.person("grandmother", "1960-01-01");
        told.onRecord("2005-06-01T09:00", hurtABaby());
        told.lives(child, "2006-03-05", "3 Far Lane");
        told.lives(grandmother, "2006-03-05", "1 Mill Row");
        told.lives(man, "2006-03-06", "1 Mill Row");
        placed(grandmother, "2006-06-01T09:00", Arrangement.FAMILY_OR_FRIEND);

        Finding finding = told.only("2006-06-01T09:00");
        assertThat(finding.matter()).isEqualTo("person:p-man");
        assertThat(texts(finding)).contains("address of this child's carer");
    }

    @Test
    void whoLivesWithAFormerCarerDoesNotLiveWithTheChild() {
        Who grandmother = story.person("grandmother", "1960-01-01");
        told.lives(child, "2006-03-05", "3 Far Lane");
        told.lives(grandmother, "2006-03-05", "1 Mill Row");
        placed(grandmother, "2006-06-01T09:00", Arrangement.FAMILY_OR_FRIEND);
        placed(grandmother, "2006-06-08T09:00", Arrangement.ENDED);
        told.lives(man, "2006-07-06", "1 Mill Row");
        told.onRecord("2006-07-06T09:00", hurtABaby());

        assertThat(told.at("2006-07-06T10:00")).isEmpty();
    }

    @Test
    void whoLivesWithWhoeverSupervisesContactIsNearTheChildUntilThatEnds() {
        Who grandmother = story.person("grandmother", "1960-01-01");
        told.lives(child, "2006-03-05", "3 Far Lane");
        told.lives(grandmother, "2006-03-05", "1 Mill Row");
        told.lives(man, "2006-03-06", "1 Mill Row");
        placed(grandmother, "2006-06-01T09:00", Arrangement.SUPERVISOR);
        told.onRecord("2006-07-03T09:00", hurtABaby());

        Finding finding = told.only("2006-07-03T09:00");
        assertThat(finding.matter()).isEqualTo("person:p-man");
        assertThat(texts(finding)).contains("address of this child's supervisor");
    }

    @Test
    void thePartnerOfAFormerSupervisorIsNoLongerNear() {
        Who grandmother = story.person("grandmother", "1960-01-01");
        placed(grandmother, "2006-06-01T09:00", Arrangement.SUPERVISOR);
        partnerOf(grandmother, "2006-06-02T09:00");
        placed(grandmother, "2006-06-08T09:00", Arrangement.ENDED);
        told.onRecord("2006-07-03T09:00", hurtABaby());

        assertThat(told.at("2006-07-03T09:00")).isEmpty();
    }

    @Test
    void whoLivesWithAFormerSupervisorIsNoLongerNear() {
        Who grandmother = story.person("grandmother", "1960-01-01");
        told.lives(grandmother, "2006-03-05", "1 Mill Row");
        told.lives(man, "2006-03-06", "1 Mill Row");
        placed(grandmother, "2006-06-01T09:00", Arrangement.SUPERVISOR);
        placed(grandmother, "2006-06-08T09:00", Arrangement.ENDED);
        told.onRecord("2006-07-03T09:00", hurtABaby());

        assertThat(told.at("2006-07-03T09:00")).isEmpty();
    }

    @Test
    void thePartnerOfASupervisorIsNearAgainOnceSupervisionBeginsAgain() {
        Who grandmother = story.person("grandmother", "1960-01-01");
        placed(grandmother, "2006-06-01T09:00", Arrangement.SUPERVISOR);
        partnerOf(grandmother, "2006-06-02T09:00");
        placed(grandmother, "2006-06-08T09:00", Arrangement.ENDED);
        told.onRecord("2006-07-03T09:00", hurtABaby());
        placed(grandmother, "2006-07-10T09:00", Arrangement.SUPERVISOR);

        assertThat(told.at("2006-07-10T08:59")).isEmpty();
        assertThat(texts(told.only("2006-07-10T09:00")))
                .contains("Recorded as partner of this child's supervisor");
    }

    /** An end that calls them what they were, or something else. */
    @ParameterizedTest
    @CsvSource({
        "FAMILY_OR_FRIEND, CARER, CARER",
        "FAMILY_OR_FRIEND, CARER, SUPERVISOR",
        "FAMILY_OR_FRIEND, OTHER, SUPERVISOR",
        "SUPERVISOR, SUPERVISOR, SUPERVISOR",
        "SUPERVISOR, SUPERVISOR, CARER",
        "SUPERVISOR, OTHER, CARER"
    })
    void whoeverIsNamedByTheirRoleAsTheArrangementEndsIsAFormerOne(
            Arrangement arrangement, PersonRole role, PersonRole atTheEnd) {
        Who grandmother = story.person("grandmother", "1960-01-01");
        told.lives(child, "2006-03-05", "3 Far Lane");
        told.lives(grandmother, "2006-03-05", "1 Mill Row");
        told.lives(man, "2006-03-06", "1 Mill Row");
        placed(role, grandmother, "2006-06-01T09:00", arrangement);
        partnerOf(grandmother, "2006-06-02T09:00");
        placed(atTheEnd, grandmother, "2006-06-08T09:00", Arrangement.ENDED);
        told.onRecord("2006-07-03T09:00", hurtABaby());

        assertThat(told.at("2006-07-03T09:00")).isEmpty();
    }

    @Test
    void ofTwoHomesWithKinTheOneThatLastsLongerCounts() {
        Who grandmother = story.person("grandmother", "1960-01-01");
        grandmother(grandmother);
        for (Who each : List.of(child, grandmother)) {
            livesUntil(each, "2006-03-05", "1 Mill Row", "2006-05-01");
            livesUntil(each, "2006-05-01", "7 Far Row", "2006-12-01");
        }
        partnerOf(grandmother, "2006-05-02T09:00");
        told.onRecord("2006-07-03T09:00", hurtABaby());

        assertThat(texts(told.only("2006-07-03T09:00")))
                .contains("Recorded as partner of this child's relative");
        assertThat(told.at("2006-07-03T08:59")).isEmpty();
    }

    /** By care that is over, and by supervision or other care that is not: the last one counts. */
    @ParameterizedTest
    @EnumSource(names = {"SUPERVISOR", "STEP_PARENT"})
    void thePartnerOfAFormerCarerIsNearThroughTheBondThatHolds(PersonRole bond) {
        Who grandmother = story.person("grandmother", "1960-01-01");
        placed(grandmother, "2006-06-01T09:00", Arrangement.FAMILY_OR_FRIEND);
        partnerOf(grandmother, "2006-06-02T09:00");
        placed(grandmother, "2006-06-20T09:00", Arrangement.ENDED);
        if (bond == PersonRole.SUPERVISOR) {
            placed(grandmother, "2006-06-21T09:00", Arrangement.SUPERVISOR);
        } else {
            story.at("2006-06-21T09:00")
                    .from("school")
                    .about(child)
                    .with(bond, grandmother)
                    .says(note());
        }
        told.onRecord("2006-07-03T09:00", hurtABaby());

        Finding finding = told.only("2006-07-03T09:00");

        assertThat(texts(finding))
                .contains(
                        "Recorded as partner of this child's "
                                + (bond == PersonRole.SUPERVISOR ? "supervisor" : "carer"));
        assertThat(told.at("2006-07-03T08:59")).isEmpty();
    }

    /** Two bonds that both hold are one way to the same occasion, told once. */
    @Test
    void thePartnerOfACarerWhoAlsoSupervisesIsNamedOnce() {
        Who grandmother = story.person("grandmother", "1960-01-01");
        placed(grandmother, "2006-06-01T09:00", Arrangement.FAMILY_OR_FRIEND);
        placed(grandmother, "2006-06-03T09:00", Arrangement.SUPERVISOR);
        partnerOf(grandmother, "2006-06-05T09:00");
        told.onRecord("2006-07-03T09:00", hurtABaby());

        assertThat(told.at("2006-07-03T09:00")).hasSize(1);
    }

    /** Convicted between two bonds: near again, and told, from the day on which the next began. */
    @Test
    void whoWasConvictedBetweenTwoBondsIsToldWhenTheNextBegins() {
        Who grandmother = story.person("grandmother", "1960-01-01");
        placed(grandmother, "2006-06-01T09:00", Arrangement.FAMILY_OR_FRIEND);
        partnerOf(grandmother, "2006-06-02T09:00");
        placed(grandmother, "2006-06-20T09:00", Arrangement.ENDED);
        told.onRecord("2006-07-03T09:00", hurtABaby());
        placed(grandmother, "2006-08-01T09:00", Arrangement.SUPERVISOR);

        assertThat(told.at("2006-07-31T09:00")).isEmpty();
        assertThat(told.only("2006-08-01T09:00").since())
                .isEqualTo(London.startOf(LocalDate.of(2006, 8, 1)).plus(Duration.ofHours(9)));
    }

    /**
     * Whoever supervises contact as their work takes no child home: named so where it is arranged,
     * or about the child where it takes place elsewhere; never for what is said of another child.
     */
    @ParameterizedTest
    @CsvSource({
        "PRACTITIONER, nobody, '', 0",
        "PRACTITIONER, nobody, 9 Long Street, 0",
        "PRACTITIONER, nobody, 1 Mill Row, 1",
        "OTHER, child, 9 Long Street, 0",
        "OTHER, child, 1 Mill Row, 1",
        "OTHER, child, '', 1",
        "OTHER, another, 9 Long Street, 1",
        "OTHER, another, '', 1"
    })
    void theHomeOfAWorkerWhoSupervisesContactElsewhereIsNotLookedInto(
            PersonRole role, String namedAbout, String place, int found) {
        Who worker = neighbourOnRecord();
        if (!namedAbout.equals("nobody")) {
            atWork(worker, namedAbout.equals("child") ? child : story.stranger(namedAbout));
        }
        supervises(role, worker, place);

        assertThat(told.at("2006-06-01T09:00")).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "child, GRANDPARENT",
                "child, FRIEND",
                "mother, OTHER_RELATIVE",
                "stepfather, SIBLING",
                "carer, FRIEND",
                "brother, GRANDPARENT"
            })
    void theHomeOfAWorkerWhoIsKinOrAFriendOfTheFamilyIs(String tie) {
        Who worker = neighbourOnRecord();
        told.hasMother();
        String whose = tie.split(", ")[0];
        Who near =
                switch (whose) {
                    case "child" -> child;
                    case "mother" -> mother;
                    default -> story.person(whose, "1980-02-02");
                };
        switch (whose) {
            case "stepfather" -> tied(child, near, Tie.STEP_PARENT);
            case "carer" -> placed(near, "2006-03-04T09:00", Arrangement.FOSTER);
            case "brother" -> tied(child, near, Tie.SIBLING);
            default -> {}
        }
        tied(near, worker, Tie.valueOf(tie.split(", ")[1]));
        supervises(PersonRole.PRACTITIONER, worker, "9 Long Street");

        assertThat(told.only("2006-06-01T09:00").matter()).isEqualTo("person:p-man");
    }

    /** Somebody who lives with the man on record. */
    private Who neighbourOnRecord() {
        Who worker = story.person("worker", "1970-01-01");
        told.lives(worker, "2006-03-05", "1 Mill Row");
        told.lives(man, "2006-03-06", "1 Mill Row");
        told.onRecord("2005-06-01T09:00", hurtABaby());
        return worker;
    }

    private void atWork(Who worker, Who whom) {
        story.at("2006-05-01T09:00")
                .from("childrens-social-care")
                .about(whom)
                .with(PersonRole.PRACTITIONER, worker)
                .says(note());
    }

    /** Nobody says where, if no place is given. */
    private void supervises(PersonRole role, Who worker, String place) {
        Story.Entry arranged =
                story.at("2006-06-01T09:00")
                        .from("childrens-social-care")
                        .about(child)
                        .with(role, worker);
        (place.isEmpty() ? arranged : arranged.place(place))
                .says(Phrases.carer(Arrangement.SUPERVISOR));
    }

    /** Whoever reported is no worker for that: a grandmother may. */
    @Test
    void theHomeOfASupervisorWhoMadeAReferralIsLookedInto() {
        Who grandmother = story.person("grandmother", "1960-01-01");
        told.lives(grandmother, "2006-03-05", "1 Mill Row");
        told.lives(man, "2006-03-06", "1 Mill Row");
        told.onRecord("2005-06-01T09:00", hurtABaby());
        story.at("2006-05-01T09:00")
                .from("childrens-social-care")
                .about(child)
                .with(PersonRole.REFERRER, grandmother)
                .says(note());
        placed(grandmother, "2006-06-01T09:00", Arrangement.SUPERVISOR);

        assertThat(told.only("2006-06-01T09:00").matter()).isEqualTo("person:p-man");
    }

    @Test
    void thePartnerOfAGrandmotherWithWhomTheChildLivesIsNamed() {
        Who grandmother = story.person("grandmother", "1960-01-01");
        story.at("2006-03-04T09:00")
                .from("school")
                .about(child)
                .with(PersonRole.GRANDPARENT, grandmother)
                .says(Phrases.tie(Tie.GRANDPARENT));
        told.lives(child, "2006-03-05", "1 Mill Row");
        told.lives(grandmother, "2006-03-05", "1 Mill Row");
        partnerOf(grandmother, "2006-04-02T09:00");
        told.onRecord("2006-07-03T09:00", hurtABaby());

        assertThat(texts(told.only("2006-07-03T09:00")))
                .contains("Recorded as partner of this child's relative");
    }

    @Test
    void thePartnerOfAGrandmotherWhoLivesElsewhereIsNot() {
        Who grandmother = story.person("grandmother", "1960-01-01");
        story.at("2006-03-04T09:00")
                .from("school")
                .about(child)
                .with(PersonRole.GRANDPARENT, grandmother)
                .says(Phrases.tie(Tie.GRANDPARENT));
        told.lives(child, "2006-03-05", "3 Far Lane");
        told.lives(grandmother, "2006-03-05", "1 Mill Row");
        partnerOf(grandmother, "2006-04-02T09:00");
        told.onRecord("2006-07-03T09:00", hurtABaby());

        assertThat(told.at("2006-07-03T09:00")).isEmpty();
    }

    private void partnerOf(Who who, String at) {
        story.at(at)
                .from("housing")
                .about(who)
                .with(PersonRole.PARTNER, man)
                .says(Phrases.tie(Tie.PARTNER));
    }

    private void grandmother(Who who) {
        tied(child, who, Tie.GRANDPARENT);
    }

    private void tied(Who whose, Who who, Tie tie) {
        story.at("2006-03-04T09:00")
                .from("school")
                .about(whose)
                .with(OTHER, who)
                .says(Phrases.tie(tie));
    }

    private void livesUntil(Who who, String from, String address, String until) {
        story.at(from + "T09:00")
                .from("gp")
                .about(who)
                .happened(from)
                .place(address)
                .says(
                        new PersonBody.Residence(
                                PersonBody.Stay.HOME, Optional.of(LocalDate.parse(until))));
    }

    private void placed(Who carer, String at, Arrangement arrangement) {
        placed(OTHER, carer, at, arrangement);
    }

    private void placed(PersonRole role, Who carer, String at, Arrangement arrangement) {
        story.at(at)
                .from("childrens-social-care")
                .about(child)
                .with(role, carer)
                .says(Phrases.carer(arrangement));
    }

    @Test
    void aReturnHomeToAConvictedPersonAlerts() {
        told.onRecord("2005-06-01T09:00", hurtABaby());
        story.at("2006-06-01T09:00")
                .from("childrens-social-care")
                .about(child)
                .with(OTHER, man)
                .says(Phrases.returned());

        assertThat(told.only("2006-06-01T09:00").headline().value()).contains("returns");
    }

    @Test
    void namedAgainTheAlertGrowsWithinOneMatter() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        told.hasMother();
        told.partner("2006-05-02T09:00");
        story.at("2006-06-01T09:00")
                .from("housing")
                .about(man)
                .with(OCCUPANT, mother)
                .says(Phrases.application());
        told.lives(child, "2006-07-01", "1 Mill Row");
        told.lives(man, "2006-08-01", "1 Mill Row");

        List<Finding> findings = told.at("2006-09-01T09:00");

        assertThat(findings).hasSize(3);
        assertThat(findings).extracting(Finding::matter).containsOnly("person:p-man");
        assertThat(findings).extracting(Finding::item).doesNotHaveDuplicates();
    }

    @Test
    void thePartnerNamedInOneMoreNoteIsNothingNew() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        told.hasMother();
        told.partner("2006-05-02T09:00");
        told.partner("2006-05-20T09:00");

        assertThat(told.at("2006-06-01T09:00")).hasSize(1);
    }

    @Test
    void somethingMoreOnRecordMakesItGrow() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        told.hasMother();
        told.partner("2006-05-02T09:00");
        Fact second = told.onRecord("2006-06-02T09:00", hurtAFormerPartner());

        assertThat(told.at("2006-06-02T09:00"))
                .extracting(Finding::item)
                .contains("risk:" + second.id().text());
    }

    @Test
    void aFormerPartnerIsNoLongerNamed() {
        told.hasMother();
        told.partner("2006-05-02T09:00");
        story.at("2006-06-01T09:00")
                .from("gp")
                .about(mother)
                .with(OTHER, man)
                .says(tie(Tie.EX_PARTNER));
        told.onRecord("2006-07-01T09:00", hurtABaby());

        assertThat(told.at("2006-07-01T09:00")).isEmpty();
    }
}
