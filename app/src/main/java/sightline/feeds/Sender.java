package sightline.feeds;

import sightline.core.kernel.AgencyId;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * An agency that may send.
 *
 * @param goLive facts from before this day are history: they count, but clocks that ended before it
 *     are listed once for review and not escalated
 * @param kinds the kinds that it can send; none means all that its type of agency may assert
 * @param promise how often it promises to say that it is complete
 */
public record Sender(
        AgencyId agency, LocalDate goLive, Optional<Set<String>> kinds, Duration promise) {
    public Sender {
        kinds = kinds.map(Set::copyOf);
        if (promise.toSeconds() < 1 || promise.toDays() > 366) {
            throw new IllegalArgumentException(
                    "A promise of " + promise + " is none.\nUse a second to a year.");
        }
    }

    /** A sender of any kind. */
    public static Sender of(AgencyId agency, LocalDate goLive, Duration promise) {
        return new Sender(agency, goLive, Optional.empty(), promise);
    }
}
