package sightline.feeds;

import java.util.Locale;

/** How a message came in. */
enum Channel {
    /** From an agency's system. */
    API,
    /** From a practitioner, on a page. */
    PAGE;

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
