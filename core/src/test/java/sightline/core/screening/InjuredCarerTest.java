package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.FATHER;
import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.UNBORN_CHILD;
import static sightline.core.story.Phrases.birth;
import static sightline.core.story.Phrases.booking;
import static sightline.core.story.Phrases.note;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.Sensitivity;
import sightline.core.story.Phrases;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;

final class InjuredCarerTest {
    private static final Rule RULE = new InjuredCarer();

    private final Story story = new Story();
    private final Who brother = story.person("brother", "2004-03-01");
    private final Who mother = story.person("mother", "1985-01-01");
    private final Who father = story.person("father", "1980-01-01");

    InjuredCarerTest() {
        story.at("2004-03-02T09:00").from("gp").about(brother).with(MOTHER, mother).says(note());
    }

    @Test
    void aSecondInjuryWithinTwelveMonthsAsksTheTreatingHospital() {
        injured("hospital", "2006-09-10T20:00");
        Fact second = injured("hospital", "2006-12-02T21:00");

        List<Finding> findings = at(brother, "2006-12-02T21:00");

        assertThat(findings).hasSize(1);
        Finding finding = findings.getFirst();
        assertThat(finding.since()).isEqualTo(second.times().received());
        assertThat(finding.matter()).isEqualTo("adult:p-mother");
        assertThat(finding.item()).isEqualTo(second.id().text());
        assertThat(roles(finding)).containsExactly("westmarsh-hospital/safeguarding-nurse");
        assertThat(at(brother, "2006-12-02T20:59")).isEmpty();
    }

    @Test
    void aThirdMakesItGrow() {
        injured("hospital", "2006-09-10T20:00");
        injured("gp", "2006-12-02T21:00");
        injured("hospital", "2007-02-02T21:00");

        assertThat(at(brother, "2007-02-02T21:00"))
                .extracting(Finding::matter)
                .hasSize(2)
                .containsOnly("adult:p-mother");
    }

    @Test
    void twelveMonthsToTheDayCountAndADayMoreDoesNot() {
        injured("hospital", "2005-09-10T20:00");
        injured("hospital", "2006-09-10T20:00");
        assertThat(at(brother, "2006-09-10T20:00")).hasSize(1);

        Story other = new Story();
        Who child = other.person("child", "2004-03-01");
        Who parent = other.person("parent", "1985-01-01");
        other.at("2004-03-02T09:00").from("gp").about(child).with(MOTHER, parent).says(note());
        other.at("2005-09-09T20:00").from("hospital").about(parent).says(injury());
        other.at("2006-09-10T20:00").from("hospital").about(parent).says(injury());
        assertThat(other.findings(RULE, child, "2006-09-10T20:00")).isEmpty();
    }

    @Test
    void oneInjuryWrittenDownTwiceThatDayIsOne() {
        injured("ambulance", "2006-09-10T20:00");
        injured("hospital", "2006-09-10T20:40");

        assertThat(at(brother, "2006-09-11T09:00")).isEmpty();
    }

    @Test
    void windowsOfAYearAreTakenByTheDayOnWhichTheyWereWrittenDown() {
        story.at("2006-10-01T09:00")
                .from("hospital")
                .about(mother)
                .happened("2006-09/2007-04")
                .says(injury());
        story.at("2006-12-01T09:00")
                .from("hospital")
                .about(mother)
                .happened("2006-09/2007-04")
                .says(injury());

        assertThat(at(brother, "2006-12-01T09:00")).hasSize(1);
    }

    @Test
    void injuriesInPoliceEntriesGoElsewhere() {
        injured("police", "2006-09-10T20:00");
        injured("hospital", "2006-12-02T21:00");

        assertThat(at(brother, "2006-12-03T09:00")).isEmpty();
    }

    @Test
    void inAPregnancyTheMidwifeIsAskedAndTheUnbornChildIsTheSubject() {
        Who unborn = booked("2006-10-01T09:00");
        injured("hospital", "2006-10-10T20:00");
        injured("hospital", "2006-12-02T21:00");

        assertThat(at(brother, "2006-12-02T21:00")).isEmpty();
        assertThat(roles(at(unborn, "2006-12-02T21:00").getFirst()))
                .containsExactly("westmarsh-hospital/safeguarding-midwife");
    }

    @Test
    void atBirthItPassesToTheChildWithItsClock() {
        Who unborn = booked("2006-10-01T09:00");
        injured("hospital", "2006-10-10T20:00");
        injured("hospital", "2006-12-02T21:00");
        Who baby = story.stranger("baby");
        story.at("2007-04-28T09:00")
                .from("maternity")
                .about(baby)
                .with(MOTHER, mother)
                .says(birth());

        assertThat(at(unborn, "2007-04-28T09:00")).isEmpty();
        assertThat(at(brother, "2007-04-28T09:00")).isEmpty();
        assertThat(at(baby, "2007-04-28T09:00"))
                .extracting(Finding::since)
                .containsExactly(Story.instant("2006-12-02T21:00"));
    }

    @Test
    void theOtherParentOfAnUnbornChildIsNotPregnant() {
        Who unborn = booked("2006-10-01T09:00");
        for (String when : List.of("2006-10-10T20:00", "2006-12-02T21:00")) {
            story.at(when).from("hospital").about(father).says(injury());
        }

        assertThat(at(unborn, "2006-12-03T09:00")).isEmpty();
    }

    @Test
    void withAProtectionPlanSocialCareIsToldOnlyToRing() {
        injured("hospital", "2006-09-10T20:00");
        injured("hospital", "2006-12-02T21:00");
        story.at("2006-12-20T10:00")
                .from("childrens-social-care")
                .about(brother)
                .says(new CareBody.Plan(CareBody.Plan.PlanType.PROTECTION, true));

        List<Finding> findings = at(brother, "2006-12-20T10:00");

        assertThat(findings).hasSize(2);
        Finding ring = findings.getLast();
        assertThat(roles(ring)).containsExactly("westmarsh-childrens-social-care/duty-manager");
        assertThat(ring.since()).isEqualTo(Story.instant("2006-12-20T10:00"));
        String text = String.join(" ", ring.path().stream().map(s -> s.text().value()).toList());
        assertThat(text).contains("ring").doesNotContain("bruise").doesNotContain("injur");
        assertThat(ring.evidence())
                .allMatch(f -> f.message().sender().value().contains("social-care"));
    }

    @Test
    void anInjuryTakenBackNoLongerCounts() {
        Fact first = injured("hospital", "2006-09-10T20:00");
        injured("hospital", "2006-12-02T21:00");
        story.at("2006-12-10T10:00")
                .from("hospital")
                .about(mother)
                .regarding(first)
                .says(Phrases.takesBack());

        assertThat(at(brother, "2006-12-10T10:00")).isEmpty();
    }

    @Test
    void sealedInjuriesAreNotRead() {
        injured("hospital", "2006-09-10T20:00");
        story.at("2006-12-02T21:00")
                .from("hospital")
                .about(mother)
                .sensitivity(Sensitivity.COVERT)
                .says(injury());

        assertThat(at(brother, "2006-12-10T10:00")).isEmpty();
    }

    private Fact injured(String agency, String when) {
        return story.at(when).from(agency).about(mother).says(injury());
    }

    private Who booked(String when) {
        Who unborn = story.stranger("unborn");
        story.at(when)
                .from("maternity")
                .about(mother)
                .with(UNBORN_CHILD, unborn)
                .with(FATHER, father)
                .says(booking("2007-04-28"));
        return unborn;
    }

    private static HealthBody.InjuryObserved injury() {
        return Said.bruise(HealthBody.Site.FOREARM);
    }

    private List<Finding> at(Who who, String london) {
        return story.findings(RULE, who, london);
    }

    private static List<String> roles(Finding finding) {
        return finding.first().stream().map(Recipient::text).toList();
    }
}
