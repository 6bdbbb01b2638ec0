package sightline.core.register;

import sightline.core.kernel.Period;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Gone;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The days on which the clocks stand: in custody, in hospital, abroad. The day of going in is one
 * of them, the day of coming out is not.
 */
final class Absences {
    private final List<Period> merged;

    Absences(RegisteredLife life) {
        List<Period> stops = new ArrayList<>();
        Map<Away, LocalDate> since = new EnumMap<>(Away.class);
        life.happenings()
                .forEach(happening -> {
                    switch (happening) {
                        case Gone(LocalDate day, Away where) -> since.putIfAbsent(where, day);
                        case Back(LocalDate day, Away where) ->
                                Optional.ofNullable(since.remove(where))
                                        .filter(from -> from.isBefore(day))
                                        .ifPresent(from ->
                                                stops.add(Period.between(from, day.minusDays(1))));
                        default -> {}
                    }
                });
        since.values().forEach(from -> stops.add(Period.from(from)));
        merged = Runs.merged(stops);
    }

    /** Those that can stop a clock of so many days that begins on a day: most have none. */
    List<Period> stops(LocalDate start, int days) {
        List<Period> some = new ArrayList<>();
        LocalDate due = start.plusDays(days);
        for (Period stop : merged) {
            if (stop.endedBefore(start)) {
                continue;
            }
            if (stop.from().filter(due::isBefore).isPresent()) {
                break;
            }
            some.add(stop);
            due = due.plusDays(stop.until().map(last -> length(stop, last)).orElse(0L));
        }
        return some;
    }

    private static long length(Period stop, LocalDate last) {
        return stop.from().map(first -> ChronoUnit.DAYS.between(first, last) + 1).orElse(0L);
    }

    boolean on(LocalDate day) {
        return merged.stream().anyMatch(stop -> stop.contains(day));
    }
}
