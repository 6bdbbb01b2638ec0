package sightline.core.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One count from one start, writing down what it counts. Used once. */
final class Count {
    private static final double DAYS_OF_A_MONTH = 365.25 / 12;
    private static final int DAYS_OF_A_WEEK = 7;

    private final Instant start;
    private final LocalDate day;
    private final Stops stops;
    private final Explanation explanation = new Explanation();

    Count(Instant start, Stops stops) {
        this.start = start;
        this.day = London.day(start);
        this.stops = stops;
    }

    Reckoning sameDay() {
        explanation.add(
                () -> "Starts on " + Words.weekday(day) + ", and is to be done on that day.");
        return endingWith(day);
    }

    Reckoning workingDaysAfter(Limit limit, WorkingCalendar calendar) {
        explanation.add(() ->
                "Starts on %s; the next working day is day 1 of %d (working days of %s)."
                        .formatted(Words.weekday(day), limit.amount(), calendar.name()));
        return limit.amount() == 0
                ? endingWith(day)
                : workingDays(day.plusDays(1), limit.amount(), calendar);
    }

    Reckoning workingDaysInclusive(Limit limit, WorkingCalendar calendar) {
        explanation.add(() ->
                "Starts on %s, which is day 1 of %d if it is a working day (working days of %s)."
                        .formatted(Words.weekday(day), limit.amount(), calendar.name()));
        return workingDays(day, limit.amount(), calendar);
    }

    Reckoning beginningWith(Limit limit) {
        explanation.add(() ->
                "%s beginning with %s, which is day 1."
                        .formatted(limit.inWords(), Words.weekday(day)));
        var lastDay =
                switch (limit.unit()) {
                    case DAYS -> day.plusDays(limit.amount() - 1L);
                    case WEEKS -> day.plusDays((long) DAYS_OF_A_WEEK * limit.amount() - 1);
                    case MONTHS -> endOfMonthsBeginningWith(limit.amount());
                    case HOURS, WORKING_DAYS, SAME_DAY, HOURS_BEFORE_SCHOOL ->
                            throw notOfTheCalendar(limit);
                };
        return calendarDays(day, ChronoUnit.DAYS.between(day, lastDay) + 1);
    }

    Reckoning calendarAfter(Limit limit, Counting counting) {
        explanation.add(() ->
                "%s after %s; the next day is day 1."
                        .formatted(limit.inWords(), Words.weekday(day)));
        var days =
                switch (limit.unit()) {
                    case DAYS -> limit.amount();
                    case WEEKS -> (long) DAYS_OF_A_WEEK * limit.amount();
                    case MONTHS ->
                            counting == Counting.MONTHS_AS_DAYS
                                    ? monthsAsDays(limit)
                                    : ChronoUnit.DAYS.between(day, day.plusMonths(limit.amount()));
                    case HOURS, WORKING_DAYS, SAME_DAY, HOURS_BEFORE_SCHOOL ->
                            throw notOfTheCalendar(limit);
                };
        return days == 0 ? endingWith(day) : calendarDays(day.plusDays(1), days);
    }

    Reckoning hours(Limit limit) {
        explanation.add(() ->
                "%s by the clock from %s, nights and weekends included."
                        .formatted(limit.inWords(), Words.moment(start)));
        var remaining = duration(limit);
        var from = start;
        for (var stop = nextStop(from); stop.isPresent(); stop = nextStop(from)) {
            var begins = stop.get().from().map(London::startOf).filter(from::isBefore).orElse(from);
            if (!from.plus(remaining).isAfter(begins) && begins.isAfter(from)) {
                break;
            }
            remaining = remaining.minus(Duration.between(from, begins));
            if (stop.get().until().isEmpty()) {
                return stopped(London.day(begins));
            }
            explainStop(stop.get());
            from = London.endOf(stop.get().until().get());
        }
        var at = from.plus(remaining);
        explanation.add(() -> "Due at " + Words.moment(at) + ".");
        return new Due(at, London.day(at.minusNanos(1)), explanation.lines());
    }

    private Optional<Period> nextStop(Instant from) {
        return stops.atOrAfter(London.day(from));
    }

    private Reckoning workingDays(LocalDate first, int amount, WorkingCalendar calendar) {
        var counted = 0;
        var current = first;
        while (true) {
            var stop = stops.at(current);
            if (stop.isPresent()) {
                if (stop.get().until().isEmpty()) {
                    return stopped(current);
                }
                explainStop(stop.get());
                current = stop.get().until().get().plusDays(1);
                continue;
            }
            var reason = calendar.whyNot(current);
            if (reason.isEmpty()) {
                counted++;
            }
            explainDay(current, counted, reason);
            if (counted == amount) {
                return endingWith(current);
            }
            current = current.plusDays(1);
        }
    }

    private Reckoning calendarDays(LocalDate first, long amount) {
        var counted = 0L;
        var current = first;
        while (true) {
            var stop = stops.atOrAfter(current);
            var begins = stop.flatMap(Period::from).filter(current::isBefore).orElse(current);
            var free = stop.isEmpty() ? amount : ChronoUnit.DAYS.between(current, begins);
            var taken = Math.min(free, amount - counted);
            explainRun(current, counted + 1, taken);
            counted += taken;
            if (counted == amount) {
                return endingWith(current.plusDays(taken - 1));
            }
            var until = stop.flatMap(Period::until);
            if (until.isEmpty()) {
                return stopped(begins);
            }
            explainStop(stop.get());
            current = until.get().plusDays(1);
        }
    }

    private LocalDate endOfMonthsBeginningWith(int months) {
        var lastMonth = YearMonth.from(day).plusMonths(months);
        return day.getDayOfMonth() > lastMonth.lengthOfMonth()
                ? lastMonth.atEndOfMonth()
                : day.plusMonths(months).minusDays(1);
    }

    private long monthsAsDays(Limit limit) {
        var days = Math.round(limit.amount() * DAYS_OF_A_MONTH);
        explanation.add(() -> "%s count as %d days.".formatted(limit.inWords(), days));
        return days;
    }

    private static Duration duration(Limit limit) {
        return switch (limit.unit()) {
            case HOURS -> Duration.ofHours(limit.amount());
            case DAYS -> Duration.ofDays(limit.amount());
            case WEEKS -> Duration.ofDays((long) DAYS_OF_A_WEEK * limit.amount());
            case WORKING_DAYS, MONTHS, SAME_DAY, HOURS_BEFORE_SCHOOL ->
                    throw notOfTheCalendar(limit);
        };
    }

    private static IllegalStateException notOfTheCalendar(Limit limit) {
        return new IllegalStateException("Counting accepted " + limit.text() + ".");
    }

    private Reckoning endingWith(LocalDate lastDay) {
        explanation.add(() -> "Due by the end of " + Words.weekday(lastDay) + ".");
        return new Due(London.endOf(lastDay), lastDay, explanation.lines());
    }

    private Reckoning stopped(LocalDate since) {
        explanation.add(() ->
                "Stands still from "
                        + Words.weekday(since)
                        + "; the end of the stop is not known.");
        return new Stopped(since, explanation.lines());
    }

    private void explainDay(LocalDate current, int counted, Optional<String> reason) {
        explanation.add(() ->
                Words.weekday(current)
                        + ": "
                        + reason.map(why -> notCounted(current, why))
                                .orElse("working day " + counted));
    }

    private static String notCounted(LocalDate current, String why) {
        return Words.weekday(current.getDayOfWeek()).equals(why)
                ? "weekend, not counted"
                : why + ", not counted";
    }

    private void explainRun(LocalDate first, long number, long days) {
        if (days == 1) {
            explanation.add(() -> "Day %d: %s.".formatted(number, Words.weekday(first)));
        } else if (days > 1) {
            explanation.add(() ->
                    "Days %d to %d: %s to %s."
                            .formatted(
                                    number,
                                    number + days - 1,
                                    Words.weekday(first),
                                    Words.weekday(first.plusDays(days - 1))));
        }
    }

    private void explainStop(Period stop) {
        explanation.add(() -> "Stopped " + stop.inWords() + ", not counted.");
    }
}
