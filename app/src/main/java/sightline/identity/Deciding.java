package sightline.identity;

import sightline.core.identity.Decision;
import sightline.core.identity.PlaceDecision;

/** Takes decisions into account, with everything that follows from them, each in one step. */
public interface Deciding {
    /** Somebody decided who two records are. */
    void decided(Decision decision);

    /** Such a decision is taken back. */
    void undone(Decision decision);

    /** Somebody decided whether two addresses are one place. */
    void decided(PlaceDecision decision);

    /** Such a decision is taken back. */
    void undone(PlaceDecision decision);
}
