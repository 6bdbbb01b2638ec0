package sightline.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

final class WhenTest {
    @ParameterizedTest
    @CsvSource({
        "2007-05-25, 2007-05-25, 2007-05-25, 2007-05-25, 25 May 2007",
        "2007-05, 2007-05, 2007-05-01, 2007-05-31, May 2007",
        "2008-02, 2008-02, 2008-02-01, 2008-02-29, February 2008",
        "2007, 2007, 2007-01-01, 2007-12-31, 2007",
        "2006-09-01/2007-04-30, 2006-09-01/2007-04-30, 2006-09-01, 2007-04-30,"
                + " between 1 September 2006 and 30 April 2007",
        "2006-09/2007-04, 2006-09-01/2007-04-30, 2006-09-01, 2007-04-30,"
                + " between 1 September 2006 and 30 April 2007",
        "2009/2011, 2009-01-01/2011-12-31, 2009-01-01, 2011-12-31,"
                + " between 1 January 2009 and 31 December 2011",
        "2025-09-16T08:12:00Z, 2025-09-16T08:12:00Z, 2025-09-16, 2025-09-16,"
                + " '9:12am, 16 September 2025'",
        "2025-09-16T09:12+01:00, 2025-09-16T08:12:00Z, 2025-09-16, 2025-09-16,"
                + " '9:12am, 16 September 2025'",
        "2025-12-16T12:00:00Z, 2025-12-16T12:00:00Z, 2025-12-16, 2025-12-16,"
                + " '12pm, 16 December 2025'",
        "2025-06-30T23:30:00Z, 2025-06-30T23:30:00Z, 2025-07-01, 2025-07-01,"
                + " '12:30am, 1 July 2025'",
    })
    void readsEachFormWithItsDaysAndWords(
            String written, String text, LocalDate earliest, LocalDate latest, String words) {
        var when = When.parse(written);

        assertThat(when.text()).isEqualTo(text);
        assertThat(When.parse(when.text())).isEqualTo(when);
        assertThat(when.earliest()).contains(earliest);
        assertThat(when.latest()).contains(latest);
        assertThat(when.inWords()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "unknown", "Unknown"})
    void readsNothingAsNotKnown(String written) {
        var when = When.parse(written);

        assertThat(when).isEqualTo(new When.Unknown());
        assertThat(When.parse(when.text())).isEqualTo(when);
        assertThat(when.earliest()).isEmpty();
        assertThat(when.latest()).isEmpty();
        assertThat(when.inWords()).isEqualTo("date not recorded");
        assertThat(when.possible()).isEqualTo(Period.always());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2007-02-30", "2007-13", "25/05/2007", "07-05-25", "2007-5-2", "spring 2007",
                "2025-09-16T09:12", "2007/", "/2007", "2007/2008/2009", "0007", "12007"
            })
    void listsTheAcceptedFormsWhenItCannotRead(String written) {
        assertThatThrownBy(() -> When.parse(written))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining(When.ACCEPTED_FORMS);
    }

    @Test
    void refusesAWindowThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> When.parse("2008/2007"))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("ends before it begins");
    }

    @Test
    void keepsALongUnreadableDateOutOfTheMessage() {
        assertThatThrownBy(() -> When.parse("x".repeat(5_000))).message().hasSizeLessThan(500);
    }

    @Test
    void givesAMomentOnlyWhenTheSourceKnewOne() {
        var moment = Instant.parse("2025-09-16T08:12:00Z");

        assertThat(new When.At(moment).instant()).contains(moment);
        assertThat(new When.Day(LocalDate.of(2025, 9, 16)).instant()).isEqualTo(Optional.empty());
    }

    @Test
    void ordersByFirstPossibleDayThenByPrecisionAndPutsTheUnknownLast() {
        var ordered =
                Stream.of("unknown", "2007", "2007-01-01", "2007-01", "2006-12-31T10:00:00Z")
                        .map(When::parse)
                        .sorted(When.IN_ORDER)
                        .map(When::text);

        assertThat(ordered)
                .containsExactly(
                        "2006-12-31T10:00:00Z", "2007-01-01", "2007-01", "2007", "unknown");
    }

    @Test
    void refusesYearsThatWouldNotReadBack() {
        assertThatThrownBy(() -> new When.Year(999)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> new When.Month(YearMonth.of(10_000, 1)))
                .isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> new When.At(Instant.MAX)).isInstanceOf(DateTimeException.class);
    }
}
