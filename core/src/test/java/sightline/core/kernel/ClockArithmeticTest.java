package sightline.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

final class ClockArithmeticTest {
    private static final WorkingCalendar ENGLAND = WorkingCalendar.of(Nation.ENGLAND);

    /** The worked examples of the domain handbook, then leap days, ends of months and weekends. */
    @ParameterizedTest
    @CsvSource({
        "beginning-with, 3 days, 2024-03-01, 2024-03-03",
        "beginning-with, 28 days, 2024-02-01, 2024-02-28",
        "beginning-with, 26 weeks, 2025-01-06, 2025-07-06",
        "working-day-after, 15 working-days, 2024-12-20, 2025-01-15",
        "working-day-after, 10 working-days, 2025-12-19, 2026-01-07",
        "working-day-after, 5 working-days, 2026-12-23, 2027-01-04",
        "working-day-inclusive, 15 working-days, 2024-12-20, 2025-01-14",
        "working-day-inclusive, 10 working-days, 2025-12-19, 2026-01-06",
        "working-day-inclusive, 5 working-days, 2026-12-23, 2026-12-31",
        "months-as-days, 3 months, 2025-01-06, 2025-04-07",
        "months-as-days, 6 months, 2025-04-07, 2025-10-07",
        "months-as-days, 12 months, 2025-01-01, 2026-01-01",
        "beginning-with, 1 day, 2024-02-29, 2024-02-29",
        "beginning-with, 2 days, 2024-02-28, 2024-02-29",
        "beginning-with, 2 days, 2023-02-28, 2023-03-01",
        "beginning-with, 1 month, 2024-01-31, 2024-02-29",
        "beginning-with, 1 month, 2024-01-29, 2024-02-28",
        "beginning-with, 1 month, 2023-01-29, 2023-02-28",
        "beginning-with, 12 months, 2024-02-29, 2025-02-28",
        "beginning-with, 12 months, 2024-03-01, 2025-02-28",
        "beginning-with, 6 months, 2025-01-01, 2025-06-30",
        "calendar-after, 28 days, 2024-02-01, 2024-02-29",
        "calendar-after, 1 week, 2024-12-25, 2025-01-01",
        "calendar-after, 1 month, 2024-01-31, 2024-02-29",
        "calendar-after, 3 months, 2024-11-30, 2025-02-28",
        "calendar-after, 12 months, 2024-02-29, 2025-02-28",
        "calendar-after, 0 days, 2024-02-01, 2024-02-01",
        "working-day-after, 1 working-day, 2024-12-20, 2024-12-23",
        "working-day-after, 1 working-day, 2024-12-21, 2024-12-23",
        "working-day-after, 1 working-day, 2024-12-24, 2024-12-27",
        "working-day-after, 0 working-days, 2024-12-21, 2024-12-21",
        "working-day-inclusive, 1 working-day, 2024-12-21, 2024-12-23",
        "working-day-inclusive, 1 working-day, 2024-12-20, 2024-12-20",
        "working-day-after, 45 working-days, 2025-03-03, 2025-05-08",
        "beginning-with, same-day, 2024-12-25, 2024-12-25",
    })
    void endsOnTheLastDayThatItsConventionGives(
            String counting, String limit, LocalDate start, LocalDate lastDay) {
        var due =
                ClockArithmetic.due(
                        at(start, "10:00"),
                        Limit.parse(limit),
                        Counting.of(counting).orElseThrow(),
                        ENGLAND);

        assertThat(due.lastDay()).isEqualTo(lastDay);
        assertThat(due.at()).isEqualTo(at(lastDay.plusDays(1), "00:00"));
        assertThat(due.overdueAt(due.at())).isTrue();
        assertThat(due.overdueAt(due.at().minusNanos(1))).isFalse();
        assertThat(due.dayByDay()).last().asString().contains(Words.weekday(lastDay));
    }

    @Test
    void countsFromTheDayInLondonNotInGreenwich() {
        var halfPastMidnight = Instant.parse("2025-06-30T23:30:00Z");

        var due =
                ClockArithmetic.due(
                        halfPastMidnight, Limit.days(1), Counting.BEGINNING_WITH, ENGLAND);

        assertThat(due.lastDay()).isEqualTo("2025-07-01");
        assertThat(due.at()).isEqualTo("2025-07-01T23:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-29T12:00:00Z, 24 hours, 2025-03-30T12:00:00Z, 2025-03-30",
        "2025-10-25T12:00:00Z, 24 hours, 2025-10-26T12:00:00Z, 2025-10-26",
        "2025-10-25T23:00:00Z, 2 hours, 2025-10-26T01:00:00Z, 2025-10-26",
        "2024-12-24T16:30:00Z, 72 hours, 2024-12-27T16:30:00Z, 2024-12-27",
        "2024-12-24T16:30:00Z, 8 days, 2025-01-01T16:30:00Z, 2025-01-01",
        "2024-12-24T00:00:00Z, 24 hours, 2024-12-25T00:00:00Z, 2024-12-24",
        "2024-12-24T03:00:00Z, 0 hours, 2024-12-24T03:00:00Z, 2024-12-24",
    })
    void countsClockHoursExactlyOverSummerTimeAndHolidays(
            Instant start, String limit, Instant at, LocalDate lastDay) {
        var due = ClockArithmetic.due(start, Limit.parse(limit), Counting.CLOCK_HOURS, ENGLAND);

        assertThat(due.at()).isEqualTo(at);
        assertThat(due.lastDay()).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-29, 2025-03-30T23:00:00Z", "2025-10-25, 2025-10-27T00:00:00Z"})
    void endsADayOfTwentyThreeOrTwentyFiveHoursAtItsMidnight(LocalDate start, Instant at) {
        var due =
                ClockArithmetic.due(
                        at(start, "12:00"), Limit.days(1), Counting.CALENDAR_AFTER, ENGLAND);

        assertThat(due.at()).isEqualTo(at);
    }

    @Test
    void explainsEachDayOverChristmas() {
        var due =
                ClockArithmetic.due(
                        at(LocalDate.of(2026, 12, 23), "10:00"),
                        Limit.workingDays(2),
                        Counting.WORKING_DAY_AFTER,
                        ENGLAND);

        assertThat(due.dayByDay())
                .containsExactly(
                        "Starts on Wednesday 23 December 2026; the next working day is day 1 of 2"
                                + " (working days of England).",
                        "Thursday 24 December 2026: working day 1",
                        "Friday 25 December 2026: Christmas, not counted",
                        "Saturday 26 December 2026: weekend, not counted",
                        "Sunday 27 December 2026: weekend, not counted",
                        "Monday 28 December 2026: Boxing Day, not counted",
                        "Tuesday 29 December 2026: working day 2",
                        "Due by the end of Tuesday 29 December 2026.");
    }

    @Test
    void leavesOutTheMiddleOfALongExplanation() {
        var due =
                ClockArithmetic.due(
                        at(LocalDate.of(2025, 1, 1), "10:00"),
                        Limit.workingDays(200),
                        Counting.WORKING_DAY_AFTER,
                        ENGLAND);

        assertThat(due.dayByDay()).hasSize(Explanation.MAX_LINES);
        assertThat(due.dayByDay()).anyMatch(line -> line.endsWith("lines left out)"));
        assertThat(due.dayByDay()).last().asString().startsWith("Due by the end of");
    }

    @ParameterizedTest
    @CsvSource({
        "beginning-with, 5 working-days",
        "beginning-with, 0 days",
        "beginning-with, 24 hours",
        "working-day-after, 5 days",
        "working-day-inclusive, 0 working-days",
        "months-as-days, 3 weeks",
        "clock-hours, 3 months",
        "clock-hours, 1 working-day",
        "calendar-after, 24 hours",
    })
    void refusesALimitThatItsConventionCannotCount(String counting, String limit) {
        var convention = Counting.of(counting).orElseThrow();
        var start = at(LocalDate.of(2025, 1, 1), "10:00");
        var parsed = Limit.parse(limit);

        assertThatThrownBy(() -> ClockArithmetic.due(start, parsed, convention, ENGLAND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(counting)
                .hasMessageContaining(limit);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void countsTheSameDayUnderEachConvention(Counting counting) {
        var christmas = LocalDate.of(2024, 12, 25);

        var due = ClockArithmetic.due(at(christmas, "23:59"), Limit.sameDay(), counting, ENGLAND);

        assertThat(due.lastDay()).isEqualTo(christmas);
    }

    @Test
    void givesTheSameAnswerWithAnEmptyListOfPauses() {
        var start = at(LocalDate.of(2024, 12, 20), "10:00");
        var limit = Limit.workingDays(15);

        assertThat(
                        ClockArithmetic.due(
                                start, limit, Counting.WORKING_DAY_AFTER, ENGLAND, List.of()))
                .isEqualTo(ClockArithmetic.due(start, limit, Counting.WORKING_DAY_AFTER, ENGLAND));
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(London.ZONE).toInstant();
    }
}
