package sightline.register;

import java.util.Arrays;
import java.util.Locale;

/** How far a file is. Rows set aside are counted beside it, and stay until somebody mends them. */
public enum ImportState {
    /** Kept; not yet checked. */
    UPLOADED,
    /** Each row is checked; waits for a keeper who looks and confirms. */
    CHECKED,
    /** Confirmed; its rows are sent, and what was sent is read. */
    GOING_IN,
    /** Everything that was to go in is in. */
    IN,
    /** No row of it can be relied upon; nothing went in. */
    UNREADABLE,
    /** A keeper threw it away; what went in before stays in. */
    DISCARDED;

    /** Its word in the database. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ImportState of(String slug) {
        return Arrays.stream(values())
                .filter(s -> s.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such state: " + slug));
    }
}
