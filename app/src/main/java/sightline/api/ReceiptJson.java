package sightline.api;

import com.fasterxml.jackson.annotation.JsonInclude;

import sightline.feeds.MessageState;
import sightline.feeds.Problem;
import sightline.feeds.Receipt;

import java.util.List;

/**
 * A receipt on the wire. It never changes: what became of the message since is at {@code state}.
 *
 * @param id the sender's own id; absent when the message had none that could be read
 * @param reads "received, not yet read", or "quarantined" for what no reader could read
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ReceiptJson(
        String receipt,
        String sender,
        String id,
        String sha256,
        String received,
        String reads,
        String state) {

    static ReceiptJson of(Receipt receipt) {
        return new ReceiptJson(
                receipt.id().toString(),
                receipt.sender().value(),
                receipt.message().map(id -> id.value()).orElse(""),
                receipt.sha256(),
                receipt.received().toString(),
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
            String state,
            List<String> notes,
            List<Problem> errors) {

        static State of(MessageState state) {
            var receipt = state.receipt();
            return new State(
                    receipt.id().toString(),
                    receipt.sender().value(),
                    receipt.message().map(id -> id.value()).orElse(""),
                    receipt.sha256(),
                    receipt.received().toString(),
                    state.word().slug(),
                    state.notes(),
                    state.problems());
        }
    }
}
