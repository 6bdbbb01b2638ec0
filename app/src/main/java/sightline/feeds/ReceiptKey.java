package sightline.feeds;

import java.time.Instant;
import java.util.Base64;

/**
 * The public half of a key that signs receipts.
 *
 * @param generation 1 for the first; a receipt names it for ever
 * @param publicKey the 32 bytes of RFC 8032, in base64
 * @param since from when receipts are signed with it, until the next one is
 */
public record ReceiptKey(int generation, String publicKey, Instant since) {

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
