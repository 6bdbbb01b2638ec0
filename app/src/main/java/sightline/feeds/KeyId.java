package sightline.feeds;

/**
 * One key of a sender.
 *
 * @param value positive
 */
public record KeyId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
