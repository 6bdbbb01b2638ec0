package sightline.core.register;

import sightline.core.kernel.Period;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Gone;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The days on which the clocks stand: in custody, in hospital, abroad. The day of going in is one
 * of them, the day of coming out is not. What happens is told in the order of days.
 */
final class Absences {
    private final Set<Away> away = EnumSet.noneOf(Away.class);
    private final List<Period> over = new ArrayList<>();
    private Optional<LocalDate> since = Optional.empty();

    void gone(Gone gone) {
        away.add(gone.where());
        if (since.isEmpty()) {
            since = Optional.of(again(gone.day()));
        }
    }

    /** Somebody who goes on the day on which he came back was not back for any whole day. */
    private LocalDate again(LocalDate day) {
        boolean goesOn =
                !over.isEmpty()
                        && over.getLast().until().filter(day.minusDays(1)::equals).isPresent();
        return goesOn ? over.removeLast().from().orElse(day) : day;
    }

    void back(Back back) {
        away.remove(back.where());
        if (away.isEmpty()) {
            since.filter(from -> from.isBefore(back.day()))
                    .ifPresent(from -> over.add(Period.between(from, back.day().minusDays(1))));
            since = Optional.empty();
        }
    }

    /**
     * Those that can stop a clock of so many days that begins on a day: most have none.
     *
     * @param after the days that the clock may have left after each; within them the next can stop
     *     it
     */
    List<Period> stops(LocalDate start, int days, int after) {
        List<Period> some = new ArrayList<>();
        LocalDate due = start.plusDays(days);
        for (int i = firstNotOver(start); i < over.size(); i++) {
            Period stop = over.get(i);
            if (stop.from().filter(due::isBefore).isPresent()) {
                return some;
            }
            some.add(stop);
            due = due.plusDays(length(stop) + after);
        }
        LocalDate end = due;
        since.filter(from -> !end.isBefore(from)).map(Period::from).ifPresent(some::add);
        return some;
    }

    private int firstNotOver(LocalDate day) {
        int first = over.size();
        while (first > 0 && !over.get(first - 1).endedBefore(day)) {
            first--;
        }
        return first;
    }

    private static long length(Period stop) {
        return stop.from()
                .flatMap(
                        first -> stop.until().map(last -> ChronoUnit.DAYS.between(first, last) + 1))
                .orElse(0L);
    }

    /** Where the person is, and since when, as long as no return is recorded. */
    Optional<Gone> notBack() {
        return since.flatMap(
                from -> away.stream().sorted().findFirst().map(where -> new Gone(from, where)));
    }

    boolean on(LocalDate day) {
        return since.filter(from -> !day.isBefore(from)).isPresent()
                || over.stream().anyMatch(stop -> stop.contains(day));
    }
}
