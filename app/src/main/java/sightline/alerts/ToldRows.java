package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.alerts.Alert;
import sightline.core.alerts.Derived;
import sightline.core.duties.Duty;
import sightline.core.kernel.PersonId;
import sightline.core.screening.Recipient;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The work lists: who is told of what, and who owes what. Only what differs from what is there is
 * written; which rows do is found here.
 */
final class ToldRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ALERT = "alert";

    private final JdbcClient sql;

    ToldRows(JdbcClient sql) {
        this.sql = sql;
    }

    private record Row(String recipient, String subject, String reference, String what) {}

    /** Puts what these people's lists name in the place of what they named. */
    void replace(Collection<Derived> all) {
        Map<Row, Instant> wanted = new LinkedHashMap<>();
        all.forEach(derived -> listed(derived, wanted));
        Set<String> keeping =
                all.stream()
                        .filter(d -> d.kept().isPresent())
                        .map(d -> d.subject().value())
                        .collect(Collectors.toSet());
        ArrayNode gone = JSON.createArrayNode();
        sql.sql(
                        """
                        SELECT recipient, subject, reference, what FROM alerts.told
                         WHERE subject = ANY (:s::text[])
                        """)
                .param("s", SqlArrays.people(all.stream().map(Derived::subject).toList()))
                .query((ResultSet row) -> {
                    Row held =
                            new Row(
                                    Objects.requireNonNull(row.getString(1)),
                                    Objects.requireNonNull(row.getString(2)),
                                    Objects.requireNonNull(row.getString(3)),
                                    Objects.requireNonNull(row.getString(4)));
                    // Whoever was told of an alert was told of it.
                    if (wanted.remove(held) == null
                            && !held.what().equals(ALERT)
                            && !keeping.contains(held.subject())) {
                        put(gone, held);
                    }
                });
        remove(gone);
        write(wanted);
    }

    private static void listed(Derived derived, Map<Row, Instant> rows) {
        PersonId subject = derived.subject();
        for (Alert alert : derived.alerts()) {
            alert.recipients()
                    .forEach(
                            r -> add(rows, subject, alert.reference(), ALERT, r, alert.raisedAt()));
        }
        for (Duty duty : derived.duties()) {
            if (duty.state().open() || duty.forReview()) {
                duty.owedBy()
                        .forEach(r -> add(rows, subject, duty.key(), "duty", r, duty.startedAt()));
                climbed(rows, duty);
            }
        }
    }

    private static void climbed(Map<Row, Instant> rows, Duty duty) {
        if (duty.state() instanceof Duty.State.Overdue(int rung)) {
            for (Duty.Told told : duty.rungs()) {
                if (told.rung() <= rung) {
                    told.to()
                            .forEach(r ->
                                    add(rows, duty.subject(), duty.key(), "rung", r, told.at()));
                }
            }
        }
    }

    private static void add(
            Map<Row, Instant> rows,
            PersonId subject,
            String reference,
            String what,
            Recipient recipient,
            Instant since) {
        rows.merge(
                new Row(recipient.text(), subject.value(), reference, what),
                since,
                (one, other) -> one.isBefore(other) ? one : other);
    }

    private static ObjectNode put(ArrayNode rows, Row row) {
        return rows.addObject()
                .put("w", row.recipient())
                .put("s", row.subject())
                .put("f", row.reference())
                .put("k", row.what());
    }

    private void remove(ArrayNode gone) {
        if (gone.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        DELETE FROM alerts.told t
                         USING jsonb_to_recordset(:rows::jsonb) AS r(w text, s text, f text, k text)
                         WHERE r.w = t.recipient AND r.s = t.subject AND r.f = t.reference AND r.k = t.what
                        """)
                .param("rows", gone.toString())
                .update();
    }

    private void write(Map<Row, Instant> added) {
        if (added.isEmpty()) {
            return;
        }
        ArrayNode rows = JSON.createArrayNode();
        added.forEach((row, since) -> put(rows, row).put("a", since.toString()));
        sql.sql(
                        """
                        INSERT INTO alerts.told (recipient, subject, reference, what, since)
                        SELECT r.w, r.s, r.f, r.k, r.a
                          FROM jsonb_to_recordset(:rows::jsonb)
                            AS r(w text, s text, f text, k text, a timestamptz)
                        ON CONFLICT DO NOTHING
                        """)
                .param("rows", rows.toString())
                .update();
    }
}
