package sightline.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What a server keeps of a password under SCRAM-SHA-256 (RFC 5803): enough to check it, not to use
 * it.
 */
final class ScramVerifier {
    private static final int ITERATIONS = 4096;
    private static final int SALT_BYTES = 16;

    private ScramVerifier() {}

    /** The verifier of a password of ASCII letters and digits, in PostgreSQL's form. */
    static String of(String password) {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        try {
            var spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 256);
            var salted =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            var stored =
                    MessageDigest.getInstance("SHA-256")
                            .digest(Hmac.sign(salted, ascii("Client Key")));
            var server = Hmac.sign(salted, ascii("Server Key"));
            return "SCRAM-SHA-256$%d:%s$%s:%s"
                    .formatted(ITERATIONS, text(salt), text(stored), text(server));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2 and SHA-256 are part of every JDK", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
