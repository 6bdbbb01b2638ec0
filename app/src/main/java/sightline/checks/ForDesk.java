package sightline.checks;

import sightline.core.kernel.PersonId;
import sightline.core.screening.RuleId;

import java.util.List;

/**
 * A check as the desk reads it that owes whoever asked a call.
 *
 * @param causes why they were told to ring; none where there was no answer
 */
public record ForDesk(Asked asked, List<Cause> causes) {
    public ForDesk {
        causes = List.copyOf(causes);
    }

    /**
     * An alert that stands, or that would be raised if those who were named lived or were as the
     * check says.
     *
     * @param reference the alert's, where it stands; an alert that only would be raised has no page
     * @param doubt whether it would follow only if somebody were whom they may be
     */
    public record Cause(PersonId subject, RuleId rule, String reference, boolean doubt) {}
}
