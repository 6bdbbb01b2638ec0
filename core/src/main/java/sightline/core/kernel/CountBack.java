package sightline.core.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** One count back from a day, writing down what it counts. Used once. */
final class CountBack {
    private final LocalDate day;
    private final Instant known;
    private final Explanation explanation = new Explanation();

    CountBack(LocalDate day, Instant known) {
        this.day = day;
        this.known = known;
    }

    Due due(Limit limit, WorkingCalendar calendar) {
        if (limit.amount() == 0) {
            explanation.add(() -> "To be done by the end of " + Words.weekday(day) + ".");
            return at(London.endOf(day));
        }
        explanation.add(() ->
                "Counted back from %s: %s before it."
                        .formatted(Words.weekday(day), limit.inWords()));
        return switch (limit.unit()) {
            case HOURS -> at(London.startOf(day).minus(Duration.ofHours(limit.amount())));
            case DAYS -> at(London.endOf(day.minusDays(limit.amount())));
            case WEEKS -> at(London.endOf(day.minusWeeks(limit.amount())));
            case WORKING_DAYS -> at(London.endOf(workingDays(limit.amount(), calendar)));
            case MONTHS, SAME_DAY, HOURS_BEFORE_SCHOOL ->
                    throw new IllegalStateException("Counting refused " + limit.text() + ".");
        };
    }

    private LocalDate workingDays(int amount, WorkingCalendar calendar) {
        LocalDate current = day;
        for (int counted = 0; counted < amount; ) {
            current = current.minusDays(1);
            LocalDate line = current;
            if (calendar.isWorkingDay(current)) {
                counted++;
                int number = counted;
                explanation.add(() -> Words.weekday(line) + ": working day " + number + " before");
            } else {
                String why = calendar.whyNot(current).orElse("no working day");
                explanation.add(() -> Words.weekday(line) + ": " + why + ", not counted");
            }
        }
        return current;
    }

    private Due at(Instant due) {
        if (due.isAfter(known)) {
            LocalDate last = London.day(due.minusNanos(1));
            explanation.add(() ->
                    due.equals(London.endOf(last))
                            ? "Due by the end of " + Words.weekday(last) + "."
                            : "Due at " + Words.moment(due) + ".");
            return new Due(due, last, explanation.lines());
        }
        explanation.add(() ->
                "That had passed when it was known, " + Words.moment(known) + ": due at once.");
        return new Due(known, London.day(known), explanation.lines());
    }
}
