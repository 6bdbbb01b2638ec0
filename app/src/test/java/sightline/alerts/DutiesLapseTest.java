package sightline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody.DutyChanged;
import sightline.core.facts.SystemBody.DutyChanged.DutyChange;

import java.time.Duration;
import java.util.List;

/** A duty whose start is withdrawn stays readable, with why. */
final class DutiesLapseTest {
    private final Northton world = new Northton("2026-03-02T10:00:00Z").with(Northton.staffed());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aDutyThatIsOwedAnewIsRecordedAndClimbsAgain() {
        world.send(Northton.CARE, strategy("enquiry"));
        world.run();
        world.pass(Duration.ofDays(30));
        conference();
        assertThat(state()).containsExactly("discharged");
        List<DutyChange> first = happened();
        assertThat(first)
                .startsWith(DutyChange.STARTED, DutyChange.OVERDUE, DutyChange.ESCALATED)
                .endsWith(DutyChange.DISCHARGED);

        world.send(
                Northton.CARE,
                "\"kind\":\"retraction\",\"regarding\":[\"m2\"],\"body\":{\"reason\":\"wrong child\"}");
        world.run();

        assertThat(state()).containsExactly("overdue");
        assertThat(happened().subList(first.size(), happened().size()))
                .startsWith(DutyChange.STARTED, DutyChange.OVERDUE, DutyChange.ESCALATED);
        conference();
        assertThat(happened()).endsWith(DutyChange.DISCHARGED);
    }

    private void conference() {
        world.send(
                Northton.CARE,
                """
                "kind":"conference","when":"%s",
                "people":[{"role":"subject","localId":"c2"}],"body":{"type":"initial","outcome":"no-plan"}
                """
                        .formatted(world.clock.instant().toString().substring(0, 10)));
        world.run();
    }

    private List<String> state() {
        return world.texts("SELECT state FROM alerts.duty WHERE clock = 's47.icpc'");
    }

    private List<DutyChange> happened() {
        return world.ledger().stream()
                .map(Fact::body)
                .filter(b -> b instanceof DutyChanged)
                .map(DutyChanged.class::cast)
                .filter(c -> c.clock().equals("s47.icpc"))
                .map(DutyChanged::change)
                .toList();
    }

    @Test
    void aDischargedDutyWhoseStartIsRetractedIsWithdrawnAndNotLost() {
        world.send(Northton.CARE, strategy("enquiry"));
        world.run();
        world.pass(Duration.ofDays(2));
        conference();
        assertThat(state()).containsExactly("discharged");

        world.send(
                Northton.CARE,
                "\"kind\":\"retraction\",\"regarding\":[\"m1\"],\"body\":{\"reason\":\"wrong child\"}");
        world.run();

        assertThat(world.count("alerts.duty WHERE clock = 's47.icpc'")).isZero();
        assertThat(world.texts("SELECT because FROM alerts.lapsed_duty WHERE clock = 's47.icpc'"))
                .containsExactly("entry-withdrawn");
        assertThat(world.texts("SELECT title FROM alerts.lapsed_duty WHERE clock = 's47.icpc'"))
                .containsExactly("Hold the initial child protection conference");
        assertThat(world.count("facts.fact WHERE kind = 'duty-changed'")).isPositive();
    }

    private static String strategy(String outcome) {
        return """
        "kind":"strategy-discussion","when":"2026-03-02","people":[{"role":"subject","localId":"c2",
        "names":[{"given":"Ivy","family":"Prewett"}],"dateOfBirth":"2020-03-01"}],
        "body":{"outcome":"%s"}
        """
                .formatted(outcome);
    }
}
