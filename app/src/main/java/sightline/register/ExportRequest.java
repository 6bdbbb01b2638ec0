package sightline.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request for an export, and what became of it.
 *
 * @param people how many people would be in it when it was asked for
 * @param refused why it was refused
 */
public record ExportRequest(
        String id,
        String askedBy,
        Instant askedAt,
        ExportAsked asked,
        int people,
        String digest,
        long approval,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> refused,
        Optional<Instant> handedOutAt) {
    /** How long somebody has to approve it, and from then on the asker to fetch it. */
    public static final Duration TIME = Duration.ofHours(24);

    /** How far a request is. */
    public enum Stage {
        ASKED,
        APPROVED,
        REFUSED,
        HANDED_OUT,
        EXPIRED
    }

    /** How far it is at a moment. */
    public Stage stage(Instant now) {
        if (handedOutAt.isPresent()) {
            return Stage.HANDED_OUT;
        }
        if (refused.isPresent()) {
            return Stage.REFUSED;
        }
        return now.isBefore(until())
                ? decidedAt.isPresent() ? Stage.APPROVED : Stage.ASKED
                : Stage.EXPIRED;
    }

    /** Until when the next step may be taken. */
    public Instant until() {
        return decidedAt.orElse(askedAt).plus(TIME);
    }
}
