package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import tools.jackson.databind.node.ArrayNode;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The way back from the keys of records to the records, of which the newest used are remembered.
 */
final class RecordNames {
    private final JdbcClient sql;
    private final Remembered remembered;

    RecordNames(JdbcClient sql, Remembered remembered) {
        this.sql = sql;
        this.remembered = remembered;
    }

    /**
     * What is remembered across transactions. A key means its record for ever, so this cannot be
     * wrong, whatever is rolled back.
     */
    static final class Remembered {
        private static final int MOST = 100_000;

        private final Map<UUID, SourceRecord> records =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<UUID, SourceRecord> eldest) {
                        return size() > MOST;
                    }
                };

        synchronized void add(Map<UUID, SourceRecord> known) {
            records.putAll(known);
        }

        synchronized Map<UUID, SourceRecord> among(Collection<UUID> keys) {
            Map<UUID, SourceRecord> found = new HashMap<>();
            for (UUID key : keys) {
                SourceRecord record = records.get(key);
                if (record != null) {
                    found.put(key, record);
                }
            }
            return found;
        }
    }

    /** Writes down these records, so that their keys lead back to them. */
    void register(Collection<SourceRecord> records) {
        ArrayNode rows = Keys.rows();
        Map<UUID, SourceRecord> byKey = new HashMap<>();
        records.forEach(record -> byKey.put(RecordKey.of(record), record));
        byKey.forEach((key, record) ->
                rows.addObject()
                        .put("k", key.toString())
                        .put("a", record.agency().value())
                        .put("l", record.localId()));
        sql.sql(
                        """
                        INSERT INTO identity.record (record_key, agency, local_id)
                        SELECT r.k, r.a, r.l FROM jsonb_to_recordset(:rows::jsonb) AS r(k uuid, a text, l text)
                        ON CONFLICT DO NOTHING
                        """)
                .param("rows", rows.toString())
                .update();
        remembered.add(byKey);
    }

    /** The records of these keys; keys never written down are left out. */
    Map<UUID, SourceRecord> of(Collection<UUID> keys) {
        Map<UUID, SourceRecord> found = remembered.among(keys);
        Set<UUID> unknown = new HashSet<>(keys);
        unknown.removeAll(found.keySet());
        if (unknown.isEmpty()) {
            return found;
        }
        Map<UUID, SourceRecord> read = new HashMap<>();
        sql.sql(
                        """
                        SELECT record_key, agency, local_id FROM identity.record
                         WHERE record_key = ANY (:keys::uuid[])
                        """)
                .param("keys", Keys.array(unknown))
                .query((ResultSet row) -> {
                    read.put(
                            row.getObject(1, UUID.class),
                            new SourceRecord(new AgencyId(row.getString(2)), row.getString(3)));
                });
        remembered.add(read);
        found.putAll(read);
        return found;
    }
}
