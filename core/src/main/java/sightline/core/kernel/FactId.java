package sightline.core.kernel;

import java.util.Comparator;

/**
 * One fact: the message that asserted it and its place in that message. The same message always
 * splits into the same facts, so the id is the same on every rebuild.
 *
 * @param ordinal the fact's place in its message, from 0
 */
public record FactId(MessageRef message, int ordinal) implements Comparable<FactId> {
    private static final int MAX_ORDINAL = 9_999;
    private static final int MAX_DIGITS = 4;
    private static final Comparator<FactId> ORDER =
            Comparator.comparing(FactId::message).thenComparingInt(FactId::ordinal);

    public FactId {
        if (ordinal < 0 || ordinal > MAX_ORDINAL) {
            throw new IllegalArgumentException(
                    "Fact number %d is out of range.\nA message has facts 0 to %d."
                            .formatted(ordinal, MAX_ORDINAL));
        }
    }

    /** The form {@code sender/message-id#0}. */
    public String text() {
        return message.text() + "#" + ordinal;
    }

    /**
     * Reads {@link #text()}. The number follows the last hash sign, since a sender's message id may
     * have one of its own.
     *
     * @throws IllegalArgumentException if any part is missing or malformed
     */
    public static FactId parse(String text) {
        var hash = text.lastIndexOf('#');
        var digits = hash < 0 ? "" : text.substring(hash + 1);
        if (digits.isEmpty()
                || digits.length() > MAX_DIGITS
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(
                    "This fact reference has no number after a hash sign.\n"
                            + "Write 'sender/message-id#0'.");
        }
        return new FactId(MessageRef.parse(text.substring(0, hash)), Integer.parseInt(digits));
    }

    @Override
    public int compareTo(FactId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof FactId that
                        && ordinal == that.ordinal
                        && message.equals(that.message));
    }

    @Override
    public int hashCode() {
        return 31 * message.hashCode() + ordinal;
    }

    @Override
    public String toString() {
        return text();
    }
}
