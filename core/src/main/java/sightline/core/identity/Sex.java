package sightline.core.identity;

/** Sex as a source recorded it; a source that does not know says nothing. */
public enum Sex {
    /** Recorded as female. */
    FEMALE,
    /** Recorded as male. */
    MALE
}
