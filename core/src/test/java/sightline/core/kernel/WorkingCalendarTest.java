package sightline.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class WorkingCalendarTest {
    private static final WorkingCalendar ENGLAND = WorkingCalendar.of(Nation.ENGLAND);

    /** The bank holidays of England and Wales as gov.uk lists them, weekdays only. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "2007:01-01 04-06 04-09 05-07 05-28 08-27 12-25 12-26",
                "2011:01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
                "2012:01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
                "2020:01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
                "2021:01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
                "2022:01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
                "2023:01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
                "2024:01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
                "2025:01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
                "2026:01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
                "2027:01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
            })
    void knowsTheBankHolidaysOfEnglandAndWales(int year, String days) {
        var expected =
                Stream.of(days.split(" ", -1))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toList();

        assertThat(weekdays(ENGLAND, year)).isEqualTo(expected);
        assertThat(weekdays(WorkingCalendar.of(Nation.WALES), year)).isEqualTo(expected);
    }

    @Test
    void knowsTheHolidaysOfScotlandThatEnglandLacks() {
        assertThat(weekdays(WorkingCalendar.of(Nation.SCOTLAND), 2025))
                .isEqualTo(
                        days(
                                "2025-01-01",
                                "2025-01-02",
                                "2025-04-18",
                                "2025-05-05",
                                "2025-05-26",
                                "2025-08-04",
                                "2025-12-01",
                                "2025-12-25",
                                "2025-12-26"));
    }

    @Test
    void knowsTheHolidaysOfNorthernIrelandThatEnglandLacks() {
        assertThat(weekdays(WorkingCalendar.of(Nation.NORTHERN_IRELAND), 2025))
                .isEqualTo(
                        days(
                                "2025-01-01",
                                "2025-03-17",
                                "2025-04-18",
                                "2025-04-21",
                                "2025-05-05",
                                "2025-05-26",
                                "2025-07-14",
                                "2025-08-25",
                                "2025-12-25",
                                "2025-12-26"));
    }

    @Test
    void saysWhyADayIsNoWorkingDay() {
        assertThat(ENGLAND.whyNot(LocalDate.of(2024, 12, 21))).contains("Saturday");
        assertThat(ENGLAND.whyNot(LocalDate.of(2024, 12, 25))).contains("Christmas");
        assertThat(ENGLAND.whyNot(LocalDate.of(2024, 12, 24))).isEmpty();
    }

    @Test
    void findsTheNextWorkingDayOverChristmas() {
        assertThat(ENGLAND.after(LocalDate.of(2026, 12, 24))).isEqualTo("2026-12-29");
        assertThat(ENGLAND.onOrAfter(LocalDate.of(2026, 12, 24))).isEqualTo("2026-12-24");
        assertThat(ENGLAND.onOrAfter(LocalDate.of(2026, 12, 25))).isEqualTo("2026-12-29");
    }

    @Test
    void usesExactlyTheHolidaysThatItIsGiven() {
        var calendar = WorkingCalendar.ofHolidays("Test", List.of(LocalDate.of(2025, 6, 3)));

        assertThat(calendar.isWorkingDay(LocalDate.of(2025, 6, 3))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2025, 12, 25))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2025, 6, 7))).isFalse();
        assertThat(WorkingCalendar.ofHolidays("Test", Map.of()).holidays(Year.of(2025))).isEmpty();
    }

    @Test
    void takesInAHolidayProclaimedLater() {
        var day = LocalDate.of(2031, 3, 5);

        var calendar = ENGLAND.withHoliday(day, "Proclaimed holiday");

        assertThat(calendar.whyNot(day)).contains("Proclaimed holiday");
        assertThat(ENGLAND.isWorkingDay(day)).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 12, 25))).isFalse();
    }

    private static List<LocalDate> weekdays(WorkingCalendar calendar, int year) {
        return calendar.holidays(Year.of(year)).keySet().stream()
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY)
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
    }

    private static List<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }
}
