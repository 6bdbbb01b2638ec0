package sightline.core.locator;

import sightline.core.kernel.Sensitive;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that two installations share. What it makes of a form means something to these two
 * alone, and in one week alone: whoever listens, or another pair, cannot tell whom it is about.
 */
public final class PairKey {
    /** How long the secret is, in bytes. */
    public static final int BYTES = 32;

    /** How long a hash is, in letters. */
    public static final int HASH_LETTERS = 32;

    private static final long WEEK = Duration.ofDays(7).toSeconds();
    private static final int HASH_BYTES = 16;

    private final byte[] secret;

    private PairKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * The key of a pair.
     *
     * @throws IllegalArgumentException if it is not {@value #BYTES} bytes long
     */
    public static PairKey of(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException(
                    "The shared secret has %d bytes, not %d.\nMake one with: peer secret FILE"
                            .formatted(secret.length, BYTES));
        }
        return new PairKey(Arrays.copyOf(secret, BYTES));
    }

    /** The week of a moment, numbered from 1 January 1970. */
    public static long epoch(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), WEEK);
    }

    /** What stands for a form in a week. */
    public String hash(Sensitive<String> form, long epoch) {
        byte[] week = mac(secret, "epoch " + epoch);
        return HexFormat.of().formatHex(Arrays.copyOf(mac(week, form.value()), HASH_BYTES));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has HmacSHA256", absent);
        }
    }

    @Override
    public String toString() {
        return "PairKey[hidden]";
    }
}
