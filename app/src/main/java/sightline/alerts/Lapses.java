package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.PersonId;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads duties that lapsed, as rows of duties in the state {@code withdrawn}. */
final class Lapses {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Lapses() {}

    /** These duties, and after them those that lapsed and have not started again. */
    static List<DutyRow> with(JdbcClient sql, List<DutyRow> duties, Collection<PersonId> people) {
        Set<String> now = duties.stream().map(DutyRow::key).collect(Collectors.toSet());
        List<DutyRow> all = new ArrayList<>(duties);
        sql
                .sql(
                        """
                        SELECT *, %s AS hash FROM alerts.lapsed_duty WHERE subject = ANY (:s::text[])
                         ORDER BY lapsed_at, key
                        """
                                .formatted(DutyRow.HASH))
                .param(
                        "s",
                        people.stream()
                                .map(PersonId::value)
                                .sorted()
                                .collect(Collectors.joining(",", "{", "}")))
                .query((row, _) -> lapsed(row))
                .list()
                .stream()
                .filter(d -> !now.contains(d.key()))
                .forEach(all::add);
        return all;
    }

    private static DutyRow lapsed(ResultSet row) throws SQLException {
        ObjectNode content = (ObjectNode) JSON.readTree(text(row, "content"));
        content.put("lapsedAt", moment(row, "lapsed_at").toString());
        content.put("lapsedBecause", text(row, "because"));
        return new DutyRow(
                new PersonId(text(row, "subject")),
                text(row, "key"),
                text(row, "hash"),
                text(row, "clock"),
                text(row, "title"),
                moment(row, "started_at"),
                moment(row, "due_at"),
                "withdrawn",
                row.getInt("rung"),
                Optional.empty(),
                content);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(column)).toInstant();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
