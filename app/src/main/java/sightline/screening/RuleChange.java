package sightline.screening;

import sightline.audit.Proposal;
import sightline.core.kernel.AreaId;
import sightline.core.screening.RuleId;
import sightline.core.screening.RuleSetting;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A change of what an area set of a rule.
 *
 * @param raises whether the rule would raise anything there
 * @param numbers the area's values by name
 * @param looked how many of the people were looked at, while it is worked out
 * @param workedOut what it would change, once that is known
 * @param inForce from when it is in force, once the pipeline took it up
 */
public record RuleChange(
        long number,
        AreaId area,
        RuleId rule,
        boolean raises,
        Map<String, Integer> numbers,
        String reason,
        String proposedBy,
        Instant proposedAt,
        int looked,
        int people,
        Optional<WorkedOut> workedOut,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> refused,
        Optional<Instant> inForce)
        implements Proposal {

    /**
     * Of the year before: what the rule raised or would have raised in the area, alerts a child and
     * matter.
     *
     * @param now as it is set
     * @param then as it would be set
     * @param more how many would be raised that are not
     * @param fewer how many are raised that would not be
     * @param children about how many children either is
     * @param unknown for how many people it could not be worked out
     */
    public record WorkedOut(
            Instant at, int now, int then, int more, int fewer, int children, int unknown) {}

    /** Where it stands. */
    public enum Stage {
        BEING_WORKED_OUT,
        WAITS,
        REFUSED,
        APPROVED,
        IN_FORCE
    }

    public RuleChange {
        numbers = Map.copyOf(numbers);
    }

    /** Where it stands. */
    public Stage stage() {
        if (refused.isPresent()) {
            return Stage.REFUSED;
        }
        if (inForce.isPresent()) {
            return Stage.IN_FORCE;
        }
        if (decidedAt.isPresent()) {
            return Stage.APPROVED;
        }
        return workedOut.isPresent() ? Stage.WAITS : Stage.BEING_WORKED_OUT;
    }

    /** What holds once it is in force. */
    public RuleSetting from(Instant moment) {
        return new RuleSetting(area, rule, moment, raises, numbers);
    }
}
