package sightline.core.duties;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is and was owed about one subject, and when time alone will change it.
 *
 * @param recheckAt the next due time or rung
 */
public record DutyEvaluation(List<Duty> duties, Optional<Instant> recheckAt) {
    public DutyEvaluation {
        duties = List.copyOf(duties);
    }
}
