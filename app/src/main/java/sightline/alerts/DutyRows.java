package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.duties.Duty;
import sightline.core.kernel.PersonId;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Duties as they are kept. Most of somebody's are over and stay as they are, so that only those are
 * written that differ; which do is found here by a hash of each, and not in the database.
 */
final class DutyRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    DutyRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** What names a duty. */
    private record Key(String subject, String key) {}

    /**
     * One duty.
     *
     * @param text everything that is kept of it
     * @param digest a hash of that
     */
    record Row(String subject, String key, ObjectNode columns, String text, String digest) {
        static Row of(Duty duty) {
            ObjectNode columns = DutyRows.columns(duty);
            String text = columns.toString();
            return new Row(
                    duty.subject().value(), duty.key(), columns, text, DerivedDigest.of(text));
        }

        private Key name() {
            return new Key(subject, key);
        }
    }

    private static ObjectNode columns(Duty duty) {
        ObjectNode row = JSON.createObjectNode();
        row.put("s", duty.subject().value());
        row.put("k", duty.key());
        row.put("c", duty.clock().value());
        row.put("i", duty.title());
        row.put("a", duty.startedAt().toString());
        row.put("d", duty.due().toString());
        int rung = 0;
        switch (duty.state()) {
            case Duty.State.Running _ -> row.put("t", "running");
            case Duty.State.Overdue(int reached) -> {
                row.put("t", "overdue");
                rung = reached;
            }
            case Duty.State.Discharged(var _, var at, var _) ->
                    row.put("t", "discharged").put("e", at.toString());
            case Duty.State.Ended(var _, var at) -> row.put("t", "ended").put("e", at.toString());
        }
        ArrayNode owes = row.putArray("o");
        duty.owedBy().stream().map(r -> r.agency().value()).distinct().sorted().forEach(owes::add);
        row.put("g", rung);
        int reached = rung;
        duty.rungs().stream()
                .filter(t -> duty.state().open() && t.rung() > reached)
                .findFirst()
                .ifPresent(t -> row.put("n", t.at().toString()));
        row.set("j", Content.of(duty));
        return row;
    }

    /**
     * Puts all duties of these people in the place of those that are there.
     *
     * @param keeping those of whom no duty is taken back
     */
    void replace(Collection<PersonId> subjects, List<Row> all, Set<PersonId> keeping) {
        Map<Key, Row> wanted = new LinkedHashMap<>();
        all.forEach(row -> wanted.put(row.name(), row));
        ArrayNode gone = JSON.createArrayNode();
        held(subjects)
                .forEach((key, digest) -> {
                    Row now = wanted.get(key);
                    if (now == null) {
                        if (keeping.contains(new PersonId(key.subject()))) {
                            return;
                        }
                        gone.addObject().put("s", key.subject()).put("k", key.key());
                    } else if (now.digest().equals(digest)) {
                        wanted.remove(key);
                    }
                });
        remove(gone);
        write(wanted.values());
    }

    private Map<Key, String> held(Collection<PersonId> subjects) {
        Map<Key, String> held = new LinkedHashMap<>();
        sql.sql("SELECT subject, key, digest FROM alerts.duty WHERE subject = ANY (:s::text[])")
                .param("s", SqlArrays.people(subjects))
                .query(row -> {
                    held.put(
                            new Key(
                                    Objects.requireNonNull(row.getString(1)),
                                    Objects.requireNonNull(row.getString(2))),
                            Objects.requireNonNull(row.getString(3)));
                });
        return held;
    }

    private void remove(ArrayNode gone) {
        if (gone.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        DELETE FROM alerts.duty d
                         USING jsonb_to_recordset(:rows::jsonb) AS r(s text, k text)
                         WHERE d.subject = r.s AND d.key = r.k
                        """)
                .param("rows", gone.toString())
                .update();
    }

    private void write(Collection<Row> changed) {
        if (changed.isEmpty()) {
            return;
        }
        ArrayNode rows = JSON.createArrayNode();
        changed.forEach(row -> rows.add(row.columns().put("h", row.digest())));
        sql.sql(
                        """
                        INSERT INTO alerts.duty (subject, key, clock, title, started_at, due_at, state, rung,
                          next_at, content, digest, owed_by, closed_at)
                        SELECT r.s, r.k, r.c, r.i, r.a, r.d, r.t, r.g, r.n, r.j, r.h, r.o, r.e
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(s text, k text, c text, i text,
                            a timestamptz, d timestamptz, t text, g int, n timestamptz, j jsonb, h text,
                            o text[], e timestamptz)
                        ON CONFLICT (subject, key) DO UPDATE SET started_at = excluded.started_at,
                          due_at = excluded.due_at, state = excluded.state, rung = excluded.rung,
                          next_at = excluded.next_at, title = excluded.title, content = excluded.content,
                          digest = excluded.digest, owed_by = excluded.owed_by,
                          closed_at = excluded.closed_at
                        """)
                .param("rows", rows.toString())
                .update();
    }
}
