package sightline.api;

import com.fasterxml.jackson.annotation.JsonInclude;

import sightline.feeds.MessageState;
import sightline.feeds.Problem;
import sightline.feeds.Receipt;
import sightline.feeds.SignedReceipt;

import java.util.List;

/**
 * A receipt on the wire. It never changes: what became of the message since is at {@code state}.
 *
 * @param id the sender's own id; absent when the message had none that could be read
 * @param key which key of {@code /api/receipt-keys} signed it
 * @param signature Ed25519, in base64, over the lines that docs/sending-messages.md names
 * @param reads "received, not yet read", or "quarantined" for what no reader could read
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ReceiptJson(
        String receipt,
        String sender,
        String id,
        String sha256,
        String received,
        int key,
        String signature,
        String reads,
        String state) {

    static ReceiptJson of(Receipt receipt, SignedReceipt signed) {
        return new ReceiptJson(
                signed.receipt(),
                signed.sender(),
                signed.id(),
                signed.sha256(),
                signed.received(),
                signed.generation(),
                signed.signature(),
                receipt.readable() ? "received, not yet read" : "quarantined",
                path(receipt));
    }

    static String path(Receipt receipt) {
        return "/api/messages/" + receipt.id();
    }

    /**
     * What became of a message.
     *
     * @param state received, read, quarantined or returned
     * @param errors why it could not be read, field by field
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record State(
            String receipt,
            String sender,
            String id,
            String sha256,
            String received,
            int key,
            String signature,
            String state,
            List<String> notes,
            List<Problem> errors) {

        static State of(MessageState state, SignedReceipt signed) {
            return new State(
                    signed.receipt(),
                    signed.sender(),
                    signed.id(),
                    signed.sha256(),
                    signed.received(),
                    signed.generation(),
                    signed.signature(),
                    state.word().slug(),
                    state.notes(),
                    state.problems());
        }
    }
}
