package sightline.database;

import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104), and its key as the two padded blocks that the database keeps. */
public final class Hmac {
    static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 64;

    private Hmac() {}

    /** The HMAC of a message under a key. */
    public static byte[] sign(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    static byte[] innerBlock(byte[] key) {
        return block(key, 0x36);
    }

    static byte[] outerBlock(byte[] key) {
        return block(key, 0x5c);
    }

    private static byte[] block(byte[] key, int pad) {
        var block = Arrays.copyOf(key, BLOCK_BYTES);
        for (var i = 0; i < block.length; i++) {
            block[i] ^= (byte) pad;
        }
        return block;
    }
}
