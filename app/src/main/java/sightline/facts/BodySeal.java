package sightline.facts;

import sightline.database.Secrets;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the bodies of facts under a key of their source record: AES-128-GCM, the key derived from
 * the installation's master key and the record's seed. A record whose seed is gone cannot be read.
 */
final class BodySeal {
    static final int SEED_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec master;
    private final SecureRandom random = new SecureRandom();

    BodySeal(Secrets secrets) {
        this.master = new SecretKeySpec(secrets.key("facts bodies", 32), "HmacSHA256");
    }

    byte[] newSeed() {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }

    byte[] seal(byte[] seed, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key(seed), nonce, plain, 0, plain.length);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    byte[] open(SecretKeySpec key, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return run(
                Cipher.DECRYPT_MODE, key, nonce, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    private static byte[] run(
            int mode, SecretKeySpec key, byte[] nonce, byte[] input, int from, int length) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, from, length);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "a fact's body cannot be opened.\nIs this the master key it was written with?",
                    broken);
        }
    }

    /** The key of the record that has this seed. */
    SecretKeySpec key(byte[] seed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(master);
            return new SecretKeySpec(mac.doFinal(seed), 0, SEED_BYTES, "AES");
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("every Java has HMAC-SHA256", broken);
        }
    }
}
