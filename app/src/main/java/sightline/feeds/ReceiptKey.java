package sightline.feeds;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The public half of a key that signs receipts.
 *
 * @param generation 1 for the first; a receipt names it for ever
 * @param publicKey the 32 bytes of RFC 8032, in base64
 * @param since since when it is published; it signs once the one before is retired
 * @param retired since when it signs no more; what it signed verifies for ever
 */
public record ReceiptKey(
        int generation, String publicKey, Instant since, Optional<Instant> retired) {

    /** Whether this key made a signature of a receipt. */
    public boolean hasSigned(SignedReceipt receipt) {
        try {
            return receipt.generation() == generation
                    && Signatures.verify(
                            Base64.getDecoder().decode(publicKey),
                            receipt.canonical(),
                            Base64.getDecoder().decode(receipt.signature()));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
