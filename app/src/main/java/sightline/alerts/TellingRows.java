package sightline.alerts;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.PersonId;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads who was told, as far as whoever looks may know, and notes what they do about it. */
final class TellingRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 500;
    private static final String COLUMNS =
            """
            SELECT t.telling_id, t.recipient, t.subject, t.reference, t.manner, t.findings::text AS findings,
                   t.told_at, o.at AS opened_at, o.by_whom AS opened_by, a.at AS acknowledged_at,
                   a.by_whom AS acknowledged_by
              FROM alerts.telling t
              LEFT JOIN alerts.seen o ON o.telling_id = t.telling_id AND o.step = 'opened'
              LEFT JOIN alerts.seen a ON a.telling_id = t.telling_id AND a.step = 'acknowledged'
            """;

    private final JdbcClient sql;

    TellingRows(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Everything told about these people, in the order of telling. All of it: who may see an alert
     * is read from it, and one that is left out would not be there.
     */
    List<TellingRow> about(Collection<PersonId> subjects) {
        return sql.sql(
                        COLUMNS
                                + """
                                 WHERE t.subject = ANY (:s::text[])
                                 ORDER BY t.told_at, t.recipient, t.telling_id
                                """)
                .param("s", SqlArrays.people(subjects))
                .query((row, _) -> telling(row))
                .list();
    }

    /** What the reader was told in place of somebody else, of alerts that nobody answered. */
    List<TellingRow> inPlace() {
        return sql.sql(
                        COLUMNS
                                + """
                                  JOIN alerts.alert x ON x.subject = t.subject AND x.reference = t.reference
                                 WHERE t.recipient = ANY (access.addresses()) AND t.manner = 'in-place'
                                   AND x.state = 'open'
                                 ORDER BY t.told_at, t.telling_id LIMIT :most
                                """)
                .param("most", MOST)
                .query((row, _) -> telling(row))
                .list();
    }

    /** What was sent because these people were told about, by each way, and each try of it. */
    List<SendingRow> sendings(Collection<PersonId> subjects) {
        return sql.sql(
                        """
                        SELECT d.telling_id, d.channel, d.state, d.next_at,
                               coalesce(json_agg(json_build_object('at', extract(epoch FROM a.at), 'outcome', a.outcome)
                                 ORDER BY a.number) FILTER (WHERE a.number IS NOT NULL), '[]')::text AS attempts
                          FROM alerts.telling t JOIN alerts.delivery d ON d.telling_id = t.telling_id
                          LEFT JOIN alerts.attempt a ON a.delivery_id = d.delivery_id
                         WHERE t.subject = ANY (:s::text[])
                         GROUP BY d.delivery_id ORDER BY d.telling_id, d.channel LIMIT :most
                        """)
                .param("s", SqlArrays.people(subjects))
                .param("most", MOST)
                .query((row, _) -> sending(row))
                .list();
    }

    private static SendingRow sending(ResultSet row) throws SQLException {
        List<SendingRow.Attempt> attempts =
                JSON.readTree(text(row.getString("attempts")))
                        .valueStream()
                        .map(a ->
                                new SendingRow.Attempt(
                                        Instant.ofEpochSecond(a.path("at").asLong()),
                                        a.path("outcome").asString()))
                        .toList();
        return new SendingRow(
                Objects.requireNonNull(row.getObject("telling_id", UUID.class)),
                text(row.getString("channel")),
                text(row.getString("state")),
                instant(Objects.requireNonNull(row.getTimestamp("next_at"))),
                attempts);
    }

    /** Notes a step of the reader's on all that was put before them of an alert. */
    void step(PersonId subject, String reference, String step, String by) {
        sql.sql(
                        """
                        INSERT INTO alerts.seen (telling_id, step, way, by_whom)
                        SELECT t.telling_id, :step, 'work-list', :by FROM alerts.telling t
                         WHERE t.subject = :s AND t.reference = :r AND t.recipient = ANY (access.addresses())
                        ON CONFLICT DO NOTHING
                        """)
                .param("step", step)
                .param("by", by)
                .param("s", subject.value())
                .param("r", reference)
                .update();
    }

    private static TellingRow telling(ResultSet row) throws SQLException {
        return new TellingRow(
                row.getObject("telling_id", UUID.class),
                text(row.getString("recipient")),
                new PersonId(text(row.getString("subject"))),
                text(row.getString("reference")),
                text(row.getString("manner")),
                items(text(row.getString("findings"))),
                Objects.requireNonNull(row.getTimestamp("told_at")).toInstant(),
                step(row.getTimestamp("opened_at"), row.getString("opened_by")),
                step(row.getTimestamp("acknowledged_at"), row.getString("acknowledged_by")));
    }

    private static Set<String> items(String json) {
        Set<String> items = new HashSet<>();
        JSON.readTree(json).forEach(i -> items.add(i.stringValue()));
        return items;
    }

    private static Optional<TellingRow.Step> step(@Nullable Timestamp at, @Nullable String by) {
        return at == null
                ? Optional.empty()
                : Optional.of(new TellingRow.Step(instant(at), text(by)));
    }

    private static Instant instant(Timestamp at) {
        return at.toInstant();
    }

    private static String text(@Nullable String column) {
        return Objects.requireNonNull(column);
    }
}
