package sightline.feeds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What became of a message since its receipt.
 *
 * @param notes what was read but set aside or not understood, and what to do about it
 * @param problems why it could not be read
 */
public record MessageState(Receipt receipt, Word word, List<String> notes, List<Problem> problems) {
    /**
     * Received until the pipeline has read it or set it aside. Quarantined until somebody releases
     * it, which makes it received again, or returns it to its sender for good.
     */
    public enum Word {
        RECEIVED,
        READ,
        QUARANTINED,
        RETURNED;

        /** The word on the wire: "received". */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Word of(String slug) {
            return Arrays.stream(values())
                    .filter(word -> word.slug().equals(slug))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no such state: " + slug));
        }
    }

    public MessageState {
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }
}
