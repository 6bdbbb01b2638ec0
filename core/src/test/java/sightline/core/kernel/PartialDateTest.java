package sightline.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DateTimeException;
import java.time.LocalDate;

final class PartialDateTest {
    @ParameterizedTest
    @CsvSource({
        "2007-05-25, 2025-05-24, 17, 17",
        "2007-05-25, 2025-05-25, 18, 18",
        "2007-05, 2025-05-25, 17, 18",
        "2007, 2025-05-25, 17, 18",
        "2007, 2025-12-31, 18, 18",
        "2004-02-29, 2022-02-28, 17, 17",
        "2004-02-29, 2022-03-01, 18, 18",
        "2025-06-01, 2025-05-31, -1, -1",
        "2025-06-01, 2024-06-01, -1, -1",
        "2025-06-01, 2024-05-31, -2, -2",
        "2025-06, 2025-06-15, -1, 0",
    })
    void givesTheYoungestAndTheOldestThatSomebodyMayBe(
            String birth, LocalDate day, int min, int max) {
        assertThat(PartialDate.parse(birth).ageOn(day)).isEqualTo(new AgeRange(min, max));
    }

    @Test
    void tellsCertainlyFromPossiblyUnderAnAge() {
        var range = PartialDate.parse("2007").ageOn(LocalDate.of(2025, 5, 25));

        assertThat(range.possiblyUnder(18)).isTrue();
        assertThat(range.certainlyUnder(18)).isFalse();
        assertThat(range.certainlyUnder(19)).isTrue();
        assertThat(range.possiblyUnder(17)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2007-05-25, 2007-05-25, 2007-05-25, 25 May 2007",
        "2008-02, 2008-02-01, 2008-02-29, February 2008",
        "2007, 2007-01-01, 2007-12-31, 2007"
    })
    void readsBackFromItsText(String text, LocalDate earliest, LocalDate latest, String words) {
        var date = PartialDate.parse(text);

        assertThat(date.text()).isEqualTo(text);
        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
        assertThat(date.inWords()).isEqualTo(words);
    }

    @Test
    void agreesWithALessPreciseDateThatIncludesIt() {
        var day = PartialDate.parse("2007-05-25");

        assertThat(day.agreesWith(PartialDate.parse("2007-05"))).isTrue();
        assertThat(day.agreesWith(PartialDate.parse("2007-06"))).isFalse();
        assertThat(PartialDate.parse("2007").agreesWith(day)).isTrue();
    }

    @Test
    void refusesAnImpossibleDayWithoutRepeatingIt() {
        assertThatThrownBy(() -> PartialDate.parse("2007-02-29"))
                .isInstanceOf(DateTimeException.class)
                .message()
                .doesNotContain("2007-02-29");
        assertThat(PartialDate.read("born in spring")).isEmpty();
    }
}
