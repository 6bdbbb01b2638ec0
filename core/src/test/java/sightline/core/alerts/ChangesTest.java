package sightline.core.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.Role;
import sightline.core.duties.ClockKey;
import sightline.core.duties.Duty;
import sightline.core.facts.SystemBody.DutyChanged.WithdrawnBecause;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;
import sightline.core.screening.Finding;
import sightline.core.screening.Recipient;
import sightline.core.screening.RuleId;
import sightline.core.screening.Sharing;
import sightline.core.screening.Step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class ChangesTest {
    private static final PersonId CHILD = new PersonId("p-child");
    private static final AgencyId CARE = new AgencyId("westmarsh-csc");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void aNewMatterIsRaisedOnceAndThenGrows() {
        Derived first = derived(List.of(alert("a")), List.of());
        Derived second = derived(List.of(alert("a", "b")), List.of());

        assertThat(Changes.between(Known.NOTHING, first))
                .hasOnlyElementsOfType(Change.Raised.class)
                .hasSize(1);
        assertThat(Changes.between(Known.of(first), first)).isEmpty();
        assertThat(Changes.between(Known.of(first), second))
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Grew.class,
                        g -> assertThat(g.added()).extracting(Finding::item).containsExactly("b"));
    }

    @Test
    void evidenceThatGoesIsSaidAndNotSilentlyDropped() {
        Derived before = derived(List.of(alert("a", "b")), List.of());

        assertThat(Changes.between(Known.of(before), derived(List.of(alert("a")), List.of())))
                .containsExactly(new Change.Withdrawn("ALR-1", "AL-04", List.of("b")));
        assertThat(Changes.between(Known.of(before), derived(List.of(), List.of())))
                .containsExactly(new Change.Withdrawn("ALR-1", "AL-04", List.of("a", "b")));
    }

    @Test
    void aDutyGoesThroughItsLifeOneChangeAtATime() {
        Duty running = duty(new Duty.State.Running());
        Duty late = duty(new Duty.State.Overdue(1));
        Duty later = duty(new Duty.State.Overdue(2));
        Duty done = duty(new Duty.State.Discharged(someFact(), NOON, true));

        assertThat(names(Known.NOTHING, running)).containsExactly("Started");
        assertThat(names(known(running), late)).containsExactly("Overdue", "Escalated");
        assertThat(names(known(late), later)).containsExactly("Escalated");
        assertThat(names(known(later), done)).containsExactly("Discharged");
        assertThat(names(known(done), done)).isEmpty();
    }

    @Test
    void aDutyWhoseDischargeWasTakenBackIsOwedAnewAndSaysHowLateItIs() {
        Duty done = duty(new Duty.State.Discharged(someFact(), NOON, false));
        Duty ended = duty(new Duty.State.Ended(Optional.of(someFact()), NOON));

        for (Duty closed : List.of(done, ended)) {
            assertThat(names(known(closed), duty(new Duty.State.Running())))
                    .containsExactly("Started");
            assertThat(names(known(closed), duty(new Duty.State.Overdue(2))))
                    .containsExactly("Started", "Overdue", "Escalated", "Escalated");
        }
    }

    @Test
    void aDutyWhoseStartIsGoneLapsesAloudWhetherItWasDoneOrNot() {
        Duty running = duty(new Duty.State.Running());
        Duty done = duty(new Duty.State.Discharged(someFact(), NOON, true));

        for (Duty duty : List.of(running, done)) {
            assertThat(
                            Changes.between(
                                    known(duty),
                                    derived(List.of(), List.of()),
                                    _ -> WithdrawnBecause.ENTRY_WITHDRAWN))
                    .containsExactly(
                            new Change.Lapsed(duty.key(), WithdrawnBecause.ENTRY_WITHDRAWN));
        }
    }

    private static sightline.core.kernel.FactId someFact() {
        return sightline.core.kernel.FactId.parse("westmarsh-csc/m1#0");
    }

    private static List<String> names(Known before, Duty duty) {
        return Changes.between(before, derived(List.of(), List.of(duty))).stream()
                .map(c -> c.getClass().getSimpleName())
                .toList();
    }

    private static Known known(Duty duty) {
        return Known.of(derived(List.of(), List.of(duty)));
    }

    private static Derived derived(List<Alert> alerts, List<Duty> duties) {
        return new Derived(CHILD, false, alerts, List.of(), duties, Optional.empty());
    }

    private static Alert alert(String... items) {
        List<Finding> findings = java.util.Arrays.stream(items).map(ChangesTest::finding).toList();
        return new Alert(
                "ALR-1", new RuleId("AL-04"), CHILD, "m", findings, new Alert.State.Open());
    }

    private static Finding finding(String item) {
        Step step =
                new Step(
                        new Text("as recorded"),
                        CARE,
                        When.parse("2026-03"),
                        Certainty.CONFIRMED,
                        List.of());
        return new Finding(
                new RuleId("AL-04"),
                CHILD,
                "m",
                item,
                NOON,
                new Text("h"),
                List.of(step),
                Set.of(new Recipient(CARE, new Role("manager"))),
                new Sharing(List.of(), List.of(), List.of()),
                List.of());
    }

    private static Duty duty(Duty.State state) {
        Set<Recipient> to = Set.of(new Recipient(CARE, new Role("manager")));
        return new Duty(
                new ClockKey("seen.24h"),
                Optional.empty(),
                "See the child",
                CHILD,
                "s",
                NOON,
                NOON,
                new Text("because"),
                List.of(),
                List.of(),
                to,
                state,
                List.of(
                        new Duty.Told(1, NOON, to, 0),
                        new Duty.Told(2, NOON.plusSeconds(3600), to, 0)),
                List.of(to));
    }

    @Test
    void whatAnUnbornChildWasOwedPassesToTheChildAndIsNotWithdrawn() {
        Derived before = derived(List.of(alert("a")), List.of());
        Derived born = new Derived(CHILD, true, List.of(), List.of(), List.of(), Optional.empty());

        assertThat(Changes.between(Known.of(before), born)).isEmpty();
    }
}
