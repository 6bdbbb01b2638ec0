package sightline.database;

import sightline.core.kernel.SourceRecord;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * How a source record is named in the database: an opaque key that every room derives alike,
 * without asking the database. It is the start of the SHA-256 of {@code agency:local-id}, as a UUID
 * of version 8 (RFC 9562); equality of such keys is safe and fast under row security.
 */
public final class RecordKey {
    private RecordKey() {}

    /** The key of a source record: always the same for the same record. */
    public static UUID of(SourceRecord record) {
        try {
            var text = record.text().getBytes(StandardCharsets.UTF_8);
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
            var high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
            var low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
