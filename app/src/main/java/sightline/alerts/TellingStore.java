package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.alerts.ToldAlerts;
import sightline.core.facts.Codes;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody.AlertSeen;
import sightline.core.facts.SystemBody.AlertTold;
import sightline.core.facts.SystemBody.DeliveryChannel;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What was told of alerts, to whom, and what they did about it, within the pipeline's transaction.
 * A fixed number of statements a call.
 */
public final class TellingStore implements ToldAlerts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    public TellingStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void keep(Collection<Fact> facts, Map<SourceRecord, PersonId> subjects) {
        ArrayNode told = JSON.createArrayNode();
        ArrayNode seen = JSON.createArrayNode();
        for (Fact fact : facts) {
            SourceRecord record = fact.subject().orElseThrow();
            switch (fact.body()) {
                case AlertTold t -> told(told, fact, t, record, subjects.get(record));
                case AlertSeen s -> seen(seen, fact, s);
                default -> {}
            }
        }
        insertTold(told);
        insertSeen(seen);
    }

    private static void told(
            ArrayNode rows,
            Fact fact,
            AlertTold told,
            SourceRecord record,
            @org.jspecify.annotations.Nullable PersonId subject) {
        ObjectNode row = rows.addObject();
        row.put("i", fact.id().message().id().value());
        row.put("w", told.agency().value() + "/" + told.role());
        row.put("s", Objects.requireNonNull(subject).value());
        row.put("k", RecordKey.of(record).toString());
        row.put("f", told.alert());
        row.put("u", told.rule());
        row.put("m", Codes.kebab(told.manner()));
        row.put("a", fact.times().received().toString());
        ArrayNode items = row.putArray("j");
        told.findings().forEach(items::add);
    }

    private static void seen(ArrayNode rows, Fact fact, AlertSeen seen) {
        ObjectNode row = rows.addObject();
        row.put("i", fact.references().regarding().getFirst().id().value());
        row.put("p", Codes.kebab(seen.step()));
        row.put("y", Codes.kebab(seen.way()));
        row.put("b", seen.by());
        row.put("a", fact.times().received().toString());
    }

    private void insertTold(ArrayNode rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO alerts.telling (telling_id, recipient, subject, record_key, reference, rule,
                          manner, findings, told_at)
                        SELECT r.i, r.w, r.s, r.k, r.f, r.u, r.m, r.j, r.a
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(i uuid, w text, s text, k uuid, f text,
                            u text, m text, j jsonb, a timestamptz)
                        ON CONFLICT DO NOTHING
                        """)
                .param("rows", rows.toString())
                .update();
    }

    private void insertSeen(ArrayNode rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO alerts.seen (telling_id, step, way, by_whom, at, taken)
                        SELECT DISTINCT ON (r.i, r.p) r.i, r.p, r.y, r.b, r.a, true
                          FROM jsonb_to_recordset(:rows::jsonb)
                            AS r(i uuid, p text, y text, b text, a timestamptz)
                         ORDER BY r.i, r.p, r.a
                        ON CONFLICT DO NOTHING
                        """)
                .param("rows", rows.toString())
                .update();
    }

    @Override
    public List<Seen> take(int most) {
        return sql
                .sql(
                        """
                        WITH next AS (
                          SELECT telling_id, step FROM alerts.seen WHERE NOT taken ORDER BY at LIMIT :most
                             FOR UPDATE SKIP LOCKED)
                        UPDATE alerts.seen s SET taken = true FROM next
                         WHERE s.telling_id = next.telling_id AND s.step = next.step
                        RETURNING s.telling_id, s.step, s.way, s.by_whom, s.at
                        """)
                .param("most", most)
                .query((row, _) -> seen(row))
                .list()
                .stream()
                .sorted(
                        java.util.Comparator.comparing(Seen::at)
                                .thenComparing(Seen::step)
                                .thenComparing(Seen::telling))
                .toList();
    }

    /** Tellings, and duties that lapsed, go with the record under which they were recorded. */
    public void follow(Collection<PersonId> subjects) {
        sql.sql(
                        """
                        UPDATE alerts.lapsed_duty d SET subject = r.subject FROM alerts.subject_record r
                         WHERE r.subject = ANY (:s::text[]) AND r.record_key = d.record_key
                           AND d.subject <> r.subject AND NOT EXISTS (
                             SELECT FROM alerts.lapsed_duty o WHERE o.subject = r.subject AND o.key = d.key)
                        """)
                .param("s", SqlArrays.people(subjects))
                .update();
        sql.sql(
                        """
                        UPDATE alerts.telling t SET subject = r.subject FROM alerts.subject_record r
                         WHERE r.subject = ANY (:s::text[]) AND r.record_key = t.record_key
                           AND t.subject <> r.subject
                        """)
                .param("s", SqlArrays.people(subjects))
                .update();
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getObject(1, UUID.class),
                constant(AlertSeen.Step.values(), text(row.getString(2))),
                constant(DeliveryChannel.values(), text(row.getString(3))),
                text(row.getString(4)),
                Objects.requireNonNull(row.getTimestamp(5)).toInstant());
    }

    private static <E extends Enum<E>> E constant(E[] all, String slug) {
        return Arrays.stream(all)
                .filter(c -> Codes.kebab(c).equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static String text(@org.jspecify.annotations.Nullable String column) {
        return Objects.requireNonNull(column);
    }
}
