package sightline.core.identity;

/**
 * How two records compare in one field. This, and never a value, is what a restricted reader sees.
 */
public enum Agreement {
    /** The same. */
    AGREES,
    /** Near enough for a slip of the pen, a short form or a former value. */
    SIMILAR,
    /** Both have it, and it is not the same. */
    DIFFERS,
    /** At least one does not have it: says nothing either way. */
    NOT_KNOWN
}
