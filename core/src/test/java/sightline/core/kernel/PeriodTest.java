package sightline.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

final class PeriodTest {
    private static final LocalDate FIRST_OF_MAY = LocalDate.of(2007, 5, 1);
    private static final LocalDate END_OF_MAY = LocalDate.of(2007, 5, 31);
    private static final Period MAY = Period.between(FIRST_OF_MAY, END_OF_MAY);

    @Test
    void containsBothItsEnds() {
        assertThat(MAY.contains(FIRST_OF_MAY)).isTrue();
        assertThat(MAY.contains(END_OF_MAY)).isTrue();
        assertThat(MAY.contains(FIRST_OF_MAY.minusDays(1))).isFalse();
        assertThat(MAY.contains(END_OF_MAY.plusDays(1))).isFalse();
    }

    @Test
    void overlapsAPeriodThatSharesOneDay() {
        assertThat(MAY.overlaps(Period.from(END_OF_MAY))).isTrue();
        assertThat(MAY.overlaps(Period.from(END_OF_MAY.plusDays(1)))).isFalse();
        assertThat(MAY.overlaps(Period.until(FIRST_OF_MAY))).isTrue();
        assertThat(MAY.overlaps(Period.until(FIRST_OF_MAY.minusDays(1)))).isFalse();
        assertThat(MAY.overlaps(Period.always())).isTrue();
        assertThat(Period.always().overlaps(Period.always())).isTrue();
    }

    @Test
    void isWithinALengthOfTimeUpToADayWithBothBoundaries() {
        var year = java.time.Period.ofMonths(12);

        assertThat(MAY.within(year, LocalDate.of(2008, 5, 31))).isTrue();
        assertThat(MAY.within(year, LocalDate.of(2008, 6, 1))).isFalse();
        assertThat(MAY.within(year, FIRST_OF_MAY)).isTrue();
        assertThat(MAY.within(year, FIRST_OF_MAY.minusDays(1))).isFalse();
        assertThat(Period.from(FIRST_OF_MAY).within(year, LocalDate.of(2030, 1, 1))).isTrue();
    }

    @Test
    void intersectsToTheDaysInBoth() {
        var fromMidMay = Period.from(LocalDate.of(2007, 5, 15));

        assertThat(MAY.intersection(fromMidMay))
                .contains(Period.between(LocalDate.of(2007, 5, 15), END_OF_MAY));
        assertThat(MAY.intersection(Period.always())).contains(MAY);
        assertThat(MAY.intersection(Period.until(FIRST_OF_MAY.minusDays(1)))).isEmpty();
    }

    @Test
    void refusesToEndBeforeItBegins() {
        assertThatThrownBy(() -> Period.between(END_OF_MAY, FIRST_OF_MAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysOnlyTheEndsThatAreKnown() {
        assertThat(MAY.inWords()).isEqualTo("from 1 May 2007 until 31 May 2007");
        assertThat(Period.from(FIRST_OF_MAY).inWords()).isEqualTo("from 1 May 2007");
        assertThat(Period.until(END_OF_MAY).inWords()).isEqualTo("until 31 May 2007");
        assertThat(Period.always().inWords()).isEqualTo("dates not recorded");
        assertThat(Period.until(END_OF_MAY).endedBefore(END_OF_MAY)).isFalse();
        assertThat(Period.until(END_OF_MAY).endedBefore(END_OF_MAY.plusDays(1))).isTrue();
    }
}
