package sightline.feeds;

import java.time.Instant;
import java.util.Arrays;

/** A live key of a sender, without what is secret about it. */
public record SenderKey(KeyId id, Kind kind, Instant added) {
    /** What it is for. */
    public enum Kind {
        /** Lets the sender in. */
        BEARER("bearer"),
        /** The public half of the key with which it signs. */
        ED25519("ed25519");

        private final String slug;

        Kind(String slug) {
            this.slug = slug;
        }

        /** The word in tables and on pages. */
        public String slug() {
            return slug;
        }

        static Kind of(String slug) {
            return Arrays.stream(values())
                    .filter(kind -> kind.slug.equals(slug))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no such kind of key: " + slug));
        }
    }
}
