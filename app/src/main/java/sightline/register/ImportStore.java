package sightline.register;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Files, their pieces and what is set aside of them, in the transaction whose context is open. */
final class ImportStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    ImportStore(JdbcClient sql) {
        this.sql = sql;
    }

    void begin(String id, String fileName, Instant at) {
        sql.sql(
                        """
                        INSERT INTO register.import (import_id, agency, state, file_name, bytes, charset, uploaded_by, uploaded_at)
                        VALUES (:id, access.agency(), 'uploaded', :name, 0, '', access.actor(), :at)
                        """)
                .param("id", id)
                .param("name", fileName)
                .param("at", Timestamp.from(at))
                .update();
    }

    void piece(String id, int piece, byte[] sealed) {
        sql.sql(
                        """
                        INSERT INTO register.import_piece (import_id, agency, piece, sealed)
                        VALUES (:id, access.agency(), :piece, :sealed)
                        """)
                .param("id", id)
                .param("piece", piece)
                .param("sealed", sealed)
                .update();
    }

    void whole(String id, long bytes, String charset) {
        sql.sql(
                        "UPDATE register.import SET bytes = :bytes, charset = :charset WHERE import_id = :id")
                .param("id", id)
                .param("bytes", bytes)
                .param("charset", charset)
                .update();
    }

    Optional<byte[]> piece(String id, int piece) {
        return sql.sql(
                        "SELECT sealed FROM register.import_piece WHERE import_id = :id AND piece = :piece")
                .param("id", id)
                .param("piece", piece)
                .query((row, _) -> Objects.requireNonNull(row.getBytes(1)))
                .optional();
    }

    Optional<ImportFile> find(String id) {
        return sql.sql("SELECT * FROM register.import WHERE import_id = :id")
                .param("id", id)
                .query((row, _) -> file(row))
                .optional();
    }

    List<ImportFile> newest(int most) {
        return sql.sql(
                        "SELECT * FROM register.import ORDER BY uploaded_at DESC, import_id LIMIT :most")
                .param("most", most)
                .query((row, _) -> file(row))
                .list();
    }

    /** Takes the oldest file on which somebody should work and nobody does; one of an agency. */
    Optional<ImportFile> claim(String claim, Instant now, Instant until) {
        return sql.sql(
                        """
                        UPDATE register.import SET claim = :claim, claimed_until = :until
                         WHERE import_id = (
                           SELECT i.import_id FROM register.import i
                            WHERE i.state IN ('uploaded', 'going-in')
                              AND (i.claim = :claim OR i.claimed_until IS NULL OR i.claimed_until < :now)
                              AND NOT EXISTS (
                                SELECT FROM register.import o
                                 WHERE o.agency = i.agency AND o.import_id <> i.import_id
                                   AND o.state IN ('uploaded', 'going-in')
                                   AND (o.uploaded_at, o.import_id) < (i.uploaded_at, i.import_id))
                            ORDER BY i.claim = :claim DESC NULLS LAST, i.uploaded_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("claim", claim)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query((row, _) -> file(row))
                .optional();
    }

    /** Holds on to a file for longer; false where somebody else has it, or it was discarded. */
    boolean hold(String id, String claim, Instant until) {
        return sql.sql(
                                """
                                UPDATE register.import SET claimed_until = :until
                                 WHERE import_id = :id AND claim = :claim AND state IN ('uploaded', 'going-in')
                                """)
                        .param("id", id)
                        .param("claim", claim)
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    void uncheck(String id) {
        sql.sql("DELETE FROM register.import_aside WHERE import_id = :id").param("id", id).update();
        sql.sql(
                        "UPDATE register.import SET rows = 0, ready = 0, known = 0, aside = 0 WHERE import_id = :id")
                .param("id", id)
                .update();
    }

    void counted(String id, int rows, int ready, int known, int aside) {
        sql.sql(
                        """
                        UPDATE register.import SET rows = :rows, ready = :ready, known = :known, aside = :aside
                         WHERE import_id = :id
                        """)
                .param("id", id)
                .param("rows", rows)
                .param("ready", ready)
                .param("known", known)
                .param("aside", aside)
                .update();
    }

    void aside(String id, AgencyId agency, Map<Integer, List<RowProblem>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Map<String, Object>> all =
                rows.entrySet().stream()
                        .map(e -> Map.<String, Object>of("n", e.getKey(), "p", e.getValue()))
                        .toList();
        sql.sql(
                        """
                        INSERT INTO register.import_aside (import_id, agency, row_number, problems)
                        SELECT :id, :agency, r.n, r.p FROM jsonb_to_recordset(:rows::jsonb) AS r (n integer, p jsonb)
                        ON CONFLICT (import_id, row_number) DO UPDATE SET problems = excluded.problems
                        """)
                .param("id", id)
                .param("agency", agency.value())
                .param("rows", JSON.writeValueAsString(all))
                .update();
    }

    /** Rows set aside after one, by their numbers. */
    NavigableMap<Integer, List<RowProblem>> aside(String id, int after, int most) {
        TreeMap<Integer, List<RowProblem>> found = new TreeMap<>();
        sql.sql(
                        """
                        SELECT row_number, problems FROM register.import_aside
                         WHERE import_id = :id AND row_number > :after ORDER BY row_number LIMIT :most
                        """)
                .param("id", id)
                .param("after", after)
                .param("most", most)
                .query((ResultSet row) -> {
                    List<RowProblem> problems =
                            JSON.readValue(row.getString(2), new TypeReference<>() {});
                    found.put(row.getInt(1), problems);
                });
        return found;
    }

    /** What is in of these rows: what each said when it went in, by its key. */
    Map<String, String> imported(AgencyId agency, Collection<String> keys) {
        Map<String, String> found = new HashMap<>();
        sql.sql(
                        """
                        SELECT row_key, content FROM register.imported
                         WHERE agency = :agency AND row_key = ANY (:keys::text[])
                        """)
                .param("agency", agency.value())
                .param("keys", sightline.database.SqlArrays.texts(keys))
                .query((ResultSet row) -> {
                    found.put(row.getString(1), row.getString(2));
                });
        return found;
    }

    /** Under which local id of an agency those went in whom these names name, since a moment. */
    Map<String, String> named(AgencyId agency, Collection<String> names, Instant since) {
        Map<String, String> found = new HashMap<>();
        sql.sql(
                        """
                        SELECT d.row_key, d.content FROM register.imported d
                          JOIN register.import i ON i.import_id = d.import_id
                         WHERE d.agency = :agency AND d.row_key = ANY (:names::text[]) AND coalesce(d.named_at, i.confirmed_at) >= :since
                        """)
                .param("agency", agency.value())
                .param("names", sightline.database.SqlArrays.texts(names))
                .param("since", Timestamp.from(since))
                .query((ResultSet row) -> {
                    found.put(row.getString(1), row.getString(2));
                });
        return found;
    }

    /** Whom rows name that went in, the newest local id: {@link #named} finds it. */
    void naming(String id, AgencyId agency, Map<String, String> names, Instant at) {
        sql.sql(
                        """
                        INSERT INTO register.imported (agency, row_key, content, import_id, named_at)
                        SELECT :agency, r.key, r.value, :id, :at FROM jsonb_each_text(:names::jsonb) AS r
                        ON CONFLICT (agency, row_key) DO UPDATE
                          SET content = excluded.content, import_id = excluded.import_id, named_at = excluded.named_at
                        """)
                .param("at", Timestamp.from(at))
                .param("agency", agency.value())
                .param("id", id)
                .param("names", JSON.writeValueAsString(names))
                .update();
    }

    void imported(String id, AgencyId agency, Map<String, String> rows) {
        sql.sql(
                        """
                        INSERT INTO register.imported (agency, row_key, content, import_id)
                        SELECT :agency, r.key, r.value, :id FROM jsonb_each_text(:rows::jsonb) AS r
                        ON CONFLICT (agency, row_key) DO NOTHING
                        """)
                .param("agency", agency.value())
                .param("id", id)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    void state(String id, ImportState state) {
        sql.sql("UPDATE register.import SET state = :state WHERE import_id = :id")
                .param("id", id)
                .param("state", state.slug())
                .update();
    }

    void checked(String id, List<Integer> firstReady, Instant at) {
        sql.sql(
                        """
                        UPDATE register.import SET state = 'checked', checked_at = :at, first_ready = :ready
                         WHERE import_id = :id
                        """)
                .param("ready", firstReady.toArray(Integer[]::new))
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    void unreadable(String id, String why, Instant at) {
        uncheck(id);
        sql.sql(
                        """
                        UPDATE register.import SET state = 'unreadable', unreadable = :why, ended_at = :at
                         WHERE import_id = :id
                        """)
                .param("id", id)
                .param("why", why)
                .param("at", Timestamp.from(at))
                .update();
        forget(id);
    }

    boolean confirm(String id, Instant at) {
        return sql.sql(
                                """
                                UPDATE register.import SET state = 'going-in', confirmed_by = access.actor(), confirmed_at = :at
                                 WHERE import_id = :id AND state = 'checked' AND ready > 0
                                """)
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean discard(String id, Instant at) {
        boolean done =
                sql.sql(
                                        """
                                        UPDATE register.import SET state = 'discarded', ended_at = coalesce(ended_at, :at)
                                         WHERE import_id = :id AND state IN ('checked', 'in', 'unreadable')
                                        """)
                                .param("id", id)
                                .param("at", Timestamp.from(at))
                                .update()
                        == 1;
        if (done) {
            forget(id);
            sql.sql("DELETE FROM register.import_aside WHERE import_id = :id")
                    .param("id", id)
                    .update();
        }
        return done;
    }

    /** A part of it was sent. */
    void went(
            String id,
            int done,
            int rows,
            int messages,
            @Nullable Long first,
            @Nullable Long last) {
        sql.sql(
                        """
                        UPDATE register.import SET done = :done, gone_in = gone_in + :rows, messages = messages + :messages,
                          first_receipt = least(first_receipt, :first::bigint),
                          last_receipt = greatest(last_receipt, :last::bigint)
                         WHERE import_id = :id
                        """)
                .param("id", id)
                .param("done", done)
                .param("rows", rows)
                .param("messages", messages)
                .param("first", first)
                .param("last", last)
                .update();
    }

    void in(String id, Instant at) {
        sql.sql("UPDATE register.import SET state = 'in', ended_at = :at WHERE import_id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
        sql.sql(
                        """
                        DELETE FROM register.import_piece p USING register.import i
                         WHERE i.import_id = :id AND p.import_id = i.import_id AND i.aside = 0
                        """)
                .param("id", id)
                .update();
    }

    private void forget(String id) {
        sql.sql("DELETE FROM register.import_piece WHERE import_id = :id").param("id", id).update();
    }

    /**
     * Forgets what names people who went in before a moment; that their rows are in stays known.
     */
    int forgetNames(Instant before) {
        return sql.sql("DELETE FROM register.imported WHERE named_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    /** Throws away files that nobody has touched for so long; what went in stays in. */
    void forgetBefore(Instant day) {
        sql.sql(
                        """
                        WITH old AS (
                          UPDATE register.import SET state = 'discarded', ended_at = coalesce(ended_at, :day)
                           WHERE uploaded_at < :day AND state IN ('checked', 'in') RETURNING import_id),
                        pieces AS (DELETE FROM register.import_piece p USING old WHERE p.import_id = old.import_id)
                        DELETE FROM register.import_aside a USING old WHERE a.import_id = old.import_id
                        """)
                .param("day", Timestamp.from(day))
                .update();
    }

    /** Every file of which anything is kept, oldest first. */
    List<ImportFile> kept() {
        return sql.sql(
                        """
                        SELECT * FROM register.import i
                         WHERE EXISTS (SELECT FROM register.import_piece p WHERE p.import_id = i.import_id)
                         ORDER BY uploaded_at, import_id
                        """)
                .query((row, _) -> file(row))
                .list();
    }

    /**
     * Puts other pieces in the place of a file's: whoever works on it begins anew, and one that
     * waits for a keeper is checked again.
     */
    void anew(ImportFile file, List<byte[]> pieces, long bytes, String charset) {
        forget(file.id());
        for (int i = 0; i < pieces.size(); i++) {
            sql.sql(
                            """
                            INSERT INTO register.import_piece (import_id, agency, piece, sealed)
                            VALUES (:id, :agency, :piece, :sealed)
                            """)
                    .param("id", file.id())
                    .param("agency", file.agency().value())
                    .param("piece", i)
                    .param("sealed", pieces.get(i))
                    .update();
        }
        sql.sql(
                        """
                        UPDATE register.import SET bytes = :bytes, charset = :charset, edition = edition + 1,
                          claim = NULL, claimed_until = NULL,
                          state = CASE state WHEN 'checked' THEN 'uploaded' ELSE state END
                         WHERE import_id = :id
                        """)
                .param("bytes", bytes)
                .param("charset", charset)
                .param("id", file.id())
                .update();
    }

    /** Counts anew what is to go in and what is set aside, once rows were set aside late. */
    void recount(String id, int late) {
        sql.sql(
                        """
                        UPDATE register.import SET ready = greatest(0, ready - :late),
                          aside = (SELECT count(*) FROM register.import_aside a WHERE a.import_id = :id)
                         WHERE import_id = :id
                        """)
                .param("late", late)
                .param("id", id)
                .update();
    }

    private static ImportFile file(ResultSet row) throws SQLException {
        return new ImportFile(
                text(row, "import_id"),
                new AgencyId(text(row, "agency")),
                ImportState.of(text(row, "state")),
                text(row, "file_name"),
                row.getLong("bytes"),
                text(row, "charset"),
                text(row, "uploaded_by"),
                Objects.requireNonNull(row.getTimestamp("uploaded_at")).toInstant(),
                at(row, "checked_at"),
                Optional.ofNullable(row.getString("confirmed_by")),
                at(row, "confirmed_at"),
                at(row, "ended_at"),
                row.getInt("rows"),
                row.getInt("ready"),
                row.getInt("known"),
                row.getInt("aside"),
                Arrays.asList(
                        (Integer[]) Objects.requireNonNull(row.getArray("first_ready")).getArray()),
                row.getInt("done"),
                row.getInt("gone_in"),
                row.getInt("messages"),
                Optional.ofNullable(row.getObject("first_receipt", Long.class)),
                Optional.ofNullable(row.getObject("last_receipt", Long.class)),
                row.getInt("edition"),
                Optional.ofNullable(row.getString("unreadable")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
