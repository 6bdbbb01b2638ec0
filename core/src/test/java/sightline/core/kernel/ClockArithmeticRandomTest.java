package sightline.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Counts in leaps against a count that looks at one day, or one hour, after another. */
@Tag("ci")
final class ClockArithmeticRandomTest {
    private static final WorkingCalendar ENGLAND = WorkingCalendar.of(Nation.ENGLAND);
    private static final int ROUNDS = TestSize.chosen().of(300, 3_000, 30_000);

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void countsPausedDaysLikeSomebodyWithACalendarAndAPencil() {
        for (var round = 0; round < ROUNDS; round++) {
            var first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_000));
            var amount = 1 + random.nextInt(60);
            var pauses = pauses(first);

            var day = reckon(first, Limit.days(amount), Counting.BEGINNING_WITH, pauses);
            var working = reckon(first, Limit.workingDays(amount), inclusive(), pauses);

            assertThat(day)
                    .as("seed %d, %d days from %s, %s", seed, amount, first, pauses)
                    .isEqualTo(byPencil(first, amount, pauses, false));
            assertThat(working)
                    .as("seed %d, %d working days from %s, %s", seed, amount, first, pauses)
                    .isEqualTo(byPencil(first, amount, pauses, true));
        }
    }

    @Test
    void countsPausedHoursLikeSomebodyWithAClock() {
        for (var round = 0; round < ROUNDS; round++) {
            var first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_000));
            var start = London.startOf(first).plus(Duration.ofHours(random.nextInt(24)));
            var amount = 1 + random.nextInt(200);
            var pauses = pauses(first);

            var at =
                    ClockArithmetic.due(
                                    start,
                                    Limit.hours(amount),
                                    Counting.CLOCK_HOURS,
                                    ENGLAND,
                                    pauses)
                            .due()
                            .orElseThrow()
                            .at();

            assertThat(at)
                    .as("seed %d, %d hours from %s, %s", seed, amount, start, pauses)
                    .isEqualTo(byClock(start, amount, pauses));
        }
    }

    private static Counting inclusive() {
        return Counting.WORKING_DAY_INCLUSIVE;
    }

    private List<Period> pauses(LocalDate first) {
        return Stream.generate(() -> first.plusDays(random.nextInt(60) - 20L))
                .limit(random.nextInt(5))
                .map(from -> Period.between(from, from.plusDays(random.nextInt(15))))
                .toList();
    }

    private static LocalDate reckon(
            LocalDate first, Limit limit, Counting counting, List<Period> pauses) {
        return ClockArithmetic.due(London.startOf(first), limit, counting, ENGLAND, pauses)
                .due()
                .orElseThrow()
                .lastDay();
    }

    private static LocalDate byPencil(
            LocalDate first, int amount, List<Period> pauses, boolean workingDaysOnly) {
        var counted = 0;
        for (var day = first; ; day = day.plusDays(1)) {
            if (!paused(day, pauses) && (!workingDaysOnly || ENGLAND.isWorkingDay(day))) {
                counted++;
            }
            if (counted == amount) {
                return day;
            }
        }
    }

    private static Instant byClock(Instant start, int amount, List<Period> pauses) {
        var now = start;
        var counted = 0;
        while (counted < amount) {
            if (!paused(London.day(now), pauses)) {
                counted++;
            }
            now = now.plus(Duration.ofHours(1));
        }
        return now;
    }

    private static boolean paused(LocalDate day, List<Period> pauses) {
        return pauses.stream().anyMatch(pause -> pause.contains(day));
    }
}
