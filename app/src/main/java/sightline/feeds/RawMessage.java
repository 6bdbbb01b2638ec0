package sightline.feeds;

import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.util.Optional;

/** A message that has not been read yet. */
public final class RawMessage {
    private final ReceiptId receiptId;
    private final AgencyId sender;
    private final Instant received;
    private final Optional<String> kind;
    private final byte[] body;

    RawMessage(
            ReceiptId receiptId,
            AgencyId sender,
            Instant received,
            Optional<String> kind,
            byte[] body) {
        this.receiptId = receiptId;
        this.sender = sender;
        this.received = received;
        this.kind = kind;
        this.body = body;
    }

    /** Its receipt. */
    public ReceiptId receiptId() {
        return receiptId;
    }

    /** Who signed in to send it, whatever it says itself. */
    public AgencyId sender() {
        return sender;
    }

    /** When it was committed. */
    public Instant received() {
        return received;
    }

    /** The kind that it says it is, if that looks like one. */
    public Optional<String> kind() {
        return kind;
    }

    /** Its bytes as they came: the array itself, which nobody writes to. */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "RawMessage[" + receiptId + " of " + sender + "]";
    }
}
