package sightline.upkeep;

import sightline.core.kernel.AgencyId;
import sightline.core.upkeep.SiteDutyKind;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A duty about a source or the installation that is owed now.
 *
 * @param key the same for as long as it is owed
 * @param source the sender that it is about; none for the installation itself
 * @param words what is wrong
 * @param starts from when it is owed
 * @param due from when it is late
 * @param owedBy who owes it, as {@code AGENCY/ROLE}
 * @param told who was told on the rungs that were reached
 * @param level how many rungs of its ladder were reached; 0 while it is not late
 * @param nextAt when the next rung is told
 * @param nextTo whom it tells
 * @param opened when it was first seen
 */
public record OpenSiteDuty(
        String key,
        SiteDutyKind kind,
        Optional<AgencyId> source,
        String words,
        Instant starts,
        Instant due,
        List<String> owedBy,
        List<String> told,
        int level,
        Instant nextAt,
        List<String> nextTo,
        Instant opened) {
    public OpenSiteDuty {
        owedBy = List.copyOf(owedBy);
        told = List.copyOf(told);
        nextTo = List.copyOf(nextTo);
    }

    /** What tells several of a kind and a source apart: of a review, which. */
    public Optional<String> about() {
        return Arrays.stream(key.split("\\|", 3)).skip(2).findFirst();
    }

    /** Whether it is late at a moment. */
    public boolean late(Instant now) {
        return !now.isBefore(due);
    }
}
