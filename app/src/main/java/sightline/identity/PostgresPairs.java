package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

import sightline.core.identity.Decision;
import sightline.core.identity.Explanation;
import sightline.core.identity.PersonLink;
import sightline.core.identity.UndecidedPair;
import sightline.core.identity.UndecidedPair.Held;
import sightline.core.identity.Verdict;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import tools.jackson.databind.node.ArrayNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What is known of two records together: links, decisions and open questions. */
final class PostgresPairs {
    /** Each end by its own index: an OR of two arrays would read the table for each key. */
    private static String touching(String table) {
        return """
        %1$s WHERE (first, second) IN (
          SELECT first, second FROM %1$s WHERE first = ANY (:keys::uuid[])
          UNION SELECT first, second FROM %1$s WHERE second = ANY (:keys::uuid[]))
        """
                .formatted(table);
    }

    private final JdbcClient sql;
    private final RecordNames names;

    PostgresPairs(JdbcClient sql, RecordNames names) {
        this.sql = sql;
        this.names = names;
    }

    /** A pair as its rows have it, to be made when both keys have been read back. */
    private record Row<T>(UUID first, UUID second, T rest) {
        static <T> Row<T> of(ResultSet row, T rest) throws SQLException {
            return new Row<>(Keys.key(row, 1), Keys.key(row, 2), rest);
        }
    }

    private interface Maker<T, P> {
        P make(SourceRecord first, SourceRecord second, T rest);
    }

    private <T, P> List<P> made(List<Row<T>> rows, Maker<T, P> maker) {
        Set<UUID> keys = new HashSet<>();
        for (Row<T> row : rows) {
            keys.add(row.first());
            keys.add(row.second());
        }
        Map<UUID, SourceRecord> records = names.of(keys);
        List<P> pairs = new ArrayList<>(rows.size());
        for (Row<T> row : rows) {
            pairs.add(
                    maker.make(
                            Objects.requireNonNull(records.get(row.first())),
                            Objects.requireNonNull(records.get(row.second())),
                            row.rest()));
        }
        return pairs;
    }

    private void delete(String table, Set<SourceRecord> records) {
        if (!records.isEmpty()) {
            sql.sql("DELETE FROM " + touching(table)).param("keys", Keys.of(records)).update();
        }
    }

    Set<PersonLink> links(Set<SourceRecord> records) {
        if (records.isEmpty()) {
            return Set.of();
        }
        Map<Pair, Explanation> found = new HashMap<>();
        sql.sql(
                        """
                        SELECT first, second, explanation FROM identity.link WHERE first = ANY (:keys::uuid[])
                        UNION ALL
                        SELECT first, second, explanation FROM identity.link WHERE second = ANY (:keys::uuid[])
                        """)
                .param("keys", Keys.of(records))
                .query((ResultSet row) -> {
                    // Found by either end: read once.
                    Pair pair = new Pair(Keys.key(row, 1), Keys.key(row, 2));
                    if (!found.containsKey(pair)) {
                        found.put(pair, why(row, 3));
                    }
                });
        List<Row<Explanation>> rows = new ArrayList<>(found.size());
        found.forEach((pair, why) -> rows.add(new Row<>(pair.first(), pair.second(), why)));
        return Set.copyOf(made(rows, PersonLink::new));
    }

    private record Pair(UUID first, UUID second) {}

    private static Explanation why(ResultSet row, int column) throws SQLException {
        return SealedJson.plain(Explanation.class, row.getString(column));
    }

    void replaceLinks(Set<SourceRecord> records, Collection<PersonLink> links) {
        delete("identity.link", records);
        insert(links);
    }

    /** Takes some links away and puts others there. */
    void changeLinks(Collection<PersonLink> gone, Collection<PersonLink> added) {
        if (!gone.isEmpty()) {
            sql.sql(
                            """
                            DELETE FROM identity.link l
                             USING unnest(:first::uuid[], :second::uuid[]) AS r(f, s)
                             WHERE l.first = r.f AND l.second = r.s
                            """)
                    .param("first", ends(gone, PersonLink::first))
                    .param("second", ends(gone, PersonLink::second))
                    .update();
        }
        insert(added);
    }

    private static SqlArrayValue ends(
            Collection<PersonLink> links, Function<PersonLink, SourceRecord> end) {
        return new SqlArrayValue("uuid", links.stream().map(end).map(RecordKey::of).toArray());
    }

    private void insert(Collection<PersonLink> added) {
        if (added.isEmpty()) {
            return;
        }
        List<PersonLink> links = List.copyOf(added);
        sql.sql(
                        """
                        INSERT INTO identity.link (first, second, joins, explanation)
                        SELECT r.f, r.s, r.j, r.e::jsonb
                          FROM unnest(:first::uuid[], :second::uuid[], :joins::boolean[], :why::text[])
                            AS r(f, s, j, e)
                        """)
                .param("first", ends(links, PersonLink::first))
                .param("second", ends(links, PersonLink::second))
                .param(
                        "joins",
                        new SqlArrayValue("bool", links.stream().map(PersonLink::joins).toArray()))
                .param(
                        "why",
                        new SqlArrayValue(
                                "text",
                                links.stream()
                                        .map(link -> SealedJson.plain(link.explanation()))
                                        .toArray()))
                .update();
    }

    private record Said(Verdict verdict, String by, Instant at) {}

    Set<Decision> decisions(Set<SourceRecord> records) {
        if (records.isEmpty()) {
            return Set.of();
        }
        List<Row<Said>> rows =
                sql.sql(
                                """
                                SELECT first, second, verdict, decided_by, decided_at
                                  FROM identity.decision WHERE first = ANY (:keys::uuid[])
                                UNION
                                SELECT first, second, verdict, decided_by, decided_at
                                  FROM identity.decision WHERE second = ANY (:keys::uuid[])
                                """)
                        .param("keys", Keys.of(records))
                        .query((row, _) -> Row.of(row, said(row)))
                        .list();
        return Set.copyOf(
                made(
                        rows,
                        (first, second, said) ->
                                new Decision(first, second, said.verdict(), said.by(), said.at())));
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                Verdict.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    void add(Decision decision) {
        names.register(List.of(decision.first(), decision.second()));
        bound(
                        """
                        INSERT INTO identity.decision (first, second, verdict, decided_by, decided_at)
                        VALUES (:first, :second, :verdict, :by, :at) ON CONFLICT DO NOTHING
                        """,
                        decision)
                .update();
    }

    void remove(Decision decision) {
        bound(
                        """
                        DELETE FROM identity.decision
                         WHERE first = :first AND second = :second AND verdict = :verdict
                           AND decided_by = :by AND decided_at = :at
                        """,
                        decision)
                .update();
    }

    private JdbcClient.StatementSpec bound(String statement, Decision decision) {
        return sql.sql(statement)
                .param("first", RecordKey.of(decision.first()))
                .param("second", RecordKey.of(decision.second()))
                .param("verdict", decision.verdict().name())
                .param("by", decision.by())
                .param("at", decision.at().atOffset(ZoneOffset.UTC));
    }

    Set<SourceRecord> component(Set<SourceRecord> records) {
        if (records.isEmpty()) {
            return Set.of();
        }
        List<UUID> keys =
                sql.sql(
                                """
                                WITH RECURSIVE reached(k) AS (
                                  SELECT unnest(:keys::uuid[])
                                  UNION
                                  SELECT next.k FROM reached r CROSS JOIN LATERAL (
                                    SELECT l.second AS k FROM identity.link l WHERE l.first = r.k AND l.joins
                                    UNION ALL
                                    SELECT l.first FROM identity.link l WHERE l.second = r.k AND l.joins
                                    UNION ALL
                                    SELECT d.second FROM identity.decision d WHERE d.first = r.k
                                    UNION ALL
                                    SELECT d.first FROM identity.decision d WHERE d.second = r.k) next)
                                SELECT k FROM reached
                                """)
                        .param("keys", Keys.of(records))
                        .query((row, _) -> Keys.key(row, 1))
                        .list();
        Set<SourceRecord> reached = new HashSet<>(records);
        reached.addAll(names.of(keys).values());
        return reached;
    }

    private record Open(Held held, Explanation why) {}

    private static Row<Open> open(ResultSet row) throws SQLException {
        return Row.of(row, new Open(Held.valueOf(row.getString(3)), why(row, 4)));
    }

    private List<UndecidedPair> open(List<Row<Open>> rows) {
        return made(
                rows,
                (first, second, open) -> new UndecidedPair(first, second, open.held(), open.why()));
    }

    List<UndecidedPair> undecided(Set<SourceRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        return open(
                sql.sql(
                                "SELECT first, second, held, explanation FROM "
                                        + touching("identity.undecided"))
                        .param("keys", Keys.of(records))
                        .query((row, _) -> open(row))
                        .list());
    }

    /** What is asked of each reading: without the explanations, which are long. */
    Map<SourceRecord, Set<SourceRecord>> alike(Set<SourceRecord> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        List<Row<Boolean>> rows =
                sql.sql("SELECT first, second FROM " + touching("identity.undecided"))
                        .param("keys", Keys.of(records))
                        .query((row, _) -> Row.of(row, true))
                        .list();
        Map<SourceRecord, Set<SourceRecord>> alike = new HashMap<>();
        for (List<SourceRecord> pair : made(rows, (first, second, _) -> List.of(first, second))) {
            add(alike, records, pair.getFirst(), pair.getLast());
            add(alike, records, pair.getLast(), pair.getFirst());
        }
        return alike;
    }

    private static void add(
            Map<SourceRecord, Set<SourceRecord>> alike,
            Set<SourceRecord> asked,
            SourceRecord one,
            SourceRecord other) {
        if (asked.contains(one)) {
            alike.computeIfAbsent(one, _ -> new HashSet<>()).add(other);
        }
    }

    List<UndecidedPair> reviewQueue(int limit) {
        return open(
                sql.sql(
                                """
                                SELECT first, second, held, explanation FROM identity.undecided
                                 ORDER BY certainty, weight_tenths DESC, first, second LIMIT :limit
                                """)
                        .param("limit", limit)
                        .query((row, _) -> open(row))
                        .list());
    }

    void replaceUndecided(Set<SourceRecord> records, Collection<UndecidedPair> pairs) {
        delete("identity.undecided", records);
        if (pairs.isEmpty()) {
            return;
        }
        ArrayNode rows = Keys.rows();
        for (UndecidedPair pair : pairs) {
            rows.addObject()
                    .put("f", RecordKey.of(pair.first()).toString())
                    .put("s", RecordKey.of(pair.second()).toString())
                    .put("h", pair.held().name())
                    .put("c", rank(pair.explanation().certainty()))
                    .put("w", pair.explanation().weightTenths())
                    .put("e", SealedJson.plain(pair.explanation()));
        }
        sql.sql(
                        """
                        INSERT INTO identity.undecided (first, second, held, certainty, weight_tenths, explanation)
                        SELECT r.f, r.s, r.h, r.c, r.w, r.e::jsonb
                          FROM jsonb_to_recordset(:rows::jsonb)
                            AS r(f uuid, s uuid, h text, c smallint, w int, e text)
                        """)
                .param("rows", rows.toString())
                .update();
    }

    private static int rank(Certainty certainty) {
        return switch (certainty) {
            case CONFIRMED -> 0;
            case LIKELY -> 1;
            case POSSIBLE -> 2;
            case NOT_KNOWN -> 3;
        };
    }
}
