package sightline.linkage.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

final class StepsTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private long now = 5_000_000_000L;
    private final Steps steps =
            new Steps(new PrintStream(said, true, StandardCharsets.UTF_8), () -> now);

    @Test
    void saysHowFastALongStepGoesAndHowLongYet() {
        after(1);
        steps.done("learnt the model");
        after(3);
        steps.underWay("scoring pairs", 3_000_000, 10_000_000);

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "  1.00 s  learnt the model",
                        "  4.00 s  scoring pairs: 3,000,000 of 10,000,000, 1,000,000 a second, about 7 s left");
    }

    @Test
    void saysSoEveryTwoSecondsAndNothingAtTheEnd() {
        for (int i = 1; i <= 50; i++) {
            now += 100_000_000L;
            steps.underWay("scoring pairs", i, 50);
        }

        assertThat(said.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    private void after(int seconds) {
        now += seconds * 1_000_000_000L;
    }
}
