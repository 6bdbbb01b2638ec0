package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.UNBORN_CHILD;
import static sightline.core.story.Said.CARE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sightline.core.facts.CareBody.Plan.PlanType;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.GpRecordTransfer;
import sightline.core.facts.HealthBody.GpRecordTransfer.TransferStage;
import sightline.core.facts.HealthBody.GpRegistration;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.Text;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.Optional;

final class GpRecordNotReceivedTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Who mother = story.person("mother", "1990-03-01");
    private final Asked asked = new Asked(story, new GpRecordNotReceived(), child);

    @Test
    void notReceivedByTheEndOfDayTwentyEightBesideAPlanFires() {
        plan("2024-01-02T10:00");
        Fact registered = registered(child, "2024-02-01T10:00");
        transfer(child, "2024-02-01T11:00", TransferStage.REQUESTED);

        asked.beginsAt("2024-02-01T12:00", "2024-02-29T00:00");
        Finding finding = asked.only("2024-02-29T00:00");
        assertThat(finding.matter()).isEqualTo(registered.id().text());
        assertThat(Asked.told(finding)).containsExactly("childrens-social-care/duty-manager");
    }

    @ParameterizedTest
    @CsvSource({"2024-02-01, true", "2024-02-10, false"})
    void aRegistrationToldOfAfterThePlanEndedStoodBesideItIfItWasDueByThen(
            String written, boolean due) {
        plan("2024-01-02T10:00");
        story.at("2024-03-05T10:00")
                .from(CARE)
                .about(child)
                .says(Said.plan(PlanType.PROTECTION, false));
        story.at("2024-03-20T10:00")
                .from("gp")
                .about(child)
                .recorded(written + "T10:00")
                .happened(written)
                .says(new GpRegistration(Optional.of(Story.agency("eastholme/gp")), false));

        if (due) {
            assertThat(Asked.path(asked.only("2024-03-20T10:00")))
                    .last()
                    .isEqualTo(
                            "It was open when that was written down; it was closed on 5 March 2024,"
                                    + " before that was known here");
        } else {
            asked.silent("2024-04-20T10:00");
        }
    }

    @Test
    void theTwoPracticesAreWarnedAtDayFourteen() {
        registered(child, "2024-02-01T10:00");

        Child subject = Child.in(story.situation(child, "2024-02-02T10:00")).orElseThrow();
        assertThat(GpRecords.awaited(subject.individual(), subject.clock()))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.warnAt()).isEqualTo(Story.instant("2024-02-15T00:00"));
                    assertThat(a.dueAt()).isEqualTo(Story.instant("2024-02-29T00:00"));
                });
    }

    @Test
    void withoutAnOpenMatterItIsADutyOfThePractices() {
        registered(child, "2024-02-01T10:00");

        asked.silent("2024-04-01T10:00");
        plan("2024-04-02T10:00");
        assertThat(asked.only("2024-04-02T10:00").since())
                .isEqualTo(Story.instant("2024-04-02T10:00"));
    }

    @Test
    void receivedEndsItAndIncompleteDoesNot() {
        plan("2024-01-02T10:00");
        registered(child, "2024-02-01T10:00");
        transfer(child, "2024-02-20T11:00", TransferStage.INCOMPLETE);
        asked.only("2024-03-01T10:00");

        transfer(child, "2024-03-02T11:00", TransferStage.RECEIVED);
        asked.silent("2024-03-02T11:00");
    }

    @Test
    void aTemporaryRegistrationOrAFirstOneAwaitsNothing() {
        plan("2024-01-02T10:00");
        story.at("2024-02-01T10:00")
                .from("gp")
                .about(child)
                .says(new GpRegistration(Optional.of(Story.agency("eastholme/gp")), true));
        story.at("2024-02-01T10:00")
                .from("gp")
                .about(child)
                .says(new GpRegistration(Optional.empty(), false));

        asked.silent("2024-04-01T10:00");
    }

    @Test
    void registeredElsewhereMeanwhileThatPracticeWaits() {
        plan("2024-01-02T10:00");
        registered(child, "2024-02-01T10:00");
        Fact second =
                story.at("2024-02-20T10:00")
                        .from("northfield/gp")
                        .about(child)
                        .says(new GpRegistration(Optional.of(Story.agency("gp")), false));

        asked.silent("2024-03-10T10:00");
        assertThat(asked.only("2024-04-01T10:00").matter()).isEqualTo(second.id().text());
    }

    @Test
    void aCarersRecordCountsAndNothingOfItIsTold() {
        plan("2024-01-02T10:00");
        story.at("2024-01-03T10:00")
                .from("gp")
                .about(child)
                .with(MOTHER, mother)
                .says(new SharedBody.Note(new Text("came together")));
        registered(mother, "2024-02-01T10:00");

        assertThat(asked.only("2024-02-29T00:00").headline().value())
                .startsWith("A parent's or carer's GP record");
    }

    @Test
    void aPregnantWomansRecordBesideAnEnquiryIntoTheUnbornChildCounts() {
        Who unborn = story.stranger("unborn");
        story.at("2024-01-10T09:00")
                .from("maternity")
                .about(mother)
                .with(MOTHER, mother)
                .with(UNBORN_CHILD, unborn)
                .says(
                        new HealthBody.PregnancyBooked(
                                Optional.of(LocalDate.parse("2024-07-01")), 1));
        story.at("2024-01-11T09:00").from(CARE).with(UNBORN_CHILD, unborn).says(Said.enquiry(true));
        registered(mother, "2024-02-01T10:00");

        new Asked(story, new GpRecordNotReceived(), unborn).only("2024-02-29T00:00");
    }

    @Test
    void aRetractedRegistrationAwaitsNothing() {
        plan("2024-01-02T10:00");
        Fact registered = registered(child, "2024-02-01T10:00");
        story.at("2024-02-02T10:00")
                .from("gp")
                .about(child)
                .regarding(registered)
                .says(Said.retraction());

        asked.silent("2024-04-01T10:00");
    }

    private void plan(String at) {
        story.at(at).from(CARE).about(child).says(Said.protectionPlan());
    }

    private Fact registered(Who who, String at) {
        return story.at(at)
                .from("gp")
                .about(who)
                .says(new GpRegistration(Optional.of(Story.agency("eastholme/gp")), false));
    }

    private void transfer(Who who, String at, TransferStage stage) {
        story.at(at)
                .from("gp")
                .about(who)
                .says(new GpRecordTransfer(stage, Optional.empty(), Optional.empty()));
    }
}
