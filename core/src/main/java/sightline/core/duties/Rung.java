package sightline.core.duties;

import sightline.core.kernel.Limit;

import java.util.List;

/**
 * One rung of a ladder: after so long past the due time, somebody more is told.
 *
 * @param after counted from the due time, in clock hours or working days
 */
record Rung(Limit after, List<Owner> tell) {
    Rung {
        tell = List.copyOf(tell);
    }
}
