package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.alerts.Derivation;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SharedBody.HandOver.HandOverStage;
import sightline.core.facts.SystemBody.EntryHeldElsewhere;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Recipient;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A supervision is handed over, and is nobody's for no moment. Invented people. */
final class SupervisionHandOverTest {
    private final Story story = new Story();
    private final Who man = story.person("man", "1980-01-01");
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    @Test
    void anOfferIsOwedByBothUntilItIsAnsweredAndLateItClimbsOnBothSides() {
        supervised();
        handOver("2024-06-03T10:00", "probation", HandOverStage.OFFERED, "eastholme/probation");

        Duty answer = only("supervision.move", "2024-06-03T11:00");
        assertThat(owners(answer))
                .containsExactlyInAnyOrder(
                        "westmarsh-probation/offender-manager",
                        "eastholme-probation/offender-manager");
        Duty late = only("supervision.move", "2024-06-09T10:00");
        assertThat(late.state()).isInstanceOf(Duty.State.Overdue.class);
        assertThat(late.rungs().getLast().to())
                .extracting(Recipient::text)
                .contains("westmarsh-partnership/partnership-lead");
        handOver("2024-06-09T11:00", "eastholme/probation", HandOverStage.REFUSED, "probation");
        assertThat(open("supervision.move", "2024-06-09T12:00")).isEmpty();
        assertThat(owners(only("supervision.refused", "2024-06-09T12:00")))
                .containsExactly("westmarsh-probation/offender-manager");
    }

    @Test
    void thePoliceAreAskedAtTheirOwnPost() {
        supervised();
        handOver("2024-06-03T10:00", "probation", HandOverStage.OFFERED, "police");

        assertThat(owners(only("supervision.move", "2024-06-03T11:00")))
                .containsExactlyInAnyOrder(
                        "westmarsh-probation/offender-manager", "westmarsh-police/register-keeper");
    }

    @Test
    void whoeverAcceptedOwesTheEndAndWhoWasNotAskedDoesNot() {
        supervised();
        handOver("2024-06-03T10:00", "probation", HandOverStage.OFFERED, "eastholme/probation");
        handOver("2024-06-03T11:00", "housing", HandOverStage.ACCEPTED, "probation");
        assertThat(open("supervision.move", "2024-06-03T12:00")).hasSize(1);
        assertThat(owners(only("supervision.ending", "2024-09-02T10:00")))
                .containsExactly("westmarsh-probation/offender-manager");

        handOver("2024-06-04T10:00", "eastholme/probation", HandOverStage.ACCEPTED, "probation");
        assertThat(owners(only("supervision.ending", "2024-09-02T10:00")))
                .containsExactly("eastholme-probation/offender-manager");
        assertThat(only("supervision.ending", "2024-10-02T10:00").state())
                .isInstanceOf(Duty.State.Overdue.class);
    }

    /** It says the same whether or not another has him; a force alone has whom nobody entered. */
    @Test
    void whoeverOffersWhatTheyDoNotHaveOwesToPutThatRightAndNobodyIsAskedToAnswer() {
        supervised();
        handOver("2024-06-03T10:00", "eastholme/probation", HandOverStage.OFFERED, "probation");
        handOver("2024-06-03T10:05", "school", HandOverStage.OFFERED, "probation");
        offered("2024-06-03T10:10", "eastholme/police", "police");
        offered("2024-06-03T10:15", "school", "police");

        assertThat(open("supervision.move", "2024-06-03T11:00")).isEmpty();
        assertThat(open("register.move", "2024-06-03T11:00")).isEmpty();
        assertThat(owing("supervision.unheld", "2024-06-03T11:00"))
                .containsExactlyInAnyOrder(
                        "eastholme-probation/offender-manager",
                        "westmarsh-school/safeguarding-lead");
        assertThat(owing("register.unheld", "2024-06-03T11:00"))
                .containsExactlyInAnyOrder(
                        "eastholme-police/register-keeper", "westmarsh-school/safeguarding-lead");
        assertThat(open("register.unheld", "2024-06-03T11:00"))
                .extracting(Duty::title)
                .allSatisfy(title -> assertThat(title).doesNotContain("another"));

        handOver("2024-06-03T12:00", "eastholme/probation", HandOverStage.WITHDRAWN, "probation");
        assertThat(owing("supervision.unheld", "2024-06-03T13:00"))
                .containsExactly("westmarsh-school/safeguarding-lead");
        handOver("2024-06-03T14:00", "probation", HandOverStage.OFFERED, "eastholme/probation");
        assertThat(owing("supervision.unheld", "2024-06-03T15:00"))
                .containsExactly("westmarsh-school/safeguarding-lead");
        handOver("2024-06-03T16:00", "school", HandOverStage.WITHDRAWN, "probation");
        assertThat(owing("supervision.unheld", "2024-06-03T17:00")).isEmpty();
    }

    @Test
    void theServiceThatACourtNamesSupervisesAndOffers() {
        story.at("2024-03-02T10:00")
                .from("court")
                .about(man)
                .to("probation")
                .says(
                        new Supervision(
                                SupervisionType.COMMUNITY_ORDER,
                                SupervisionStage.STARTED,
                                Optional.of(LocalDate.parse("2024-09-30")),
                                Optional.empty()));
        handOver("2024-06-03T10:00", "probation", HandOverStage.OFFERED, "eastholme/probation");

        assertThat(owing("supervision.unheld", "2024-06-03T11:00")).isEmpty();
        assertThat(owners(only("supervision.move", "2024-06-03T11:00")))
                .containsExactlyInAnyOrder(
                        "westmarsh-probation/offender-manager",
                        "eastholme-probation/offender-manager");
        handOver("2024-06-03T12:00", "eastholme/police", HandOverStage.OFFERED, "police");
        assertThat(owing("supervision.unheld", "2024-06-03T13:00"))
                .containsExactly("eastholme-police/register-keeper");
    }

    @Test
    void eachServiceThatACourtNamesOffersWhatItSupervises() {
        story.at("2024-03-02T10:00")
                .from("court")
                .about(man)
                .to("probation")
                .to("eastholme/probation")
                .says(
                        new Supervision(
                                SupervisionType.COMMUNITY_ORDER,
                                SupervisionStage.STARTED,
                                Optional.of(LocalDate.parse("2024-09-30")),
                                Optional.empty()));
        handOver("2024-06-03T10:00", "eastholme/probation", HandOverStage.OFFERED, "police");

        assertThat(owing("supervision.unheld", "2024-06-03T11:00")).isEmpty();
        assertThat(owing("supervision.move", "2024-06-03T11:00"))
                .contains("westmarsh-police/register-keeper");
        handOver("2024-06-03T12:00", "northfield/probation", HandOverStage.OFFERED, "police");
        assertThat(owing("supervision.unheld", "2024-06-03T13:00"))
                .containsExactly("northfield-probation/offender-manager");
    }

    private void offered(String at, String from, String to) {
        story.at(at)
                .from(from)
                .about(man)
                .to(to)
                .says(new HandOver(HandOverStage.OFFERED, HandOver.Handed.REGISTERED_PERSON));
    }

    private List<String> owing(String clock, String at) {
        return open(clock, at).stream().flatMap(d -> owners(d).stream()).toList();
    }

    @Test
    void probationIsToldOfAnEntryElsewhereWhileItSupervises() {
        supervised();
        held("2024-06-03T10:00");
        assertThat(owners(only("locator.ring", "2024-06-03T11:00")))
                .contains(
                        "westmarsh-probation/offender-manager", "westmarsh-police/register-keeper");

        assertThat(owners(only("locator.ring", "2024-10-03T11:00")))
                .contains("westmarsh-police/register-keeper")
                .doesNotContain("westmarsh-probation/offender-manager");
    }

    private void held(String at) {
        story.at(at)
                .from("police")
                .about(man)
                .says(new EntryHeldElsewhere("eastport", "Register desk, 01632 960177"));
    }

    private void supervised() {
        story.at("2024-03-01T10:00")
                .from("police")
                .about(man)
                .says(
                        new RegisterNotification(
                                "soa-2003", NotificationType.ENTERED, Optional.empty()));
        story.at("2024-03-02T10:00")
                .from("probation")
                .about(man)
                .says(
                        new Supervision(
                                SupervisionType.PROBATION,
                                SupervisionStage.STARTED,
                                Optional.of(LocalDate.parse("2024-09-30")),
                                Optional.empty()));
    }

    private void handOver(String at, String from, HandOverStage stage, String to) {
        story.at(at)
                .from(from)
                .about(man)
                .to(to)
                .says(new HandOver(stage, HandOver.Handed.SUPERVISION));
    }

    private Duty only(String clock, String at) {
        List<Duty> all =
                derivation.derive(story.situation(man, at)).duties().stream()
                        .filter(d -> d.clock().value().equals(clock))
                        .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<Duty> open(String clock, String at) {
        return derivation.derive(story.situation(man, at)).duties().stream()
                .filter(d -> d.clock().value().equals(clock))
                .filter(d -> d.state().open())
                .toList();
    }

    private static List<String> owners(Duty duty) {
        return duty.owedBy().stream().map(Recipient::text).toList();
    }
}
