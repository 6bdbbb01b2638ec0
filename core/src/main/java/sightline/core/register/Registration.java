package sightline.core.register;

import sightline.core.kernel.AreaId;
import sightline.core.kernel.Period;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where one person stands under one pack on a day.
 *
 * @param pack its key
 * @param coverage what puts the person under it, and what the records leave open
 * @param runs the unbroken runs of days under it, oldest first
 * @param state where it stands
 * @param obligations everything owed in all runs, oldest first
 * @param foretold changes told before they happened, and not yet known to have happened
 * @param visit by when the police should next go and see, where the pack has visits
 * @param reviewFrom the day from which a review of an indefinite period may be asked for
 * @param away in custody, in hospital or abroad as recorded, without a recorded return: to be asked
 * @param area the area that answers
 * @param offeredTo the area to which it is offered; until that accepts, the other answers
 * @param next the next day on which time alone changes any of this
 */
public record Registration(
        String pack,
        Coverage coverage,
        List<Period> runs,
        State state,
        List<Obligation> obligations,
        List<Foretold> foretold,
        Optional<Visit> visit,
        Optional<LocalDate> reviewFrom,
        Optional<Happening.Gone> away,
        Optional<AreaId> area,
        Optional<AreaId> offeredTo,
        Optional<LocalDate> next) {

    /** A change told in advance: if it does not happen, the police are to be told by a day. */
    public record Foretold(Notice notice, LocalDate told, LocalDate expected, LocalDate sayBy) {}

    /** The next look of the police, and at which level of risk. */
    public record Visit(LocalDate due, RiskLevel level, boolean overdue) {}

    public Registration {
        runs = List.copyOf(runs);
        obligations = List.copyOf(obligations);
        foretold = List.copyOf(foretold);
    }

    /** The next day by which something is to be told, or the first by which it was not. */
    public Optional<Obligation> first() {
        return obligations.stream()
                .filter(Obligation::open)
                .filter(o -> o.lastDay().isPresent())
                .min(Comparator.comparing(o -> o.lastDay().orElseThrow()));
    }

    /** The run that holds the day asked about, else the last. */
    public Optional<Period> run() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
    }
}
