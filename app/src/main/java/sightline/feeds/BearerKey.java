package sightline.feeds;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a sender shows to be let in: 256 random bits, so that their plain SHA-256 is kept and
 * nothing slower is needed. Shown once, when it is made.
 *
 * @param secret as it stands in the header
 */
public record BearerKey(String secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "slk_";

    static BearerKey random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new BearerKey(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return Bytes.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "BearerKey[hidden]";
    }
}
