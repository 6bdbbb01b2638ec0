package sightline.locator;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

import sightline.database.Secrets;

import java.util.Base64;

/** The Ed25519 key with which this installation signs what it asks and answers. */
public final class LocatorKey {
    private final byte[] privateKey;

    private LocatorKey(byte[] privateKey) {
        this.privateKey = privateKey;
    }

    /** The key of an installation. */
    public static LocatorKey of(Secrets secrets) {
        return new LocatorKey(secrets.key("locator signing 1", Ed25519.SECRET_KEY_SIZE));
    }

    /** The public half, in base64: the other installation verifies by it. */
    public String publicKey() {
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(privateKey, 0, key, 0);
        return Base64.getEncoder().encodeToString(key);
    }

    String sign(byte[] body) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(privateKey, 0, body, 0, body.length, signature, 0);
        return Base64.getEncoder().encodeToString(signature);
    }

    /** Whether a body was signed by whoever has the private half. */
    static boolean verify(byte[] publicKey, byte[] body, String signature) {
        try {
            byte[] bytes = Base64.getDecoder().decode(signature);
            return bytes.length == Ed25519.SIGNATURE_SIZE
                    && Ed25519.verify(bytes, 0, publicKey, 0, body, 0, body.length);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    static byte[] publicKey(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length == Ed25519.PUBLIC_KEY_SIZE && Ed25519.validatePublicKeyFull(key, 0)) {
                return key;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below, like every other thing that is no key.
        }
        throw new IllegalArgumentException(
                "This is no public key.\nWrite what the other installation prints with: peer key");
    }

    @Override
    public String toString() {
        return "LocatorKey[hidden]";
    }
}
