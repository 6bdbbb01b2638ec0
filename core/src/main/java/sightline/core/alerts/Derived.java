package sightline.core.alerts;

import sightline.core.duties.Duty;
import sightline.core.kernel.PersonId;
import sightline.core.screening.Finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that follows for one subject at one moment.
 *
 * @param passedOn whether the subject was unborn and was born since: what was raised is the child's
 * @param shown findings that are visible on the record and ask nobody to act
 * @param recheckAt when time alone will change it; none when only a new fact can
 */
public record Derived(
        PersonId subject,
        boolean passedOn,
        List<Alert> alerts,
        List<Finding> shown,
        List<Duty> duties,
        Optional<Instant> recheckAt) {
    public Derived {
        alerts = List.copyOf(alerts);
        shown = List.copyOf(shown);
        duties = List.copyOf(duties);
    }
}
