package sightline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** A duty whose start is withdrawn stays readable, with why. */
final class DutiesLapseTest {
    private final Northton world = new Northton("2026-03-02T10:00:00Z").with(Northton.staffed());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aDischargedDutyWhoseStartIsRetractedIsWithdrawnAndNotLost() {
        world.send(Northton.CARE, strategy("enquiry"));
        world.run();
        world.pass(Duration.ofDays(2));
        world.send(
                Northton.CARE,
                """
                "kind":"conference","when":"2026-03-04",
                "people":[{"role":"subject","localId":"c2"}],"body":{"type":"initial","outcome":"no-plan"}
                """);
        world.run();
        assertThat(world.texts("SELECT state FROM alerts.duty WHERE clock = 's47.icpc'"))
                .containsExactly("discharged");

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
