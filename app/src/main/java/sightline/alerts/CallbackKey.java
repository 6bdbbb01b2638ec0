package sightline.alerts;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

import sightline.database.Secrets;

import java.util.Base64;

/** The Ed25519 key with which this installation signs its calls of agencies' systems. */
public final class CallbackKey {
    private final byte[] privateKey;

    private CallbackKey(byte[] privateKey) {
        this.privateKey = privateKey;
    }

    /** The key of an installation. */
    public static CallbackKey of(Secrets secrets) {
        return new CallbackKey(secrets.key("callbacks 1", Ed25519.SECRET_KEY_SIZE));
    }

    /** The public half, in base64: agencies' systems verify by it. */
    public String publicKey() {
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(privateKey, 0, key, 0);
        return Base64.getEncoder().encodeToString(key);
    }

    byte[] sign(byte[] body) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(privateKey, 0, body, 0, body.length, signature, 0);
        return signature;
    }
}
