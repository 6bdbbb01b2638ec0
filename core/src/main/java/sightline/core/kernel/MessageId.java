package sightline.core.kernel;

/**
 * The id that a sender gave to its own message; unique for that sender only.
 *
 * @param value printable, at most 128 characters
 */
public record MessageId(String value) implements Comparable<MessageId> {
    public MessageId {
        Token.require(value, "message id");
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof MessageId that && value.equals(that.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
