package sightline.core.kernel;

/**
 * Free text that somebody wrote: it may hold names, addresses and worse, so printing it shows its
 * length only.
 *
 * @param value the words as written, at most {@value #MAX_LENGTH} characters, possibly none
 */
public record Text(String value) {
    /** A message has at most 1 MiB, so no text of one can be longer. */
    public static final int MAX_LENGTH = 1_048_576;

    public Text {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "This text has %d characters.\nSplit it: at most %d are kept in one."
                            .formatted(value.length(), MAX_LENGTH));
        }
    }

    /** Whether nothing but blanks was written. */
    public boolean isBlank() {
        return value.isBlank();
    }

    @Override
    public String toString() {
        return "Text[" + value.length() + " chars]";
    }
}
