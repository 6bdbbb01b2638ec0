package sightline.core.kernel;

import java.util.Comparator;

/** One message of one sender: the idempotency key of the feed, and where a fact came from. */
public record MessageRef(AgencyId sender, MessageId id) implements Comparable<MessageRef> {
    private static final Comparator<MessageRef> ORDER =
            Comparator.comparing(MessageRef::sender).thenComparing(MessageRef::id);

    /** The form {@code sender/message-id}. */
    public String text() {
        return sender.value() + "/" + id.value();
    }

    /**
     * Reads {@link #text()}. The sender ends at the first slash; the rest is the sender's own.
     *
     * @throws IllegalArgumentException if the text has no slash or either part is malformed
     */
    public static MessageRef parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "This message reference has no slash.\nWrite 'sender/message-id'.");
        }
        return new MessageRef(
                new AgencyId(text.substring(0, slash)), new MessageId(text.substring(slash + 1)));
    }

    @Override
    public int compareTo(MessageRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof MessageRef that
                        && id.equals(that.id)
                        && sender.equals(that.sender));
    }

    @Override
    public int hashCode() {
        return 31 * sender.hashCode() + id.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
