package sightline.core.checks;

import sightline.core.alerts.Alert;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.screening.Recipient;
import sightline.core.screening.RuleId;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * An open alert that stands, or would be raised, about somebody who is named or a child near them.
 *
 * @param told the agencies that the alert is put before
 */
public record Cause(
        RuleId rule, PersonId subject, String reference, Certainty certainty, Set<AgencyId> told) {
    public Cause {
        told = Set.copyOf(told);
    }

    static Cause of(Alert alert) {
        return new Cause(
                alert.rule(),
                alert.subject(),
                alert.reference(),
                alert.certainty(),
                alert.recipients().stream().map(Recipient::agency).collect(Collectors.toSet()));
    }
}
