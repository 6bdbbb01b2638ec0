package sightline.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitTest {
    @ParameterizedTest
    @CsvSource({
        "15 working-days, 15 working-days, 15 working days",
        "1 working-day, 1 working-days, 1 working day",
        "24 hours, 24 hours, 24 hours",
        "1 month, 1 months, 1 month",
        "26 weeks, 26 weeks, 26 weeks",
        "0 days, 0 days, 0 days",
        "same-day, same-day, the same day",
    })
    void readsEachUnit(String written, String text, String words) {
        var limit = Limit.parse(written);

        assertThat(limit.text()).isEqualTo(text);
        assertThat(Limit.parse(text)).isEqualTo(limit);
        assertThat(limit.inWords()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "15",
                "days",
                "-1 days",
                "15 WD",
                "1 2 days",
                "99999999 days",
                "0 same-day"
            })
    void listsTheUnitsWhenItCannotRead(String written) {
        assertThatThrownBy(() -> Limit.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("working-days");
    }

    @Test
    void hasAGreatestAmount() {
        assertThat(Limit.days(Limit.MAX_AMOUNT).amount()).isEqualTo(36_525);
        assertThatThrownBy(() -> Limit.days(Limit.MAX_AMOUNT + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limit(1, Limit.Unit.SAME_DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void findsACountingByItsSlug(Counting counting) {
        assertThat(Counting.of(counting.slug())).contains(counting);
    }
}
