package sightline.feeds;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

import java.security.SecureRandom;

/**
 * Ed25519 (RFC 8032) over whole bodies. Not the JDK's, which copies a body of 64 MiB twice before
 * it looks at it.
 */
final class Signatures {
    static final int PUBLIC_BYTES = Ed25519.PUBLIC_KEY_SIZE;
    static final int PRIVATE_BYTES = Ed25519.SECRET_KEY_SIZE;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signatures() {}

    static byte[] newPrivateKey() {
        var key = new byte[PRIVATE_BYTES];
        Ed25519.generatePrivateKey(RANDOM, key);
        return key;
    }

    static byte[] publicKey(byte[] privateKey) {
        var key = new byte[PUBLIC_BYTES];
        Ed25519.generatePublicKey(privateKey, 0, key, 0);
        return key;
    }

    static boolean isPublicKey(byte[] key) {
        return key.length == PUBLIC_BYTES && Ed25519.validatePublicKeyFull(key, 0);
    }

    static byte[] sign(byte[] privateKey, byte[] body) {
        var signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(privateKey, 0, body, 0, body.length, signature, 0);
        return signature;
    }

    /** As above, faster for who knows the public half. */
    static byte[] sign(byte[] privateKey, byte[] publicKey, byte[] body) {
        var signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(privateKey, 0, publicKey, 0, null, body, 0, body.length, signature, 0);
        return signature;
    }

    static boolean verify(byte[] publicKey, byte[] body, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, publicKey, 0, body, 0, body.length);
    }
}
