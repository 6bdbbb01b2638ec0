package sightline.feeds;

import sightline.core.kernel.AgencyId;

import java.util.Base64;
import java.util.List;

/** A sender whose bearer key is good. What it sends counts only if it is signed as well. */
public final class Admitted {
    private static final String SCHEME = "ed25519=";

    private final AgencyId sender;
    private final List<byte[]> publicKeys;

    Admitted(AgencyId sender, List<byte[]> publicKeys) {
        this.sender = sender;
        this.publicKeys = List.copyOf(publicKeys);
    }

    /** As whom it may send. */
    public AgencyId sender() {
        return sender;
    }

    /**
     * Whether one of its live keys made a signature.
     *
     * @param header the value of {@code X-Signature}: {@code ed25519=} and 64 bytes in base64
     * @param body every byte that was sent
     */
    public boolean hasSigned(String header, byte[] body) {
        if (!header.startsWith(SCHEME)) {
            return false;
        }
        try {
            var signature = Base64.getDecoder().decode(header.substring(SCHEME.length()));
            return publicKeys.stream().anyMatch(key -> Signatures.verify(key, body, signature));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Admitted[" + sender + "]";
    }
}
