package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bounds within which rates are learnt. */
final class EstimationTest {
    @Test
    void aMeasureThatIsMostlyOtherIsRaisedOnAllLevelsThatAreNearAndNotOnTheFirstAlone() {
        double[] learnt = {0.001, 0.02, 0.03, 0.05, 0.899};

        Estimation.keepEqual(learnt, 0.85, true);

        assertThat(Arrays.stream(learnt).sum()).isCloseTo(1, within(1e-12));
        assertThat(1 - learnt[4]).isCloseTo(0.3 * 0.85, within(1e-12));
        assertThat(learnt[3] / learnt[0]).isCloseTo(50, within(1e-9));
    }

    @Test
    void sharesOfLevelsThatSomebodyWroteHoldAlsoForALineOfTextAlone() {
        List<Level> written = new ArrayList<>(Levels.TEXT);
        written.set(0, new Level("equal", 0.9));

        assertThat(Estimation.expected(written, true)[0]).isEqualTo(0.9);
        assertThat(Estimation.expected(Levels.TEXT, true)[0]).isLessThan(0.72);
        assertThat(Estimation.expected(Levels.TEXT, false)[0]).isEqualTo(0.72);
    }

    @Test
    void whatIsNoMeasureIsRaisedWhereItIsEqual() {
        double[] learnt = {0.01, 0.19, 0.8};

        Estimation.keepEqual(learnt, 0.8, false);

        assertThat(learnt[0]).isCloseTo(0.24, within(1e-12));
        assertThat(learnt[2] / learnt[1]).isCloseTo(0.8 / 0.19, within(1e-9));
        assertThat(Arrays.stream(learnt).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatIsEqualOrNearOftenEnoughStaysAsItIsLearnt() {
        double[] measure = {0.05, 0.3, 0.1, 0.2, 0.35};

        Estimation.keepEqual(measure, 0.85, true);

        assertThat(measure).containsExactly(0.05, 0.3, 0.1, 0.2, 0.35);
    }
}
