package sightline.core.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stops in order, with those that touch or overlap made one. */
final class Stops {
    private final List<Period> merged;

    private Stops(List<Period> merged) {
        this.merged = merged;
    }

    static Stops of(List<Period> periods) {
        var ordered = periods.stream().sorted(Comparator.comparing(Stops::firstDay)).toList();
        var merged = new ArrayList<Period>();
        for (var period : ordered) {
            if (!merged.isEmpty() && touches(merged.getLast(), period)) {
                merged.add(merged.removeLast().through(period));
            } else {
                merged.add(period);
            }
        }
        return new Stops(List.copyOf(merged));
    }

    /** The stop that a day is in. */
    Optional<Period> at(LocalDate day) {
        return merged.stream().filter(stop -> stop.contains(day)).findFirst();
    }

    /** The first stop that a day is in, or that begins after it. */
    Optional<Period> atOrAfter(LocalDate day) {
        return merged.stream().filter(stop -> !stop.endedBefore(day)).findFirst();
    }

    private static LocalDate firstDay(Period period) {
        return period.from().orElse(LocalDate.MIN);
    }

    private static boolean touches(Period earlier, Period later) {
        return earlier.until().map(last -> !firstDay(later).isAfter(last.plusDays(1))).orElse(true);
    }
}
