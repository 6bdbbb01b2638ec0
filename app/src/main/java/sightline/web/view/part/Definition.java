package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

/**
 * A term and what is known of it.
 *
 * @param source who says so, and when; empty when the value says it
 * @param link where to read more or change it
 */
public record Definition(String term, String value, String source, @Nullable Link link) {
    public static Definition of(String term, String value) {
        return new Definition(term, value, "", null);
    }

    public static Definition of(String term, String value, String source) {
        return new Definition(term, value, source, null);
    }
}
