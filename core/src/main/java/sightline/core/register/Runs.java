package sightline.core.register;

import sightline.core.kernel.Period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The unbroken runs of days under a pack: liabilities that overlap are one. Somebody convicted on
 * the day after a period ended was not under it immediately before, and gives a first notice again
 * (s83(2)).
 */
final class Runs {
    private Runs() {}

    static List<Period> of(List<Liability> liabilities) {
        return merged(liabilities.stream().map(Liability::days).toList());
    }

    static List<Period> merged(List<Period> periods) {
        List<Period> runs = new ArrayList<>();
        periods.stream()
                .sorted(Comparator.comparing(Runs::first))
                .forEach(period -> {
                    if (!runs.isEmpty() && overlap(runs.getLast(), period)) {
                        runs.add(runs.removeLast().through(period));
                    } else {
                        runs.add(period);
                    }
                });
        return runs;
    }

    private static LocalDate first(Period period) {
        return period.from().orElseThrow();
    }

    private static boolean overlap(Period earlier, Period later) {
        return earlier.until().map(last -> !first(later).isAfter(last)).orElse(true);
    }
}
