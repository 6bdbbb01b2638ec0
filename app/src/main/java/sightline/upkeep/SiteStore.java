package sightline.upkeep;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.screening.Recipient;
import sightline.core.upkeep.SiteChange;
import sightline.core.upkeep.SiteDuty;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keeps site duties as they stand and what happened to them, within the watch's transaction. */
final class SiteStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    SiteStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Waits until nobody else works them out; when the pipeline last finished a batch. */
    Instant lock(Instant now) {
        return sql.sql("UPDATE upkeep.watch SET looked_at = :now RETURNING last_batch")
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** Puts what is owed in the place of what was, and adds what happened. */
    void save(List<SiteDuty> owed, List<SiteChange> changes, Instant now) {
        sql.sql("DELETE FROM upkeep.duty WHERE NOT key = ANY (:keys::text[])")
                .param("keys", SqlArrays.texts(owed.stream().map(SiteDuty::key).toList()))
                .update();
        sql.sql(
                        """
                        INSERT INTO upkeep.duty AS d (
                          key, kind, source, words, starts_at, due_at, owed_by, told, level, next_at, next_to, opened_at)
                        SELECT r.*, :now::timestamptz FROM jsonb_to_recordset(:rows::jsonb) AS r (
                          key text, kind text, source text, words text, starts_at timestamptz, due_at timestamptz,
                          owed_by text[], told text[], level integer, next_at timestamptz, next_to text[])
                        ON CONFLICT (key) DO UPDATE
                          SET words = excluded.words, starts_at = excluded.starts_at, due_at = excluded.due_at,
                              owed_by = excluded.owed_by, told = excluded.told, level = excluded.level,
                              next_at = excluded.next_at, next_to = excluded.next_to
                        """)
                .param("now", Timestamp.from(now))
                .param("rows", JSON.writeValueAsString(owed.stream().map(SiteStore::row).toList()))
                .update();
        sql.sql(
                        """
                        INSERT INTO upkeep.change (key, what, level, at, recipients, words)
                        SELECT r.* FROM jsonb_to_recordset(:rows::jsonb) AS r (
                          key text, what text, level integer, at timestamptz, recipients text[], words text)
                        """)
                .param(
                        "rows",
                        JSON.writeValueAsString(changes.stream().map(SiteStore::row).toList()))
                .update();
    }

    private static Map<String, Object> row(SiteDuty duty) {
        var row = new java.util.HashMap<String, Object>();
        row.put("key", duty.key());
        row.put("kind", duty.kind().slug());
        duty.source().ifPresent(source -> row.put("source", source.value()));
        row.put("words", duty.words());
        row.put("starts_at", duty.starts().toString());
        row.put("due_at", duty.due().toString());
        row.put("owed_by", texts(duty.owedBy()));
        row.put("told", texts(duty.told()));
        row.put("level", duty.level());
        row.put("next_at", duty.next().at().toString());
        row.put("next_to", texts(duty.next().to()));
        return row;
    }

    private static Map<String, Object> row(SiteChange change) {
        return Map.of(
                "key", change.duty(),
                "what", change.what().slug(),
                "level", change.level(),
                "at", change.at().toString(),
                "recipients", texts(change.to()),
                "words", change.words());
    }

    private static List<String> texts(Collection<Recipient> recipients) {
        return recipients.stream().map(Recipient::text).sorted().toList();
    }
}
