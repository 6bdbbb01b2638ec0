package sightline.core.register;

import sightline.core.kernel.Limit;
import sightline.core.kernel.Period;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Gone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The last day of a run of days to which failures add, in the order of days: one that comes after
 * the end adds nothing.
 */
final class AddedYears {
    private final LocalDate first;
    private final Limit adds;
    private final List<LocalDate> failures;
    private LocalDate end;

    /**
     * @param end the last day without any failure
     * @param adds what each adds
     * @param failures the days on which somebody failed, in order
     */
    AddedYears(LocalDate end, Limit adds, List<LocalDate> failures) {
        this.first = end;
        this.end = end;
        this.adds = adds;
        this.failures = new ArrayList<>(failures);
    }

    /** With all failures. */
    LocalDate last() {
        return failedBefore(LocalDate.MAX);
    }

    /**
     * The same where custody that begins in the years that were added starts the period again from
     * its release; what begins in the period itself has done so already.
     *
     * @param limit how long the period is
     * @return none while custody holds the person
     */
    Optional<LocalDate> startingAgain(Limit limit, Collection<Happening> happenings) {
        for (Confined each : confined(happenings)) {
            if (each.from().isAfter(first) && !each.from().isAfter(failedBefore(each.from()))) {
                if (each.back().isEmpty()) {
                    return Optional.empty();
                }
                end = Period.later(Lengths.lastDay(each.back().get(), limit), end);
            }
        }
        return Optional.of(last());
    }

    private LocalDate failedBefore(LocalDate day) {
        while (!failures.isEmpty() && failures.getFirst().isBefore(day)) {
            if (!failures.removeFirst().isAfter(end)) {
                end = Lengths.later(end, adds);
            }
        }
        return end;
    }

    /** A time in custody; without an end as long as no release is known. */
    private record Confined(LocalDate from, Optional<LocalDate> back) {}

    private static List<Confined> confined(Collection<Happening> happenings) {
        List<Confined> all = new ArrayList<>();
        for (Happening each : happenings) {
            boolean inside = !all.isEmpty() && all.getLast().back().isEmpty();
            if (each instanceof Gone(var from, var where) && where == Away.CUSTODY && !inside) {
                all.add(new Confined(from, Optional.empty()));
            } else if (each instanceof Back(var on, var where) && where == Away.CUSTODY && inside) {
                all.add(new Confined(all.removeLast().from(), Optional.of(on)));
            }
        }
        return all;
    }
}
