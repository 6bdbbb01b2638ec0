package sightline.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RatesTest {

    private final Rates rates = Rates.standard();

    @Test
    void everyRateHasAUnitASourceAndAMark() {
        assertThat(rates.all())
                .hasSizeGreaterThan(100)
                .allSatisfy(r -> {
                    assertThat(r.unit()).isNotBlank();
                    assertThat(r.source()).isNotBlank();
                    assertThat(r.mark()).isIn("C", "GK");
                });
    }

    @Test
    void aBandHoldsFromItsFirstToItsLastAge() {
        double[] byAge = rates.byAge("pregnancy", Sex.FEMALE);

        assertThat(byAge[15]).isZero();
        assertThat(byAge[16]).isEqualTo(0.012);
        assertThat(byAge[19]).isEqualTo(0.012);
        assertThat(byAge[20]).isEqualTo(0.040);
        assertThat(byAge[45]).isZero();
        assertThat(rates.byAge("pregnancy", Sex.MALE)).containsOnly(0);
    }

    @Test
    void anUnknownRateSaysWhatToDo() {
        assertThatThrownBy(() -> rates.value("no-such-rate")).hasMessageContaining("rates.csv");
    }

    @Test
    void everyHappeningByItselfHasARate() {
        for (Happening happening : Happening.values()) {
            happening
                    .rate()
                    .ifPresent(r ->
                            assertThat(
                                            sum(rates.byAge(r, Sex.FEMALE))
                                                    + sum(rates.byAge(r, Sex.MALE)))
                                    .as(r)
                                    .isPositive());
            assertThat(Happening.of(happening.code())).isEqualTo(happening);
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
