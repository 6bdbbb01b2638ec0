package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.FATHER;
import static sightline.core.facts.PersonRole.UNBORN_CHILD;
import static sightline.core.story.Phrases.booking;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.hurtABaby;
import static sightline.core.story.Phrases.hurtAStranger;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.Release;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.facts.Sensitivity;
import sightline.core.story.Phrases;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class SupervisionEndsWithChildTest {
    private static final Rule RULE = new SupervisionEndsWithChild();

    private final Story story = new Story();
    private final Who child = story.person("child", "2006-03-01");
    private final Who mother = story.person("mother", "1985-01-01");
    private final Who man = story.person("man", "1980-01-01");

    @Test
    void anEndWithNoHomeOnRecordIsAboutTheAdult() {
        convicted();
        Fact started = supervised("2009-01-05T09:00", SupervisionStage.STARTED, "2009-07-05");
        Fact ended = supervised("2009-07-03T15:00", SupervisionStage.ENDED, "2009-07-03");

        List<Finding> findings = at(man, "2009-07-03T15:00");

        assertThat(findings).hasSize(1);
        Finding finding = findings.getFirst();
        assertThat(finding.matter()).isEqualTo("order:" + started.id().text());
        assertThat(finding.since()).isEqualTo(ended.times().received());
        assertThat(roles(finding))
                .containsExactlyInAnyOrder(
                        "westmarsh-police/register-keeper",
                        "westmarsh-childrens-social-care/duty-manager");
        assertThat(at(man, "2009-07-03T14:59")).isEmpty();
    }

    @Test
    void withoutAMessageItsLastDayEndsIt() {
        convicted();
        supervised("2009-01-05T09:00", SupervisionStage.STARTED, "2009-07-05");

        assertThat(at(man, "2009-07-05T23:59")).isEmpty();
        assertThat(story.evaluate(RULE, man, "2009-01-05T09:00").recheckAt())
                .contains(Story.instant("2009-07-06T00:00"));
        assertThat(at(man, "2009-07-06T00:00"))
                .extracting(Finding::since)
                .containsExactly(Story.instant("2009-07-06T00:00"));
    }

    @Test
    void anEndPutOffIsNoEndYet() {
        convicted();
        supervised("2009-01-05T09:00", SupervisionStage.STARTED, "2009-07-05");
        supervised("2009-07-01T09:00", SupervisionStage.TRANSFERRED, "2009-09-05");

        assertThat(at(man, "2009-08-01T09:00")).isEmpty();
        assertThat(at(man, "2009-09-06T00:00")).hasSize(1);
    }

    @Test
    void anAddressOfWhichNobodyRecordedTheHouseholdIsNotKnowing() {
        convicted();
        lives(man, "2009-01-06", "1 Mill Row");
        supervised("2009-07-03T15:00", SupervisionStage.ENDED, "2009-07-03");

        assertThat(at(man, "2009-07-03T15:00"))
                .singleElement()
                .satisfies(f ->
                        assertThat(roles(f))
                                .contains("westmarsh-childrens-social-care/duty-manager"));
    }

    @Test
    void aHouseholdOnRecordWithoutAChildSaysNothing() {
        convicted();
        lives(man, "2009-01-06", "1 Mill Row");
        lives(story.person("brother", "1982-01-01"), "2009-01-06", "1 Mill Row");
        supervised("2009-07-03T15:00", SupervisionStage.ENDED, "2009-07-03");

        assertThat(at(man, "2009-08-01T09:00")).isEmpty();
    }

    @Test
    void aChildInTheHomeIsTheSubject() {
        convicted();
        lives(man, "2009-01-06", "1 Mill Row");
        lives(child, "2009-02-06", "1 Mill Row");
        supervised("2009-07-03T15:00", SupervisionStage.ENDED, "2009-07-03");

        assertThat(at(child, "2009-07-03T15:00")).hasSize(1);
        assertThat(at(man, "2009-07-03T15:00")).isEmpty();
    }

    @Test
    void aChildWhoJoinsAfterTheEndIsNotOfIt() {
        convicted();
        lives(man, "2009-01-06", "1 Mill Row");
        supervised("2009-07-03T15:00", SupervisionStage.ENDED, "2009-07-03");
        lives(child, "2009-07-04", "1 Mill Row");

        assertThat(at(child, "2009-08-01T09:00")).isEmpty();
    }

    @Test
    void aHomeLearntOfLaterCountsFromWhenItWasLearnt() {
        convicted();
        lives(child, "2009-02-06", "1 Mill Row");
        supervised("2009-07-03T15:00", SupervisionStage.ENDED, "2009-07-03");
        story.at("2009-08-10T09:00")
                .from("housing")
                .about(man)
                .happened("2009-06-01")
                .place("1 Mill Row")
                .says(home());

        assertThat(at(man, "2009-08-01T09:00")).hasSize(1);
        assertThat(at(man, "2009-08-10T09:00")).isEmpty();
        assertThat(at(child, "2009-08-10T09:00"))
                .extracting(Finding::since)
                .containsExactly(Story.instant("2009-08-10T09:00"));
    }

    @Test
    void aPregnancyCounts() {
        convicted();
        Who unborn = story.stranger("unborn");
        story.at("2009-05-01T09:00")
                .from("maternity")
                .about(mother)
                .with(UNBORN_CHILD, unborn)
                .with(FATHER, man)
                .says(booking("2009-12-01"));
        supervised("2009-07-03T15:00", SupervisionStage.ENDED, "2009-07-03");

        assertThat(at(unborn, "2009-07-03T15:00")).hasSize(1);
        assertThat(at(man, "2009-07-03T15:00")).isEmpty();
    }

    @Test
    void forAnotherKindOfOffenceNobodyIsTold() {
        story.at("2008-05-01T09:00").from("court").about(man).says(hurtAStranger());
        supervised("2009-07-03T15:00", SupervisionStage.ENDED, "2009-07-03");

        assertThat(at(man, "2009-08-01T09:00")).isEmpty();
    }

    @Test
    void aRegisterPeriodThatRunsOutCountsWithoutAConviction() {
        story.at("2008-05-01T09:00")
                .from("police")
                .about(man)
                .says(
                        new RegisterNotification(
                                "SOA-2003",
                                NotificationType.ENTERED,
                                Optional.of(LocalDate.parse("2010-05-01"))));

        assertThat(at(man, "2010-05-01T23:59")).isEmpty();
        assertThat(at(man, "2010-05-02T00:00")).hasSize(1);
    }

    @Test
    void aLicenceKnownFromTheReleaseAloneEndsOnItsDay() {
        convicted();
        story.at("2009-01-05T09:00")
                .from("prison")
                .about(man)
                .says(new Release(true, Optional.of(LocalDate.parse("2009-07-05"))));

        assertThat(at(man, "2009-07-05T23:59")).isEmpty();
        assertThat(at(man, "2009-07-06T00:00")).hasSize(1);
    }

    @Test
    void theConvictionMayArriveAfterTheEnd() {
        supervised("2009-07-03T15:00", SupervisionStage.ENDED, "2009-07-03");
        story.at("2009-09-01T09:00").from("court").about(man).says(hurtABaby());

        assertThat(at(man, "2009-09-01T09:00"))
                .extracting(Finding::since)
                .containsExactly(Story.instant("2009-09-01T09:00"));
    }

    @Test
    void takenBackOrSealedItSaysNothing() {
        convicted();
        Fact ended = supervised("2009-07-03T15:00", SupervisionStage.ENDED, "2009-07-03");
        story.at("2009-07-10T09:00")
                .from("probation")
                .about(man)
                .regarding(ended)
                .says(Phrases.takesBack());
        story.at("2009-07-11T09:00")
                .from("probation")
                .about(man)
                .sensitivity(Sensitivity.COVERT)
                .says(supervision(SupervisionStage.ENDED, "2009-07-11"));

        assertThat(at(man, "2009-08-01T09:00")).isEmpty();
    }

    @Test
    void nothingOfAnotherAreaStandsInTheChildsPath() {
        convicted();
        lives(man, "2009-01-06", "1 Mill Row");
        lives(child, "2009-02-06", "1 Mill Row");
        story.at("2009-07-03T15:00")
                .from("eastholme/probation")
                .about(man)
                .place("77 Canary Close")
                .says(supervision(SupervisionStage.ENDED, "2009-07-03"));

        Finding finding = at(child, "2009-07-03T15:00").getFirst();

        assertThat(finding.path())
                .noneMatch(s ->
                        s.source().value().contains("eastholme")
                                || s.text().value().contains("Canary"));
    }

    private void convicted() {
        story.at("2008-05-01T09:00").from("court").about(man).says(hurtABaby());
    }

    private Fact supervised(String when, SupervisionStage stage, String ends) {
        return story.at(when).from("probation").about(man).says(supervision(stage, ends));
    }

    private static Supervision supervision(SupervisionStage stage, String ends) {
        return new Supervision(
                SupervisionType.PROBATION,
                stage,
                Optional.of(LocalDate.parse(ends)),
                Optional.empty());
    }

    private void lives(Who who, String from, String address) {
        story.at(from + "T09:00").from("gp").about(who).place(address).says(home());
    }

    private List<Finding> at(Who who, String london) {
        return story.findings(RULE, who, london);
    }

    private static List<String> roles(Finding finding) {
        return finding.first().stream().map(Recipient::text).toList();
    }
}
