package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.CHILD;
import static sightline.core.facts.PersonRole.FATHER;
import static sightline.core.facts.PersonRole.VICTIM;
import static sightline.core.screening.KnownRiskStory.RULE;
import static sightline.core.screening.KnownRiskStory.roles;
import static sightline.core.screening.KnownRiskStory.texts;
import static sightline.core.story.Phrases.booking;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.hurtABaby;
import static sightline.core.story.Phrases.marker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.ChildHarmedInCare;
import sightline.core.facts.JusticeBody.ChildHarmedInCare.Found;
import sightline.core.facts.JusticeBody.ChildRemoved;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.RiskMarker;
import sightline.core.facts.JusticeBody.VictimTie;
import sightline.core.facts.PersonRole;
import sightline.core.kernel.Period;
import sightline.core.kernel.Text;
import sightline.core.story.Phrases;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class KnownRiskLimbsTest {
    private final KnownRiskStory told = new KnownRiskStory();
    private final Story story = told.story;

    @Test
    void aRegisterEntryCountsWhileItRuns() {
        told.onRecord("2005-05-01T09:00", notified(NotificationType.ENTERED, "2006-05-02"));
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(told.only("2006-05-02T09:00").headline().value())
                .contains("current register entry");
    }

    @Test
    void aRegisterEntryThatRanOutTheDayBeforeDoesNot() {
        told.onRecord("2005-05-01T09:00", notified(NotificationType.ENTERED, "2006-05-01"));
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(told.at("2006-05-02T09:00")).isEmpty();
    }

    @Test
    void aPeriodNotifiedAnewKeepsTheEntryRunning() {
        told.onRecord("2005-05-01T09:00", notified(NotificationType.ENTERED, "2006-05-01"));
        told.onRecord("2006-04-01T09:00", notified(NotificationType.PERIODIC, "2007-05-01"));
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(told.at("2006-05-02T09:00")).hasSize(1);
    }

    @Test
    void anEntryThatEndedBeforeTheNamingDoesNotCount() {
        told.onRecord("2005-05-01T09:00", notified(NotificationType.ENTERED, "2016-05-01"));
        told.onRecord("2006-04-01T09:00", notified(NotificationType.ENDED, "2006-04-01"));
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(told.at("2006-05-02T09:00")).isEmpty();
    }

    @Test
    void ofARegisterTheMidwifeIsToldOnlyToRing() {
        told.onRecord("2005-05-01T09:00", notified(NotificationType.ENTERED, "2016-05-01"));
        Who unborn = told.booked("2006-10-01T10:00");

        List<Finding> findings = story.findings(RULE, unborn, "2006-10-01T10:00");

        assertThat(findings).hasSize(2);
        Finding full = findings.getFirst();
        Finding ring = findings.getLast();
        assertThat(roles(full)).noneMatch(r -> r.contains("midwife"));
        assertThat(ring.item()).isEqualTo("ring");
        assertThat(roles(ring)).containsExactly("westmarsh-maternity/safeguarding-midwife");
        assertThat(texts(ring)).doesNotContainIgnoringCase("register");
        assertThat(ring.since()).isEqualTo(full.since());
    }

    @Test
    void aMarkerWithSetterReasonAndReviewCountsUntilLifted() {
        Fact marker = told.onRecord("2005-05-01T09:00", marker("manager", "2006-12-01"));
        told.hasMother();
        told.partner("2006-05-02T09:00");
        story.at("2006-06-01T09:00")
                .from("police")
                .about(told.man)
                .regarding(marker)
                .says(new RiskMarker(false, Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(told.only("2006-05-31T09:00").alerts()).isTrue();
        assertThat(told.at("2006-06-01T09:00")).isEmpty();
    }

    @Test
    void anIncompleteMarkerIsShownToWhoeverSetItAndNotAlerted() {
        told.onRecord(
                "2005-05-01T09:00",
                new RiskMarker(
                        true,
                        Optional.of("manager"),
                        Optional.of(new Text("assessed")),
                        Optional.empty()));
        told.hasMother();
        told.partner("2006-05-02T09:00");

        Finding finding = told.only("2006-05-02T09:00");

        assertThat(finding.alerts()).isFalse();
        assertThat(finding.item()).startsWith("marker:");
        assertThat(roles(finding)).containsExactly("westmarsh-police/records-desk");
    }

    @Test
    void anEarlierChildRemovedCountsUnderTwo() {
        removed("2005-05-01T09:00", false);
        told.hasMother();
        told.partner("2008-02-29T09:00");

        assertThat(told.only("2008-02-29T09:00").headline().value()).contains("earlier child");
        assertThat(texts(told.only("2008-02-29T09:00"))).contains("no proof of violence");
    }

    @Test
    void anEarlierChildRemovedCountsForTheMotherWhomTheCourtNamesSecond() {
        Who earlier = story.person("earlier", "2003-02-01");
        story.at("2005-05-01T09:00")
                .from("court")
                .with(PersonRole.CHILD, earlier)
                .with(PersonRole.MOTHER, told.man)
                .says(new ChildRemoved(false));
        told.hasMother();
        told.partner("2008-02-29T09:00");

        assertThat(told.only("2008-02-29T09:00").headline().value()).contains("earlier child");
    }

    @Test
    void whoeverIsNamedBesideTheChildWithoutTheCareOfItRemovedNobody() {
        Who earlier = story.person("earlier", "2003-02-01");
        Who mother = story.person("another mother", "1981-02-01");
        story.at("2005-05-01T09:00")
                .from("court")
                .with(PersonRole.CHILD, earlier)
                .with(PersonRole.MOTHER, mother)
                .with(PersonRole.RELATIVE, told.man)
                .says(new ChildRemoved(false));
        told.hasMother();
        told.partner("2008-02-29T09:00");

        assertThat(told.at("2008-02-29T09:00")).isEmpty();
    }

    @Test
    void anEarlierChildRemovedIsNoAlertFromTheSecondBirthdayOn() {
        removed("2005-05-01T09:00", false);
        told.hasMother();
        told.partner("2008-03-01T00:00");

        assertThat(told.at("2008-03-01T00:00")).isEmpty();
    }

    @Test
    void anEarlierChildIsALineInAnotherFindingAtAnyAge() {
        removed("2005-05-01T09:00", false);
        told.onRecord("2005-06-01T09:00", hurtABaby());
        told.hasMother();
        told.partner("2010-03-01T09:00");

        assertThat(texts(told.only("2010-03-01T09:00"))).contains("removed an earlier child");
    }

    @Test
    void anEarlierChildWhomACourtReturnedDoesNotCount() {
        removed("2005-05-01T09:00", false);
        removed("2005-09-01T09:00", true);
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(told.at("2006-05-02T09:00")).isEmpty();
    }

    @Test
    void anEarlierDeathCountsAsACourtFoundItAndNotAsPoliceWroteIt() {
        told.onRecord("2005-05-01T09:00", new ChildHarmedInCare(Found.INFLICTED, true));
        told.hasMother();
        told.partner("2006-05-02T09:00");
        assertThat(told.at("2006-05-02T09:00")).isEmpty();

        harmed("2006-06-01T09:00", Found.INFLICTED);
        assertThat(told.at("2006-06-01T09:00")).hasSize(1);
    }

    @Test
    void aNaturalOrAccidentalDeathStandsInNoPath() {
        harmed("2005-05-01T09:00", Found.NATURAL);
        harmed("2005-05-02T09:00", Found.ACCIDENTAL);
        Who unborn = told.booked("2006-10-01T10:00");

        assertThat(story.findings(RULE, unborn, "2006-10-01T10:00")).isEmpty();
    }

    @Test
    void anUnexplainedDeathIsShownToTheSafeguardingMidwifeAlone() {
        harmed("2005-05-01T09:00", Found.UNEXPLAINED);
        Who unborn = told.booked("2006-10-01T10:00");

        List<Finding> findings = story.findings(RULE, unborn, "2006-10-01T10:00");

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().alerts()).isFalse();
        assertThat(roles(findings.getFirst()))
                .containsExactly("westmarsh-maternity/safeguarding-midwife");
    }

    @Test
    void anUnexplainedDeathStandsInNoPathToOthers() {
        harmed("2005-05-01T09:00", Found.UNEXPLAINED);
        told.onRecord("2005-06-01T09:00", hurtABaby());
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(texts(told.only("2006-05-02T09:00"))).doesNotContain("earlier child");
    }

    @Test
    void anOldSingleConvictionOfTheLowestLevelIsLeftOutWhereTheAreaSaysSo() {
        story.at("2006-01-01T09:00")
                .from("police")
                .about(told.man)
                .happened("1990-05-01")
                .says(
                        Phrases.cautioned(
                                Phrases.offence(
                                        "common assault",
                                        OffenceGroup.COMMON_ASSAULT,
                                        Optional.of(15),
                                        Optional.of(VictimTie.OTHER))));
        told.hasMother();
        told.partner("2006-05-02T09:00");
        Situation usual = story.situation(told.child, "2006-05-02T09:00");
        Situation area =
                new Situation(
                        usual.around(),
                        usual.now(),
                        usual.directory(),
                        new Parameters(Map.of("AL-02.lowLevelYears", 15)));

        assertThat(RULE.evaluate(usual).findings()).hasSize(1);
        assertThat(RULE.evaluate(area).findings()).isEmpty();
    }

    /** An address, a school, a practice and an area of another household, in every fact of it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingOfTheEarlierHouseholdStandsInAPath(boolean servedFromThere) {
        if (servedFromThere) {
            story.serving("eastholme/gp", "westmarsh", Period.always());
            story.serving("eastholme/court", "westmarsh", Period.always());
        }
        Who earlier = story.person("earlier", "2004-01-01");
        Who former = story.person("former", "1981-01-01");
        story.at("2004-02-01T09:00")
                .from("eastholme/gp")
                .about(told.man)
                .place("77 Canary Close")
                .says(home());
        story.at("2004-02-01T09:00")
                .from("eastholme/gp")
                .about(earlier)
                .with(FATHER, told.man)
                .place("77 Canary Close")
                .says(home());
        story.at("2004-06-01T09:00")
                .from("eastholme/court")
                .about(told.man)
                .with(VICTIM, earlier)
                .with(VICTIM, former)
                .place("77 Canary Close")
                .says(hurtABaby());
        story.at("2004-07-01T09:00")
                .from("eastholme/court")
                .about(told.man)
                .with(CHILD, earlier)
                .place("77 Canary Close")
                .says(new ChildRemoved(false));
        Who unborn = told.booked("2006-10-01T10:00");

        for (Finding finding : story.findings(RULE, unborn, "2006-10-01T10:00")) {
            String all =
                    texts(finding)
                            + finding.headline().value()
                            + finding.sharing()
                            + finding.path().stream().map(s -> s.source().value()).toList();
            assertThat(all).doesNotContainIgnoringCase("canary").doesNotContain("eastholme");
            assertThat(finding.path()).noneMatch(s -> s.date().toString().contains("2004-0"));
        }
        assertThat(story.findings(RULE, unborn, "2006-10-01T10:00")).isNotEmpty();
    }

    @Test
    void aWordingWithAPostcodeIsPutIntoTheGroupsWords() {
        told.onRecord(
                "2005-05-01T09:00",
                Phrases.convicted(
                        Phrases.offence(
                                "wounding at 3 Canary Close ZZ1 2CD",
                                OffenceGroup.WOUNDING,
                                Optional.of(1),
                                Optional.empty())));
        told.hasMother();
        told.partner("2006-05-02T09:00");

        assertThat(texts(told.only("2006-05-02T09:00"))).doesNotContain("Canary");
    }

    @Test
    void theSecondBookingForTheSameManIsAnotherPregnancy() {
        told.onRecord("2005-05-01T09:00", hurtABaby());
        Who unborn = story.stranger("next");
        story.at("2008-10-01T10:00")
                .from("maternity")
                .about(told.mother)
                .with(sightline.core.facts.PersonRole.UNBORN_CHILD, unborn)
                .with(FATHER, told.man)
                .says(booking("2009-04-10"));
        told.hasMother();

        assertThat(told.at("2008-10-02T09:00")).isEmpty();
        assertThat(story.findings(RULE, unborn, "2008-10-02T09:00")).hasSize(1);
    }

    private void removed(String when, boolean returned) {
        story.at(when).from("court").about(told.man).says(new ChildRemoved(returned));
    }

    private void harmed(String when, Found found) {
        story.at(when).from("coroner").about(told.man).says(new ChildHarmedInCare(found, true));
    }

    private static RegisterNotification notified(NotificationType type, String ends) {
        return new RegisterNotification("SOA-2003", type, Optional.of(LocalDate.parse(ends)));
    }
}
