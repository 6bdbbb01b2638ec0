package sightline.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

final class TollingTest {
    private static final WorkingCalendar ENGLAND = WorkingCalendar.of(Nation.ENGLAND);
    private static final Instant FIRST_OF_MARCH = London.startOf(LocalDate.of(2024, 3, 1));

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, 2024-03-10, 2024-03-13",
        "2024-03-02, 2024-03-10, 2024-03-12",
        "2024-03-03, 2024-03-03, 2024-03-04",
        "2024-03-04, 2024-03-10, 2024-03-03",
        "2024-02-01, 2024-02-29, 2024-03-03",
    })
    void leavesTheDaysOfAPauseOutOfThreeDaysBeginningWith(
            LocalDate from, LocalDate until, LocalDate lastDay) {
        var due = beginningWith(3, new Tolling.Pauses(List.of(Period.between(from, until))));

        assertThat(due.due().orElseThrow().lastDay()).isEqualTo(lastDay);
    }

    @Test
    void countsOverlappingAndTouchingPausesOnce() {
        var pauses =
                List.of(
                        Period.between(day("2024-03-06"), day("2024-03-09")),
                        Period.between(day("2024-03-02"), day("2024-03-05")),
                        Period.between(day("2024-03-04"), day("2024-03-07")));

        var due = beginningWith(3, new Tolling.Pauses(pauses)).due().orElseThrow();

        assertThat(due.lastDay()).isEqualTo("2024-03-11");
        assertThat(due.dayByDay())
                .containsExactly(
                        "3 days beginning with Friday 1 March 2024, which is day 1.",
                        "Day 1: Friday 1 March 2024.",
                        "Stopped from 2 March 2024 until 9 March 2024, not counted.",
                        "Days 2 to 3: Sunday 10 March 2024 to Monday 11 March 2024.",
                        "Due by the end of Monday 11 March 2024.");
    }

    @Test
    void standsStillWhileAPauseHasNoEnd() {
        var reckoning =
                beginningWith(3, new Tolling.Pauses(List.of(Period.from(day("2024-03-02")))));

        assertThat(reckoning.due()).isEmpty();
        assertThat(reckoning)
                .isInstanceOfSatisfying(
                        Stopped.class,
                        stopped -> assertThat(stopped.since()).isEqualTo("2024-03-02"));
    }

    @Test
    void doesNotStandStillForAPauseThatBeginsAfterItEnds() {
        var reckoning =
                beginningWith(3, new Tolling.Pauses(List.of(Period.from(day("2024-03-04")))));

        assertThat(reckoning.due().orElseThrow().lastDay()).isEqualTo("2024-03-03");
    }

    @Test
    void leavesPausedWorkingDaysOut() {
        var reckoning =
                ClockArithmetic.due(
                        FIRST_OF_MARCH,
                        Limit.workingDays(5),
                        Counting.WORKING_DAY_AFTER,
                        ENGLAND,
                        List.of(Period.between(day("2024-03-05"), day("2024-03-06"))));

        assertThat(reckoning.due().orElseThrow().lastDay()).isEqualTo("2024-03-12");
    }

    @Test
    void leavesThePausedHoursOut() {
        var pauses = List.of(Period.on(day("2024-03-02")), Period.on(day("2024-03-04")));

        var reckoning =
                ClockArithmetic.due(
                        FIRST_OF_MARCH.plusSeconds(12 * 3600),
                        Limit.hours(24),
                        Counting.CLOCK_HOURS,
                        ENGLAND,
                        pauses);

        assertThat(reckoning.due().orElseThrow().at()).isEqualTo("2024-03-03T12:00:00Z");
    }

    @Test
    void standsStillByTheHourToo() {
        var reckoning =
                ClockArithmetic.due(
                        FIRST_OF_MARCH,
                        Limit.hours(72),
                        Counting.CLOCK_HOURS,
                        ENGLAND,
                        List.of(Period.from(day("2024-03-03"))));

        assertThat(reckoning).isInstanceOf(Stopped.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-20, 2024-03-20, 2024-03-23",
        "2024-03-03, 2024-03-03, 2024-03-06",
        "2024-02-20, 2024-03-02, 2024-03-03",
        "2024-03-04, 2024-03-20, 2024-03-03",
    })
    void givesThreeDaysAfterAStopInWhichItWouldEnd(
            LocalDate from, LocalDate until, LocalDate lastDay) {
        var stops = List.of(Period.between(from, until));

        var due = beginningWith(3, new Tolling.Extends(stops, 3)).due().orElseThrow();

        assertThat(due.lastDay()).isEqualTo(lastDay);
        assertThat(due.at()).isEqualTo(London.endOf(lastDay));
        assertThat(due.dayByDay()).last().asString().contains(Words.weekday(lastDay));
    }

    @Test
    void extendsAgainWhenTheThreeDaysEndInAnotherStop() {
        var stops =
                List.of(
                        Period.between(day("2024-03-01"), day("2024-03-10")),
                        Period.between(day("2024-03-12"), day("2024-03-20")));

        var due = beginningWith(3, new Tolling.Extends(stops, 3)).due().orElseThrow();

        assertThat(due.lastDay()).isEqualTo("2024-03-23");
    }

    @Test
    void goesOnWhileTheStopInWhichItWouldEndHasNoEnd() {
        var stops = List.of(Period.from(day("2024-03-02")));

        assertThat(beginningWith(3, new Tolling.Extends(stops, 3)))
                .isInstanceOfSatisfying(
                        Stopped.class,
                        stopped -> assertThat(stopped.since()).isEqualTo("2024-03-03"));
    }

    @Test
    void refusesAnExtensionOfNoDays() {
        assertThatThrownBy(() -> new Tolling.Extends(List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Reckoning beginningWith(int days, Tolling tolling) {
        return ClockArithmetic.due(
                FIRST_OF_MARCH, Limit.days(days), Counting.BEGINNING_WITH, ENGLAND, tolling);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
