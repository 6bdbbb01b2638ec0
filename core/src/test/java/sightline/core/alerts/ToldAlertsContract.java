package sightline.core.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.ContactRoute.Channel;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody.AlertSeen;
import sightline.core.facts.SystemBody.AlertTold;
import sightline.core.facts.SystemBody.DeliveryChannel;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PostId;
import sightline.core.kernel.SourceRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What every keeper of tellings, openings and deliveries does; each form subclasses it. */
public abstract class ToldAlertsContract {
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final AgencyId CARE = new AgencyId("northton-csc");
    private static final SourceRecord CHILD = new SourceRecord(CARE, "c1");
    private static final Ways WAYS =
            new Ways(
                    new PostId("csc-duty-manager"),
                    false,
                    List.of(Channel.EMAIL, Channel.SMS, Channel.PHONE));

    /** An empty one. */
    protected abstract ToldAlerts told();

    /** The deliveries beside it. */
    protected abstract Deliveries deliveries();

    /** Whoever was told does a step. */
    protected abstract void sees(UUID telling, AlertSeen.Step step, String by, Instant at);

    /** What came of sending by one way. */
    protected abstract void ended(UUID telling, Channel channel, boolean sent);

    @Test
    void stepsAreTakenOnceTheEarliestFirst() {
        UUID one = tell("ALR-01-A");
        UUID other = tell("ALR-01-B");
        sees(other, AlertSeen.Step.OPENED, "dana", MONDAY.plusSeconds(20));
        sees(one, AlertSeen.Step.OPENED, "dana", MONDAY.plusSeconds(10));

        assertThat(told().take(1)).extracting(ToldAlerts.Seen::telling).containsExactly(one);
        assertThat(told().take(9)).extracting(ToldAlerts.Seen::telling).containsExactly(other);
        assertThat(told().take(9)).isEmpty();
    }

    @Test
    void whoeverOpensItAgainChangesNothing() {
        UUID telling = tell("ALR-01-A");
        sees(telling, AlertSeen.Step.OPENED, "dana", MONDAY.plusSeconds(10));
        sees(telling, AlertSeen.Step.OPENED, "lee", MONDAY.plusSeconds(20));

        assertThat(told().take(9))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.by()).isEqualTo("dana");
                    assertThat(s.at()).isEqualTo(MONDAY.plusSeconds(10));
                });
    }

    @Test
    void openingAndAcknowledgingAreTwoSteps() {
        UUID telling = tell("ALR-01-A");
        sees(telling, AlertSeen.Step.ACKNOWLEDGED, "dana", MONDAY.plusSeconds(10));
        sees(telling, AlertSeen.Step.OPENED, "dana", MONDAY.plusSeconds(10));

        assertThat(told().take(9))
                .extracting(ToldAlerts.Seen::step)
                .containsExactly(AlertSeen.Step.OPENED, AlertSeen.Step.ACKNOWLEDGED);
    }

    @Test
    void whatAFactSaysIsNotTakenOnceMore() {
        Fact telling = telling("ALR-01-A");
        keep(telling);
        AlertSeen seen =
                Tellings.seen(
                        (AlertTold) telling.body(),
                        AlertSeen.Step.OPENED,
                        DeliveryChannel.WORK_LIST,
                        "dana");
        keep(OwnFacts.of(CHILD, seen, List.of(telling.id().message()), MONDAY));
        sees(id(telling), AlertSeen.Step.OPENED, "dana", MONDAY.plusSeconds(10));

        assertThat(told().take(9)).isEmpty();
    }

    @Test
    void whatIsToldTwiceIsKeptOnce() {
        Fact telling = telling("ALR-01-A");
        keep(telling);
        keep(telling);
        sees(id(telling), AlertSeen.Step.OPENED, "dana", MONDAY.plusSeconds(10));

        assertThat(told().take(9)).hasSize(1);
    }

    @Test
    void eachWayThatSendsIsReportedOnceWhenItIsOver() {
        UUID telling = tell("ALR-01-A");
        send(telling);
        send(telling);
        assertThat(deliveries().finished(9)).isEmpty();

        ended(telling, Channel.EMAIL, true);
        assertThat(deliveries().finished(9))
                .containsExactly(
                        new Deliveries.Finished(telling, "csc-duty-manager", "email", true, false));
        assertThat(deliveries().finished(9)).isEmpty();
    }

    @Test
    void withTheLastWayThatFailedNobodyIsReached() {
        UUID telling = tell("ALR-01-A");
        send(telling);
        ended(telling, Channel.EMAIL, false);
        assertThat(deliveries().finished(9)).noneMatch(Deliveries.Finished::last);
        ended(telling, Channel.SMS, false);

        assertThat(deliveries().finished(9)).singleElement().matches(Deliveries.Finished::last);
    }

    @Test
    void whoeverOpenedItIsReachedThoughEveryWayFailed() {
        UUID telling = tell("ALR-01-A");
        send(telling);
        sees(telling, AlertSeen.Step.OPENED, "dana", MONDAY.plus(Duration.ofMinutes(1)));
        ended(telling, Channel.EMAIL, false);
        ended(telling, Channel.SMS, false);

        assertThat(deliveries().finished(9))
                .hasSize(2)
                .noneMatch(Deliveries.Finished::last)
                .noneMatch(Deliveries.Finished::sent);
    }

    private void send(UUID telling) {
        Deliveries deliveries = deliveries();
        deliveries.add(Optional.of(telling), telling.toString(), WAYS, true);
        deliveries.keep(MONDAY);
    }

    private UUID tell(String alert) {
        Fact fact = telling(alert);
        keep(fact);
        return id(fact);
    }

    private void keep(Fact fact) {
        told().keep(List.of(fact), Map.of(CHILD, new PersonId("child")));
    }

    private static UUID id(Fact fact) {
        return UUID.fromString(fact.id().message().id().value());
    }

    private static Fact telling(String alert) {
        return OwnFacts.of(
                CHILD,
                new AlertTold(
                        alert,
                        "AL-01",
                        CARE,
                        "duty-manager",
                        CARE,
                        AlertTold.Manner.FIRST,
                        List.of("item")),
                MONDAY);
    }
}
