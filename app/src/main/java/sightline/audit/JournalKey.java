package sightline.audit;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;

import sightline.database.Secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key of checkpoints: Ed25519, in the form of C2SP's signed notes. Whoever verifies has the
 * public half only, as one line of text.
 */
final class JournalKey {
    static final String NAME = "sightline-journal";
    private static final byte ED25519 = 1;
    private static final int SIGNATURE_BYTES = 64;

    private final @Nullable Ed25519PrivateKeyParameters secret;
    private final Ed25519PublicKeyParameters open;

    private JournalKey(
            @Nullable Ed25519PrivateKeyParameters secret, Ed25519PublicKeyParameters open) {
        this.secret = secret;
        this.open = open;
    }

    static JournalKey of(Secrets secrets) {
        var secret = new Ed25519PrivateKeyParameters(secrets.key("audit checkpoint", 32));
        return new JournalKey(secret, secret.generatePublicKey());
    }

    /** Reads {@link #line}. */
    static JournalKey parse(String line) {
        var parts = line.strip().split("\\+", 3);
        if (parts.length != 3 || !parts[0].equals(NAME)) {
            throw new IllegalArgumentException("This is no public key of a Sightline journal.");
        }
        var bytes = Base64.getDecoder().decode(parts[2]);
        var key = Arrays.copyOfRange(bytes, 1, bytes.length);
        return new JournalKey(null, new Ed25519PublicKeyParameters(key));
    }

    /** The public half: {@code name+hash+key}. */
    String line() {
        return NAME + "+" + HexFormat.of().formatHex(hash()) + "+" + base64(typed());
    }

    String sign(String text) {
        if (secret == null) {
            throw new IllegalStateException("only the public half of this key is here");
        }
        var signer = new Ed25519Signer();
        signer.init(true, secret);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        var signature = signer.generateSignature();
        var hashed = Arrays.copyOf(hash(), 4 + signature.length);
        System.arraycopy(signature, 0, hashed, 4, signature.length);
        return "\u2014 " + NAME + " " + base64(hashed) + "\n";
    }

    boolean verifies(String text, String signatureLine) {
        return signatureOf(signatureLine)
                .filter(signature -> verifies(text, signature))
                .isPresent();
    }

    private boolean verifies(String text, byte[] signature) {
        var verifier = new Ed25519Signer();
        verifier.init(false, open);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(signature);
    }

    private Optional<byte[]> signatureOf(String line) {
        var prefix = "\u2014 " + NAME + " ";
        if (!line.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getDecoder().decode(line.substring(prefix.length()).strip());
            var ours =
                    bytes.length == 4 + SIGNATURE_BYTES
                            && Arrays.equals(Arrays.copyOf(bytes, 4), hash());
            return ours
                    ? Optional.of(Arrays.copyOfRange(bytes, 4, bytes.length))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((NAME + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed()), 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private byte[] typed() {
        var key = open.getEncoded();
        var typed = new byte[1 + key.length];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
