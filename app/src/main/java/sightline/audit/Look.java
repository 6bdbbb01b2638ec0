package sightline.audit;

import java.time.Instant;
import java.util.Set;

/**
 * That somebody looked at, or changed, a record.
 *
 * @param event the event's code
 * @param actor the user's id, or {@code job:NAME}; not for the record's subject
 * @param classes the names of the classes of facts that were shown
 */
public record Look(
        Instant at,
        String event,
        String actor,
        String agency,
        Set<String> roles,
        String purpose,
        Set<String> classes) {

    public Look {
        roles = Set.copyOf(roles);
        classes = Set.copyOf(classes);
    }
}
