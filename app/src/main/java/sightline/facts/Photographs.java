package sightline.facts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Fact;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;
import sightline.documents.Photograph;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Pictures of injuries, sealed under the key of the record whose entry they belong to, and bound to
 * the transaction whose client is given: row security tells which are there.
 */
public final class Photographs {
    /** The most pictures of one record. */
    public static final int MOST = 100;

    private final JdbcClient sql;
    private final BodySeal seal;

    Photographs(JdbcClient sql, BodySeal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    /**
     * That there is a picture.
     *
     * @param of the place in the ledger of the entry that it shows
     * @param by the agency whose worker added it
     */
    public record Kept(UUID id, long of, AgencyId by, int width, int height, Instant addedAt) {}

    /**
     * Keeps a picture of what an entry about a record tells; once, however often it is sent.
     *
     * @return false where the record has {@value #MOST} already
     */
    public boolean keep(SourceRecord of, Fact entry, AgencyId by, Photograph photograph) {
        UUID record = RecordKey.of(of);
        byte[] jpeg = photograph.jpeg();
        UUID id = id(of, entry, photograph);
        byte[] seed =
                sql.sql("SELECT seed FROM facts.record_seed WHERE record_key = :record")
                        .param("record", record)
                        .query((row, _) -> Objects.requireNonNull(row.getBytes(1)))
                        .single();
        sql.sql(
                        """
                        INSERT INTO facts.photograph
                               (photograph_id, record_key, class, position, agency, width, height, content)
                        SELECT :id, :record, :class, :position, :agency, :width, :height, :content
                         WHERE (SELECT count(*) FROM facts.photograph WHERE record_key = :record) < :most
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", id)
                .param("record", record)
                .param("class", entry.sensitivity().name())
                .param("position", entry.position())
                .param("agency", by.value())
                .param("width", photograph.width())
                .param("height", photograph.height())
                .param("content", seal.seal(seed, jpeg))
                .param("most", MOST)
                .update();
        return sql.sql("SELECT EXISTS (SELECT FROM facts.photograph WHERE photograph_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Those of these records, in the order in which they came. */
    public List<Kept> of(Collection<SourceRecord> records) {
        return sql.sql(
                        """
                        SELECT photograph_id, position, agency, width, height, added_at FROM facts.photograph
                         WHERE record_key = ANY (:records::uuid[]) ORDER BY added_at, photograph_id
                        """)
                .param("records", SqlArrays.keys(records.stream().map(RecordKey::of).toList()))
                .query((row, _) ->
                        new Kept(
                                Objects.requireNonNull(row.getObject(1, UUID.class)),
                                row.getLong(2),
                                new AgencyId(Objects.requireNonNull(row.getString(3))),
                                row.getInt(4),
                                row.getInt(5),
                                instant(row.getTimestamp(6))))
                .list();
    }

    private static Instant instant(Timestamp at) {
        return Objects.requireNonNull(at).toInstant();
    }

    /** What one of these records' pictures shows, as JPEG. */
    public Optional<byte[]> open(Collection<SourceRecord> records, UUID id) {
        return sql.sql(
                        """
                        SELECT s.seed, p.content
                          FROM facts.photograph p JOIN facts.record_seed s ON s.record_key = p.record_key
                         WHERE p.photograph_id = :id AND p.record_key = ANY (:records::uuid[])
                        """)
                .param("id", id)
                .param("records", SqlArrays.keys(records.stream().map(RecordKey::of).toList()))
                .query((row, _) ->
                        seal.open(
                                seal.key(Objects.requireNonNull(row.getBytes(1))),
                                Objects.requireNonNull(row.getBytes(2))))
                .optional();
    }

    /**
     * What names a picture of what an entry about a record tells: the same for the same picture.
     */
    public static UUID id(SourceRecord of, Fact entry, Photograph photograph) {
        return id(RecordKey.of(of), entry.position(), photograph.jpeg());
    }

    private static UUID id(UUID record, long position, byte[] jpeg) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(record.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(jpeg));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
