package sightline.core.identity;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names people and places: a keyed hash (HMAC-SHA256, its first 128 bits) of the smallest member.
 * Without the key nobody can tell from an id whose it is.
 */
public final class PersonIds {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES_MIN = 16;
    private static final int ID_BYTES = 16;

    /** With the key in it: cloned for each use, which is cheaper than to begin with the key. */
    private final Mac keyed;

    /**
     * @param key at least 16 secret bytes, the same for the life of the installation
     */
    public PersonIds(byte[] key) {
        if (key.length < KEY_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "The key of person ids has %d bytes.\nUse at least %d."
                            .formatted(key.length, KEY_BYTES_MIN));
        }
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
        }
    }

    /** The person of these records. */
    public PersonId of(Collection<SourceRecord> records) {
        return of(Collections.min(records));
    }

    /** The person whose smallest record this is. */
    public PersonId of(SourceRecord smallest) {
        return new PersonId(hash("person:" + smallest.text()));
    }

    /** The key with all but its kind hashed. */
    public BlockingKey sealed(BlockingKey plain) {
        var kind = plain.value().substring(0, plain.value().indexOf('|') + 1);
        return new BlockingKey(kind + hash("key:" + plain.value()), plain.limit());
    }

    PlaceId ofPlace(String smallest) {
        return new PlaceId(hash("place:" + smallest));
    }

    private String hash(String text) {
        try {
            var mac = (Mac) keyed.clone();
            var digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This Java cannot clone " + ALGORITHM + ".", e);
        }
    }
}
