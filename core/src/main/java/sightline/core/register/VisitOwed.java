package sightline.core.register;

import sightline.core.kernel.Limit;
import sightline.core.kernel.Period;
import sightline.core.kernel.Provision;
import sightline.core.register.Happening.Assessed;
import sightline.core.register.Happening.Visited;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One visit that the police owe: from the last time when they saw the person, or from the first day
 * under the register, at the level of risk of their own plan. A visit that did not see the person
 * is none.
 *
 * @param from from which day it counts
 * @param due the last day on which it is in time
 * @param met the day on which the person was seen
 * @param law where the interval comes from
 */
public record VisitOwed(
        LocalDate from, RiskLevel level, LocalDate due, Optional<LocalDate> met, Provision law) {

    /** Every visit that was owed in the runs of a registration, oldest first, and the next. */
    public static List<VisitOwed> of(
            RegisterPack pack, RegisteredLife life, Registration registration, LocalDate asOf) {
        List<VisitOwed> owed = new ArrayList<>();
        pack.visits()
                .law()
                .ifPresent(law ->
                        registration
                                .runs()
                                .forEach(run -> owed.addAll(in(run, pack, life, asOf, law))));
        return List.copyOf(owed);
    }

    private static List<VisitOwed> in(
            Period run, RegisterPack pack, RegisteredLife life, LocalDate asOf, Provision law) {
        TreeSet<LocalDate> bases = new TreeSet<>();
        run.from().filter(day -> !day.isAfter(asOf)).ifPresent(bases::add);
        life.of(Visited.class)
                .filter(Visited::seen)
                .map(Visited::day)
                .filter(day -> run.contains(day) && !day.isAfter(asOf))
                .forEach(bases::add);
        List<VisitOwed> owed = new ArrayList<>();
        for (LocalDate from : bases) {
            Optional<LocalDate> met = Optional.ofNullable(bases.higher(from));
            LocalDate end = met.orElse(asOf);
            level(life, end)
                    .flatMap(level ->
                            due(pack, from, level).map(due -> owed(from, level, due, met, law)))
                    .filter(v -> met.isPresent() || !run.endedBefore(asOf))
                    .ifPresent(owed::add);
        }
        return owed;
    }

    private static VisitOwed owed(
            LocalDate from,
            RiskLevel level,
            LocalDate due,
            Optional<LocalDate> met,
            Provision law) {
        return new VisitOwed(from, level, due, met, law);
    }

    private static Optional<RiskLevel> level(RegisteredLife life, LocalDate day) {
        return life.of(Assessed.class)
                .filter(a -> !a.day().isAfter(day))
                .reduce((_, last) -> last)
                .map(Assessed::level);
    }

    private static Optional<LocalDate> due(RegisterPack pack, LocalDate from, RiskLevel level) {
        Optional<Limit> every = Optional.ofNullable(pack.visits().every().get(level));
        return every.map(limit -> Lengths.later(from, limit));
    }
}
