package sightline.core.identity;

/**
 * A number in a street.
 *
 * @param from the number, or the first of a range such as 14-16
 * @param until the last of a range; {@code from} otherwise
 * @param letter the letter of 14A; blank when there is none
 */
public record HouseNumber(int from, int until, String letter) {
    public HouseNumber {
        if (from > until) {
            throw new IllegalArgumentException("A range of house numbers ends before it begins.");
        }
    }

    /** Whether one is a range with the other in it. */
    boolean overlapsAsRange(HouseNumber other) {
        return !equals(other)
                && (from != until || other.from != other.until)
                && from <= other.until
                && other.from <= until;
    }

    String text() {
        return from + (from == until ? "" : "-" + until) + letter;
    }

    @Override
    public String toString() {
        return "HouseNumber[redacted]";
    }
}
