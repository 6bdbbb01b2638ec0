package sightline.core.duties;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;

import java.util.Optional;

/**
 * Who owes a duty, or is told on a rung.
 *
 * @param agency which agency
 * @param type the type of agency when it is the responsible one of the area, else the fallback: a
 *     source of another type does not owe it
 * @param role in which role; none where whoever is meant has one
 */
record Owner(Which agency, Optional<AgencyType> type, Optional<Role> role) {

    /** How the agency is found. */
    enum Which {
        /** The responsible agency of that type in the subject's area. */
        RESPONSIBLE,
        /** Whoever asserted the fact that started the clock. */
        SOURCE,
        /** Whom the fact that started the clock was sent to; else the responsible one. */
        ADDRESSEE,
        /**
         * Whoever has the case: the source of what started the clock, until somebody to whom they
         * offered the case accepts it; where something else started it, whoever has the case now.
         */
        HOLDER,
        /**
         * The health services that recorded where the subject lives and had not told it when they
         * were asked; each owes its own.
         */
        RECORDER,
        /** The agency from which something is asked, as the body names it; else the source. */
        FROM,
        /** Whoever was told of the alert that started the clock. */
        TOLD,
        /** Whomever the finding that started the clock names first; in a role of that agency. */
        FIRST,
        /** Whoever supervises the subject, while supervision, a licence or an order is in force. */
        SUPERVISOR,
        /** The named lead of the subject's area; where it has none, whoever runs Sightline. */
        AREA_LEAD;

        /** Whether it says the role as well. */
        boolean knowsTheRole() {
            return this == TOLD || this == FIRST || this == SUPERVISOR || this == AREA_LEAD;
        }
    }
}
