package sightline.identity;

import sightline.core.kernel.Text;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody answered about a pair.
 *
 * @param by the account
 * @param approval under which a second person approves it; empty where one person is enough
 * @param appliedAt when it took effect; empty while it waits for a second person
 */
public record Answered(
        long number,
        Choice choice,
        Text reason,
        String by,
        Instant at,
        Optional<Long> approval,
        Optional<Instant> appliedAt) {

    /** The answers. */
    public enum Choice {
        /** One person, or place. */
        JOIN,
        /** Two. */
        NOT_THE_SAME,
        /** Left open. */
        CANNOT_TELL,
        /** What was decided before is undone. */
        TAKE_BACK
    }
}
