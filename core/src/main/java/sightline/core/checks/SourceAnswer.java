package sightline.core.checks;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a source that had to be asked answered.
 *
 * @param name as the touchpoint's list has it
 * @param state what it is worth; that it answered does not mean that it holds anything
 * @param completeUpTo its last word; of several feeds the oldest
 */
public record SourceAnswer(String name, State state, Optional<Instant> completeUpTo) {

    /** What an answer is worth. Only {@link #ANSWERED} may be read as "holds nothing more". */
    public enum State {
        /** Complete up to a time within its promise. */
        ANSWERED,
        /** Its last word is older than it promised. */
        STALE,
        /** Messages of it are missing. */
        INCOMPLETE,
        /** It is silent. */
        DOWN,
        /** No agency of the area sends it. */
        NOT_CONNECTED
    }

    /** Whether it answered within its promise. */
    public boolean answered() {
        return state == State.ANSWERED;
    }
}
