package sightline.audit;

import java.time.Instant;
import java.util.Optional;

/** A change of policy that one person proposes and another decides. */
public interface Proposal {
    /** Names it on pages. */
    long number();

    /** The proposer's own words. */
    String reason();

    /** Who proposed it, and may not decide it. */
    String proposedBy();

    /** When it was proposed. */
    Instant proposedAt();

    /** Who approved or refused it. */
    Optional<String> decidedBy();

    /** When it was approved or refused; empty while it waits. */
    Optional<Instant> decidedAt();

    /** Why, where it was refused. */
    Optional<String> refused();

    /** Whether nobody has decided on it yet. */
    default boolean waits() {
        return decidedAt().isEmpty();
    }

    /** Whether a second person approved it. */
    default boolean approved() {
        return !waits() && refused().isEmpty();
    }
}
