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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads alerts and duties as they were last derived, as far as whoever looks may see them. */
final class DerivedRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 500;
    private static final int TWINS_MOST = 12;
    private static final String OWED =
            """
            d.state IN ('running', 'overdue') AND d.started_by = ANY ((SELECT access.agencies())::text[])
              AND NOT EXISTS (SELECT FROM jsonb_array_elements_text(d.content -> 'owedBy') o
                               WHERE split_part(o, '/', 1) = ANY ((SELECT access.agencies())::text[]))
            """;

    private final JdbcClient sql;

    DerivedRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** What the reader was told of and what they owe: ids only, the most urgent first. */
    List<ToldRow> addressed() {
        return sql.sql(
                        """
                        SELECT t.* FROM alerts.told t
                          LEFT JOIN alerts.duty d ON d.subject = t.subject AND d.key = t.reference
                          LEFT JOIN alerts.alert a ON a.subject = t.subject AND a.reference = t.reference
                         WHERE t.recipient = ANY (access.addresses())
                           AND (d.state IN ('running', 'overdue') OR d.content ->> 'review' = 'true' OR a.state = 'open')
                         ORDER BY coalesce(d.due_at, t.since), t.reference LIMIT :most
                        """)
                .param("most", MOST)
                .query((row, _) -> told(row))
                .list();
    }

    /** The people about whom the reader was told something, the newest change first. */
    List<PersonId> subjects() {
        return sql.sql(
                        """
                        SELECT t.subject FROM alerts.told t
                         WHERE t.recipient = ANY (access.addresses())
                         GROUP BY t.subject ORDER BY max(t.since) DESC, t.subject LIMIT :most
                        """)
                .param("most", MOST)
                .query((row, _) -> new PersonId(text(row.getString(1))))
                .list();
    }

    /** Of whom another agency owes something because of what the reader's agency sent. */
    List<PersonId> owing(int most) {
        return sql.sql(
                        """
                        SELECT d.subject FROM alerts.duty d WHERE %s
                         GROUP BY d.subject ORDER BY min(d.due_at), d.subject LIMIT :most
                        """
                                .formatted(OWED))
                .param("most", most)
                .query((row, _) -> new PersonId(text(row.getString(1))))
                .list();
    }

    /** What other agencies owe because of it, about these people, the most overdue first. */
    List<DutyRow> owed(Collection<PersonId> subjects) {
        return sql.sql(
                        """
                        SELECT d.*, %s AS hash FROM alerts.duty d
                         WHERE d.subject = ANY (:s::text[]) AND %s ORDER BY d.due_at, d.key LIMIT :most
                        """
                                .formatted(DutyRow.HASH, OWED))
                .param("s", SqlArrays.people(subjects))
                .param("most", WorkList.PAGE)
                .query((row, _) -> duty(row))
                .list();
    }

    /** What others have done of what they owed because of the same starts. */
    List<DutyRow> done(Collection<DutyRow> owed) {
        List<DutyRow> parts = owed.stream().filter(d -> !d.shared().equals(d.key())).toList();
        if (parts.isEmpty()) {
            return List.of();
        }
        return sql.sql(
                        """
                        SELECT d.*, %s AS hash FROM alerts.duty d
                         WHERE d.subject = ANY (:s::text[]) AND d.state = 'discharged'
                           AND regexp_replace(d.key, '(#[0-9]+)@[^@#]+$', '\\1') = ANY (:k::text[])
                         ORDER BY d.due_at, d.key LIMIT :most
                        """
                                .formatted(DutyRow.HASH))
                .param("s", SqlArrays.people(parts.stream().map(DutyRow::subject).toList()))
                .param("k", SqlArrays.texts(parts.stream().map(DutyRow::shared).toList()))
                .param("most", MOST)
                .query((row, _) -> duty(row))
                .list();
    }

    List<AlertRow> alerts(Collection<PersonId> subjects) {
        return sql.sql(
                        """
                        SELECT * FROM alerts.alert WHERE subject = ANY (:s::text[])
                         ORDER BY raised_at, reference
                        """)
                .param("s", SqlArrays.people(subjects))
                .query((row, _) -> alert(row))
                .list();
    }

    List<DutyRow> duties(Collection<PersonId> subjects) {
        return sql.sql(
                        """
                        SELECT *, %s AS hash FROM alerts.duty WHERE subject = ANY (:s::text[])
                         ORDER BY due_at, key
                        """
                                .formatted(DutyRow.HASH))
                .param("s", SqlArrays.people(subjects))
                .query((row, _) -> duty(row))
                .list();
    }

    /** What hangs on each of these people. */
    Map<PersonId, Hanging> hanging(Collection<PersonId> subjects) {
        Map<PersonId, Hanging> found = new HashMap<>();
        sql.sql(
                        """
                        SELECT subject, sum(alerts)::int, sum(duties)::int, min(due) FROM (
                          SELECT subject, 1 AS alerts, 0 AS duties, NULL::timestamptz AS due FROM alerts.alert
                           WHERE subject = ANY (:s::text[]) AND state = 'open'
                          UNION ALL
                          SELECT subject, 0, 1, due_at FROM alerts.duty
                           WHERE subject = ANY (:s::text[]) AND state IN ('running', 'overdue')) h
                         GROUP BY subject
                        """)
                .param("s", SqlArrays.people(subjects))
                .query(row -> {
                    found.put(
                            new PersonId(text(row.getString(1))),
                            new Hanging(
                                    row.getInt(2),
                                    row.getInt(3),
                                    Optional.ofNullable(row.getTimestamp(4))
                                            .map(Timestamp::toInstant)));
                });
        return found;
    }

    List<ToldRow> told(PersonId subject) {
        return sql.sql(
                        """
                        SELECT * FROM alerts.told WHERE subject = :s ORDER BY since, recipient, reference
                        """)
                .param("s", subject.value())
                .query((row, _) -> told(row))
                .list();
    }

    /** Whom an alert of that reference is about; several when twins were born. */
    List<PersonId> subjectsOfAlert(String reference) {
        return sql.sql("SELECT subject FROM alerts.alert WHERE reference = :r ORDER BY subject")
                .param("r", reference)
                .query((row, _) -> new PersonId(text(row.getString(1))))
                .list();
    }

    /**
     * Whom a duty of that address may be about, whoever the address names first; twins share a key.
     */
    List<PersonId> subjectsOfDuty(String address) {
        return sql.sql(
                        """
                        SELECT subject FROM (
                          SELECT subject, key FROM alerts.duty WHERE md5(key) = :k
                          UNION SELECT subject, key FROM alerts.lapsed_duty WHERE md5(key) = :k) d
                         ORDER BY %s <> :h, subject LIMIT :most
                        """
                                .formatted(DutyRow.HASH))
                .param("k", DutyRow.keyOf(address))
                .param("h", address)
                .param("most", TWINS_MOST)
                .query((row, _) -> new PersonId(text(row.getString(1))))
                .list();
    }

    /** The duty of that address that the reader owes; of twins, the one whom it names first. */
    Optional<DutyRow> owing(String address) {
        return sql.sql(
                        """
                        SELECT d.*, %1$s AS hash FROM alerts.duty d
                         WHERE md5(d.key) = :k AND EXISTS (
                           SELECT FROM alerts.told t
                            WHERE t.subject = d.subject AND t.reference = d.key AND t.what = 'duty'
                              AND t.recipient = ANY ((SELECT access.addresses())::text[]))
                         ORDER BY %1$s <> :h, d.subject LIMIT 1
                        """
                                .formatted(DutyRow.HASH))
                .param("k", DutyRow.keyOf(address))
                .param("h", address)
                .query((row, _) -> duty(row))
                .optional();
    }

    /** A duty that a message of the reader's agency started, by its address. */
    Optional<DutyRow> asked(String address) {
        return sql.sql(
                        """
                        SELECT d.*, %1$s AS hash FROM alerts.duty d
                         WHERE md5(d.key) = :k AND d.started_by = ANY ((SELECT access.agencies())::text[])
                           AND d.state IN ('running', 'overdue')
                         ORDER BY %1$s <> :h, d.subject LIMIT 1
                        """
                                .formatted(DutyRow.HASH))
                .param("k", DutyRow.keyOf(address))
                .param("h", address)
                .query((row, _) -> duty(row))
                .optional();
    }

    /** A named person opens what was addressed to them. */
    void open(PersonId subject, String reference, String by) {
        sql.sql(
                        """
                        UPDATE alerts.told SET opened_at = now(), opened_by = :by
                         WHERE subject = :s AND reference = :r AND opened_at IS NULL
                           AND recipient = ANY (access.addresses())
                        """)
                .param("by", by)
                .param("s", subject.value())
                .param("r", reference)
                .update();
    }

    /** They acknowledge it. */
    void acknowledge(PersonId subject, String reference) {
        sql.sql(
                        """
                        UPDATE alerts.told SET acknowledged_at = now()
                         WHERE subject = :s AND reference = :r AND acknowledged_at IS NULL
                           AND recipient = ANY (access.addresses())
                        """)
                .param("s", subject.value())
                .param("r", reference)
                .update();
    }

    private static ToldRow told(ResultSet row) throws SQLException {
        return new ToldRow(
                text(row.getString("recipient")),
                new PersonId(text(row.getString("subject"))),
                text(row.getString("reference")),
                text(row.getString("what")),
                moment(row, "since"),
                Optional.ofNullable(row.getTimestamp("opened_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("opened_by")),
                Optional.ofNullable(row.getTimestamp("acknowledged_at")).map(Timestamp::toInstant));
    }

    private static AlertRow alert(ResultSet row) throws SQLException {
        return new AlertRow(
                new PersonId(text(row.getString("subject"))),
                text(row.getString("reference")),
                text(row.getString("rule")),
                moment(row, "raised_at"),
                moment(row, "grew_at"),
                text(row.getString("state")),
                text(row.getString("certainty")),
                JSON.readTree(text(row.getString("content"))));
    }

    static DutyRow duty(ResultSet row) throws SQLException {
        return new DutyRow(
                new PersonId(text(row.getString("subject"))),
                text(row.getString("key")),
                text(row.getString("hash")),
                text(row.getString("clock")),
                text(row.getString("title")),
                moment(row, "started_at"),
                moment(row, "due_at"),
                text(row.getString("state")),
                row.getInt("rung"),
                Optional.ofNullable(row.getTimestamp("next_at")).map(Timestamp::toInstant),
                JSON.readTree(text(row.getString("content"))));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(column)).toInstant();
    }

    private static String text(@Nullable String column) {
        return Objects.requireNonNull(column);
    }
}
