package sightline.api;

import com.fasterxml.jackson.annotation.JsonInclude;

import sightline.feeds.MessageState;
import sightline.feeds.Problem;
import sightline.feeds.Receipt;
import sightline.feeds.SignedReceipt;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** How a note says that one field was set aside. */
    private static final Pattern ASIDE = Pattern.compile("(\\S+) was set aside: (.*?)\\. (.*)");

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
     * @param errors why it could not be read, field by field; of one that was read, what alone was
     *     set aside
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
                    state.problems().isEmpty() ? aside(state.notes()) : state.problems());
        }

        private static List<Problem> aside(List<String> notes) {
            return notes.stream()
                    .map(ASIDE::matcher)
                    .filter(Matcher::matches)
                    .map(m -> new Problem(m.group(1), m.group(2), m.group(3)))
                    .toList();
        }
    }
}
