package sightline.feeds;

import java.nio.charset.StandardCharsets;

/**
 * A receipt as it is handed out and verified: the words of its JSON, and a signature over them.
 *
 * @param receipt its number
 * @param sender who sent the message
 * @param id the sender's own id of it; empty when it had none that could be read
 * @param sha256 of the message's bytes, in hexadecimal
 * @param received when it was committed, as it is written in the answer
 * @param generation which {@link ReceiptKey} signed
 * @param signature Ed25519 over {@link #canonical}, in base64
 */
public record SignedReceipt(
        String receipt,
        String sender,
        String id,
        String sha256,
        String received,
        int generation,
        String signature) {

    /** A receipt that nobody has signed yet. */
    static SignedReceipt unsigned(Receipt receipt) {
        return new SignedReceipt(
                receipt.id().toString(),
                receipt.sender().value(),
                receipt.message().map(id -> id.value()).orElse(""),
                receipt.sha256(),
                receipt.received().toString(),
                receipt.keyGeneration(),
                "");
    }

    SignedReceipt signed(String by) {
        return new SignedReceipt(receipt, sender, id, sha256, received, generation, by);
    }

    /**
     * The bytes that are signed: seven lines of UTF-8, each ended by a line feed. No word of them
     * may hold one, so that no two receipts have the same bytes.
     */
    public byte[] canonical() {
        return String.join(
                        "\n",
                        "sightline-receipt-1",
                        receipt,
                        sender,
                        id,
                        sha256,
                        received,
                        String.valueOf(generation),
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
