package sightline.feeds;

/**
 * One message as it was received; in the order in which messages came in, with holes.
 *
 * @param value positive
 */
public record ReceiptId(long value) implements Comparable<ReceiptId> {
    public ReceiptId {
        if (value <= 0) {
            throw new IllegalArgumentException("A receipt is a positive number, not " + value);
        }
    }

    @Override
    public int compareTo(ReceiptId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
