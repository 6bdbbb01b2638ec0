package sightline.core.duties;

import sightline.core.kernel.Limit;

/**
 * One rung of a ladder: after so long past the due time, somebody more is told.
 *
 * @param after counted from the due time, in clock hours or working days
 */
record Rung(Limit after, Owner tell) {}
