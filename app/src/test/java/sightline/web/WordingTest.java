package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class WordingTest {
    @Test
    void aClockSaysWhatIsGoneOfItAndWhereItsLimitStood() {
        assertThat(Wording.spent(Duration.ofHours(2), Duration.ofHours(24)))
                .isEqualTo("2 hours of 24 hours");
        assertThat(Wording.spent(Duration.ofDays(60), Duration.ofHours(36)))
                .isEqualTo("60 days. Due after 36 hours");
        assertThat(Wording.spent(Duration.ofDays(3), Duration.ofDays(7)))
                .isEqualTo("3 days of 7 days by the calendar");
        assertThat(Wording.spent(Duration.ofDays(7), Duration.ofDays(6)))
                .isEqualTo("7 days. Due after 6 days by the calendar");
        assertThat(Wording.spent(Duration.ofDays(8), Duration.ZERO))
                .isEqualTo("8 days since it was due");
    }

    @Test
    void whatIsSaidLetterByLetterIsWrittenSo() {
        assertThat(Wording.capital(Wording.code("gp"))).isEqualTo("GP");
        assertThat(Wording.capital(Wording.code("gp-registration"))).isEqualTo("GP registration");
        assertThat(Wording.code("MARAC_HEARD")).isEqualTo("MARAC heard");
        assertThat(Wording.code("WAS_NOT_BROUGHT")).isEqualTo("was not brought");
    }
}
