package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

/** A fact in the identity bar. */
public record Fact(String label, String value, @Nullable Link link) {
    public static Fact of(String label, String value) {
        return new Fact(label, value, null);
    }
}
