package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Said.bruise;
import static sightline.core.story.Said.injury;
import static sightline.core.story.Said.mark;
import static sightline.core.story.Said.mobile;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.DevelopmentalStage.Milestone;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.MedicalCondition;
import sightline.core.facts.HealthBody.MedicalCondition.Condition;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonBody.Residence;
import sightline.core.facts.PersonBody.Stay;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

final class InjuryOfNonMobileChildTest {
    private final Story story = new Story();
    private final Who baby = story.person("baby", "2006-03-01");
    private final Asked asked = new Asked(story, new InjuryOfNonMobileChild(), baby);

    @Test
    void aBruiseAtSevenMonthsNeedsAPaediatricianWhateverItsExplanation() {
        Fact seen = gp("2006-10-13T10:00", bruise(Site.HEAD, Mechanism.FALL_DOWN_STAIRS));

        Finding finding = asked.only("2006-10-13T10:00");
        assertThat(finding.since()).isEqualTo(Story.instant("2006-10-13T10:00"));
        assertThat(finding.matter()).isEqualTo("injuries");
        assertThat(finding.item()).isEqualTo(seen.id().text());
        assertThat(Asked.told(finding))
                .containsExactly(
                        "childrens-social-care/duty-manager", "hospital/paediatrician-on-call");
        assertThat(finding.headline().value())
                .startsWith("Needs a paediatrician today")
                .doesNotContain("abuse");
        assertThat(Asked.path(finding))
                .contains(
                        "Under 12 months; mobility not recorded",
                        "No birthmark, birth injury, procedure or bleeding condition is on record:"
                                + " ask for each");
    }

    @Test
    void theAreaWhereTheChildIsFoundIsToldBesideTheOneOfItsHome() {
        lives("2006-09-01T10:00", "gp", "1 Mill Row", Stay.HOME);
        story.at("2006-10-13T10:00")
                .from("eastholme/hospital")
                .about(baby)
                .happened("2006-10-13")
                .says(bruise(Site.HEAD, Mechanism.FALL));

        assertThat(Asked.told(asked.only("2006-10-13T10:00")))
                .contains(
                        "childrens-social-care/duty-manager",
                        "eastholme-childrens-social-care/duty-manager");
    }

    @Test
    void aHospitalElsewhereThatRepeatsTheHomeMovesNobodyToItsArea() {
        lives("2006-09-01T10:00", "gp", "1 Mill Row", Stay.HOME);
        lives("2006-10-12T10:00", "eastholme/hospital", "1 Mill Row", Stay.HOME);
        gp("2006-10-13T10:00", bruise(Site.HEAD, Mechanism.FALL));

        assertThat(Asked.told(asked.only("2006-10-13T10:00")))
                .contains("childrens-social-care/duty-manager");
    }

    @Test
    void whereAnInjuryWasSeenLongBeforeNobodyIsFoundToday() {
        lives("2006-09-01T10:00", "gp", "1 Mill Row", Stay.HOME);
        story.at("2006-10-13T10:00")
                .from("eastholme/hospital")
                .about(baby)
                .happened("2006-09-20")
                .says(bruise(Site.HEAD, Mechanism.FALL));

        assertThat(Asked.told(asked.only("2006-10-13T10:00")))
                .doesNotContain("eastholme-childrens-social-care/duty-manager");
    }

    @Test
    void ofWhoStaysWithSomebodyTheAreaOfTheHomeIsToldToo() {
        lives("2006-09-01T10:00", "gp", "1 Mill Row", Stay.HOME);
        lives("2006-10-01T10:00", "eastholme/health-visiting", "9 Quay Street", Stay.STAYING);
        story.at("2006-10-13T10:00")
                .from("eastholme/gp")
                .about(baby)
                .says(bruise(Site.HEAD, Mechanism.FALL));
        assertThat(Asked.told(asked.only("2006-10-13T10:00")))
                .contains(
                        "childrens-social-care/duty-manager",
                        "eastholme-childrens-social-care/duty-manager");
    }

    @Test
    void ofWhoFledToARefugeTheAreaOfTheHomeIsNotTold() {
        lives("2006-09-01T10:00", "gp", "1 Mill Row", Stay.HOME);
        lives("2006-10-01T10:00", "eastholme/refuge", "3 Far Lane", Stay.TEMPORARY);
        story.at("2006-10-13T10:00")
                .from("eastholme/gp")
                .about(baby)
                .says(bruise(Site.HEAD, Mechanism.FALL));

        assertThat(Asked.told(asked.only("2006-10-13T10:00")))
                .doesNotContain("childrens-social-care/duty-manager");
    }

    private void lives(String at, String source, String address, Stay stay) {
        story.at(at)
                .from(source)
                .about(baby)
                .happened(at.substring(0, 10))
                .place(address)
                .says(new Residence(stay, Optional.empty()));
    }

    @Test
    void whereverTheChildIsWhoeverHoldsThePlanIsToldToo() {
        story.at("2006-09-01T10:00")
                .from("eastholme/childrens-social-care")
                .about(baby)
                .says(Said.plan(CareBody.Plan.PlanType.LOOKED_AFTER, true));
        story.at("2006-09-02T10:00")
                .from("eastholme/childrens-social-care")
                .about(baby)
                .place("2 Weir Lane, Westmarsh")
                .says(new PersonBody.Residence(PersonBody.Stay.PLACEMENT, Optional.empty()));
        gp("2006-10-13T10:00", bruise(Site.HEAD));

        assertThat(Asked.told(asked.only("2006-10-13T10:00")))
                .containsExactlyInAnyOrder(
                        "childrens-social-care/duty-manager",
                        "eastholme-childrens-social-care/duty-manager",
                        "hospital/paediatrician-on-call");

        story.at("2006-11-01T10:00")
                .from("eastholme/childrens-social-care")
                .about(baby)
                .says(Said.plan(CareBody.Plan.PlanType.LOOKED_AFTER, false));
        assertThat(Asked.told(asked.only("2006-11-02T10:00")))
                .doesNotContain("eastholme-childrens-social-care/duty-manager");
    }

    @Test
    void everyKindOfMarkCounts() {
        for (MarkKind kind :
                List.of(
                        MarkKind.MARK,
                        MarkKind.BURN,
                        MarkKind.FRACTURE,
                        MarkKind.BLEEDING,
                        MarkKind.TORN_FRENULUM)) {
            gp("2006-10-13T10:00", injury(mark(kind, Site.FOREARM)));
        }

        assertThat(asked.alerts("2006-10-13T10:00")).hasSize(5);
    }

    @Test
    void aChildRecordedAsCrawlingIsNotInThisRule() {
        gp("2006-10-01T10:00", Said.reached(Milestone.CRAWLING));
        gp("2006-10-13T10:00", bruise(Site.HEAD));

        asked.silent("2006-10-14T10:00");
    }

    @Test
    void theDayBeforeTheFirstBirthdayIsTheLastWithoutARecord() {
        gp("2007-02-28T10:00", bruise(Site.HEAD));
        assertThat(asked.alerts("2007-03-05T10:00")).hasSize(1);

        gp("2007-03-01T10:00", bruise(Site.CHEEK));
        assertThat(asked.alerts("2007-03-05T10:00")).hasSize(1);

        gp("2007-03-02T10:00", mobile(bruise(Site.CHEEK), false));
        assertThat(asked.alerts("2007-03-05T10:00")).hasSize(2);
    }

    @Test
    void aBirthmarkIsNoInjury() {
        gp("2006-10-13T10:00", injury(mark(MarkKind.BIRTHMARK, Site.BACK)));

        asked.silent("2006-10-13T10:00");
    }

    @Test
    void aMarkOnTheBirthRecordAsksForALookAndAccusesNobody() {
        story.at("2006-03-02T10:00")
                .from("maternity")
                .about(baby)
                .happened("2006-03-01")
                .says(new HealthBody.Birth(List.of(mark(MarkKind.BIRTHMARK, Site.BUTTOCK)), false));
        gp("2006-04-13T10:00", bruise(Site.BUTTOCK));

        Finding finding = asked.only("2006-04-13T10:00");
        assertThat(finding.headline().value()).startsWith("Needs a paediatric look today");
        assertThat(Asked.path(finding))
                .contains("On the birth record: a mark at this place or injury");
    }

    @Test
    void whereAHospitalElsewhereSawItItsOwnPaediatricianIsAsked() {
        story.at("2006-10-13T10:00").from("eastholme/hospital").about(baby).says(bruise(Site.HEAD));

        assertThat(Asked.told(asked.only("2006-10-13T10:00")))
                .contains("eastholme-hospital/paediatrician-on-call")
                .doesNotContain("hospital/paediatrician-on-call");
    }

    @Test
    void aBleedingConditionStandsInThePath() {
        gp("2006-09-01T10:00", new MedicalCondition(Condition.BLEEDING_DISORDER, true));
        gp("2006-10-13T10:00", bruise(Site.HEAD));

        assertThat(Asked.path(asked.only("2006-10-13T10:00")))
                .contains("On record: bleeding disorder");
    }

    @Test
    void whatARetractedEntrySaidRaisesNothing() {
        Fact seen = gp("2006-10-13T10:00", bruise(Site.HEAD));
        story.at("2006-10-13T12:00").from("gp").about(baby).regarding(seen).says(Said.retraction());

        assertThat(asked.alerts("2006-10-13T11:00")).hasSize(1);
        asked.silent("2006-10-13T12:00");
    }

    @Test
    void aSecondTellingGrowsNothingAndLeavesTheClock() {
        gp("2006-10-13T10:00", bruise(Site.HEAD));
        story.at("2006-10-13T15:00")
                .from("hospital")
                .about(baby)
                .says(mobile(bruise(Site.HEAD), false));

        assertThat(asked.only("2006-10-13T15:00").since())
                .isEqualTo(Story.instant("2006-10-13T10:00"));
    }

    @Test
    void anInjuryAfterAnAnswerIsANewMatter() {
        gp("2006-10-13T10:00", bruise(Site.HEAD));
        Fact answer =
                story.at("2006-10-14T10:00")
                        .from(Said.CARE)
                        .about(baby)
                        .says(Said.answered("ALR-01-7F3A"));
        gp("2006-10-20T10:00", bruise(Site.CHEEK));

        assertThat(asked.alerts("2006-10-20T10:00"))
                .extracting(Finding::matter)
                .containsExactly("injuries", "injuries-after-" + answer.id().text());
    }

    @Test
    void aLateDateOfBirthCompletesTheEvidence() {
        Who stranger = story.stranger("stranger");
        story.at("2006-10-13T10:00").from("gp").about(stranger).says(bruise(Site.HEAD));
        Asked other = new Asked(story, new InjuryOfNonMobileChild(), stranger);
        other.silent("2006-10-13T11:00");
        story.at("2006-10-13T12:00")
                .from("gp")
                .about(stranger)
                .happened("2006-05-01")
                .says(new HealthBody.Birth(List.of(), false));

        assertThat(other.only("2006-10-13T12:00").since())
                .isEqualTo(Story.instant("2006-10-13T12:00"));
    }

    private Fact gp(String at, Body body) {
        return story.at(at).from("gp").about(baby).says(body);
    }
}
