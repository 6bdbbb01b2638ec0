package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that follows from facts: what names its rows, what in them is derived, and what else a
 * row needs to be there. What people did with a row (opened it, acknowledged it) is neither.
 *
 * @param table with its schema
 * @param key the columns of its key, in the order of an index, each with its type
 * @param derived what is compared
 * @param carried what a row needs besides: sealed anew each time, or the moment of writing
 * @param where which rows follow from facts; empty for all
 * @param complete whether a row that cannot be derived is a difference
 */
record Projection(
        String table,
        List<Column> key,
        List<String> derived,
        List<String> carried,
        String where,
        boolean complete) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Projection {
        key = List.copyOf(key);
        derived = List.copyOf(derived);
        carried = List.copyOf(carried);
    }

    /** A column of a key. */
    record Column(String name, String type) {
        private static Column parse(String text) {
            String[] parts = text.split(" ");
            return new Column(parts[0], parts.length > 1 ? parts[1] : "uuid");
        }
    }

    /** What names a row, as text. */
    record RowKey(List<String> values) {
        RowKey {
            values = List.copyOf(values);
        }

        /** Ids only: keyed hashes and keys of records. */
        String text() {
            return String.join(" ", values);
        }
    }

    private static Projection of(String table, String key, String... derived) {
        List<Column> columns = Stream.of(key.split(", ")).map(Column::parse).toList();
        return new Projection(table, columns, List.of(derived), List.of(), "", true);
    }

    private Projection carrying(String... more) {
        return new Projection(table, key, derived, List.of(more), where, complete);
    }

    private Projection only(String condition) {
        return new Projection(table, key, derived, carried, condition, complete);
    }

    private Projection incomplete() {
        return new Projection(table, key, derived, carried, where, false);
    }

    /** What Sightline recorded of itself: compared, and never put right, since it happened. */
    static final Projection RECORDED =
            of("facts.fact", "message_key, ordinal smallint", "kind", "subject_key", "recorded_at")
                    .only(
                            "sender = 'sightline' AND kind IN ('alert-changed', 'duty-changed')"
                                    + " AND subject_key <> '00000000-0000-0000-0000-000000000000'");

    /** Every table that follows from facts, in the order in which it does. */
    static final List<Projection> ALL =
            List.of(
                    of("identity.record", "record_key", "agency", "local_id"),
                    of("identity.details", "record_key", "mother_key", "details"),
                    of("identity.blocking", "record_key, key text", "most"),
                    of("identity.link", "first, second", "joins", "explanation"),
                    of(
                            "identity.decision",
                            "first, second, verdict text, decided_by text, decided_at timestamptz"),
                    of("identity.person", "record_key", "person", "certainty"),
                    of("identity.anchor", "person text", "record_key"),
                    of(
                            "identity.undecided",
                            "first, second",
                            "held",
                            "certainty",
                            "weight_tenths",
                            "explanation"),
                    of("identity.withdrawn", "message_key"),
                    of("identity.address", "address_key", "place").carrying("content"),
                    of("identity.spelling", "spelling_key", "address_key"),
                    of("identity.address_block", "address_key, key text"),
                    of(
                            "identity.place_decision",
                            "first, second, verdict text, decided_by text, decided_at timestamptz"),
                    of("identity.undecided_place", "first, second", "reason"),
                    of("alerts.subject", "subject text", "recheck_at", "known", "digest")
                            .carrying("evaluated_at"),
                    of("alerts.subject_record", "record_key", "subject"),
                    of("alerts.depends_on_record", "record_key, subject text", "low", "high"),
                    of("alerts.depends_on_place", "place text, subject text"),
                    of(
                            "alerts.alert",
                            "subject text, reference text",
                            "rule",
                            "raised_at",
                            "grew_at",
                            "state",
                            "certainty",
                            "content"),
                    of(
                                    "alerts.duty",
                                    "subject text, key text",
                                    "clock",
                                    "title",
                                    "started_at",
                                    "due_at",
                                    "state",
                                    "rung",
                                    "next_at",
                                    "content")
                            .carrying("digest", "owed_by", "closed_at"),
                    of(
                            "register.entry",
                            "subject text, pack text",
                            "state",
                            "starts",
                            "ends",
                            "keeper",
                            "offered_to",
                            "owed",
                            "due",
                            "away"),
                    of(
                            "alerts.told",
                            "recipient text, subject text, reference text, what text",
                            "since"),
                    of(
                            "alerts.lapsed_duty",
                            "subject text, key text",
                            "record_key",
                            "clock",
                            "title",
                            "started_at",
                            "due_at",
                            "rung",
                            "content",
                            "lapsed_at",
                            "because"),
                    of(
                            "alerts.telling",
                            "telling_id",
                            "recipient",
                            "subject",
                            "record_key",
                            "reference",
                            "rule",
                            "manner",
                            "findings",
                            "told_at"),
                    of(
                                    "access.relationship",
                                    "record_key, grantee_kind text, grantee text, kind text, reason_fact text",
                                    "opens_content",
                                    "starts_at",
                                    "follows")
                            .carrying("ends_at", "parted")
                            .incomplete());

    /** How many rows there are. */
    long count(JdbcClient sql) {
        return sql.sql("SELECT count(*) FROM " + table + condition(" WHERE "))
                .query(Long.class)
                .single();
    }

    /** A page of rows after a key, or the first page: what is derived in each. */
    Map<RowKey, String> page(JdbcClient sql, RowKey after, int limit) {
        String names = names("");
        String bounds =
                after.values().isEmpty()
                        ? condition(" WHERE ")
                        : " WHERE (%s) > (%s)".formatted(names, parameters()) + condition(" AND ");
        var query =
                sql.sql(
                        "SELECT %s, %s FROM %s t%s ORDER BY %s LIMIT %d"
                                .formatted(keyTexts(), content(), table, bounds, names, limit));
        for (int i = 0; i < after.values().size(); i++) {
            query = query.param("k" + i, after.values().get(i));
        }
        return rows(query);
    }

    /** The rows of these keys that are there. */
    Map<RowKey, String> rows(JdbcClient sql, Collection<RowKey> keys) {
        return rows(
                sql.sql("SELECT %s, %s FROM %s".formatted(keyTexts(), content(), joined()))
                        .param("keys", json(keys)));
    }

    /** The rows of these keys whole, as JSON, to be put elsewhere. */
    String whole(JdbcClient sql, Collection<RowKey> keys) {
        return sql.sql("SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]')::text FROM " + joined())
                .param("keys", json(keys))
                .query(String.class)
                .single();
    }

    /** Puts whole rows in the place of those with these keys. */
    void replace(JdbcClient sql, Collection<RowKey> keys, String whole) {
        sql.sql(
                        """
                        DELETE FROM %s t USING %s WHERE %s AND NOT EXISTS (
                          SELECT FROM jsonb_populate_recordset(NULL::%s, :rows::jsonb) r WHERE %s)
                        """
                                .formatted(
                                        table, wanted(), equal("t", "w"), table, equal("r", "t")))
                .param("keys", json(keys))
                .param("rows", whole)
                .update();
        insert(sql, whole);
    }

    /** Puts whole rows where they are missing, or in the place of what is there. */
    void insert(JdbcClient sql, String whole) {
        List<String> columns =
                Stream.of(key.stream().map(Column::name), derived.stream(), carried.stream())
                        .flatMap(c -> c)
                        .toList();
        List<String> kept = Stream.concat(derived.stream(), carried.stream()).toList();
        String conflict =
                kept.isEmpty() || !complete
                        ? "NOTHING"
                        : "UPDATE SET "
                                + kept.stream()
                                        .map(c -> c + " = excluded." + c)
                                        .collect(Collectors.joining(", "));
        sql.sql(
                        """
                        INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_recordset(NULL::%1$s, :rows::jsonb)
                        ON CONFLICT (%3$s) DO %4$s
                        """
                                .formatted(table, String.join(", ", columns), names(""), conflict))
                .param("rows", whole)
                .update();
    }

    private Map<RowKey, String> rows(JdbcClient.StatementSpec query) {
        Map<RowKey, String> found = new LinkedHashMap<>();
        query.query((ResultSet row) -> {
            found.put(key(row), Objects.requireNonNull(row.getString(key.size() + 1)));
        });
        return found;
    }

    private RowKey key(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= key.size(); i++) {
            values.add(Objects.requireNonNull(row.getString(i)));
        }
        return new RowKey(values);
    }

    private String keyTexts() {
        return each(c -> "t.%1$s::text AS %1$s_text".formatted(c.name()), ", ");
    }

    private String content() {
        return "jsonb_build_array(%s)::text"
                .formatted(derived.stream().map(c -> "t." + c).collect(Collectors.joining(", ")));
    }

    private String joined() {
        return "%s JOIN %s t ON %s%s"
                .formatted(wanted(), table, equal("t", "w"), condition(" WHERE "));
    }

    private String wanted() {
        return "jsonb_to_recordset(:keys::jsonb) AS w(%s)"
                .formatted(each(c -> c.name() + " " + c.type(), ", "));
    }

    private String equal(String left, String right) {
        return each(c -> left + "." + c.name() + " = " + right + "." + c.name(), " AND ");
    }

    private String names(String prefix) {
        return each(c -> prefix + c.name(), ", ");
    }

    private String parameters() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            found.add(":k%d::%s".formatted(i, key.get(i).type()));
        }
        return String.join(", ", found);
    }

    private String each(Function<Column, String> text, String between) {
        return key.stream().map(text).collect(Collectors.joining(between));
    }

    private String condition(String before) {
        return where.isEmpty() ? "" : before + where;
    }

    private String json(Collection<RowKey> keys) {
        ArrayNode rows = JSON.createArrayNode();
        for (RowKey each : keys) {
            var row = rows.addObject();
            for (int i = 0; i < key.size(); i++) {
                row.put(key.get(i).name(), each.values().get(i));
            }
        }
        return rows.toString();
    }
}
