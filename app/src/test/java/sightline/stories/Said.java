package sightline.stories;

import sightline.core.kernel.London;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a replay said.
 *
 * @param type alert, alert-grew, duty-due, duty-overdue, escalation, withdrawn, quarantine or shown
 * @param rule the rule's id, the clock's key, or of what is only shown the kind
 * @param about every source record of the person, as sender:local-id
 * @param to agencies and roles, as agency/role
 * @param words all that it says of why
 * @param due of a duty, until when
 */
record Said(
        Instant at,
        String type,
        String rule,
        Set<String> about,
        Set<String> to,
        String words,
        Optional<Instant> due) {

    boolean alert() {
        return type.equals("alert") || type.equals("alert-grew");
    }

    boolean late() {
        return type.equals("duty-overdue") || type.equals("escalation");
    }

    boolean duty() {
        return type.equals("duty-due") || late();
    }

    /** On a day; what falls due at the end of a day is said of that day. */
    boolean on(LocalDate day) {
        return London.day(at).equals(day)
                || London.day(at.minus(Duration.ofMinutes(2))).equals(day);
    }

    @Override
    public String toString() {
        return "%s %s %s %s to %s".formatted(at, type, rule, about, to);
    }
}
