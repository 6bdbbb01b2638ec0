package sightline.register;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.register.State;

import java.util.Optional;

/**
 * Somebody for whom something would change if a pack were switched on.
 *
 * @param keeper who would answer
 * @param state how the person would stand
 * @param days the period that would be the person's
 * @param because why the pack would cover them; empty where it would not
 */
public record SimulatedChange(
        PersonId subject,
        How how,
        AgencyId keeper,
        State state,
        Optional<Period> days,
        String because) {

    /** What would change. */
    public enum How {
        ON("Would come on"),
        OFF("Would come off"),
        OTHER_PERIOD("Another period");

        private final String words;

        How(String words) {
            this.words = words;
        }

        /** As a page says it. */
        public String words() {
            return words;
        }
    }
}
