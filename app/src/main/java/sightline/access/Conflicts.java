package sightline.access;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The register of conflicts of interest: declared by users, or found by the pipeline. */
public final class Conflicts {

    /**
     * Registers conflicts ({@code asJob(PIPELINE or ACCOUNTS, ..)}); the same one again changes
     * nothing.
     */
    public void register(JdbcClient sql, Collection<Conflict> conflicts) {
        if (conflicts.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO access.conflict (actor, record_key, kind, registered_by, starts_at, ends_at)
                        SELECT c.actor, c.record_key, c.kind, c.registered_by, c.starts_at, c.ends_at
                          FROM jsonb_to_recordset(:rows::jsonb) AS c (
                            actor text, record_key uuid, kind text, registered_by text,
                            starts_at timestamptz, ends_at timestamptz)
                        ON CONFLICT (actor, record_key, kind, starts_at) DO NOTHING
                        """)
                .param("rows", Rows.of(conflicts, Conflicts::row))
                .update();
    }

    /** Ends all conflicts between a user and a record. */
    public int end(JdbcClient sql, UserId user, SourceRecord record, Instant at) {
        return sql.sql(
                        """
                        UPDATE access.conflict SET ends_at = greatest(:at::timestamptz, starts_at)
                         WHERE actor = :actor AND record_key = :key AND (ends_at IS NULL OR ends_at > :at::timestamptz)
                        """)
                .param("at", at.toString())
                .param("actor", user.value())
                .param("key", RecordKey.of(record))
                .update();
    }

    private static Map<String, ?> row(Conflict conflict) {
        var row = new HashMap<String, Object>();
        row.put("actor", conflict.user().value());
        row.put("record_key", RecordKey.of(conflict.record()).toString());
        row.put("kind", conflict.kind().code());
        row.put("registered_by", conflict.registeredBy().value());
        row.put("starts_at", conflict.from().toString());
        conflict.until().ifPresent(end -> row.put("ends_at", end.toString()));
        return row;
    }
}
