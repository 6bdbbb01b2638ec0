package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.PersonId;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * People for whom it could not be worked out what follows: a rule or a clock failed. What was known
 * of them stays as it was; they are tried again, at first soon and then four times a day.
 */
public final class Unevaluated {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    private final JdbcClient sql;

    public Unevaluated(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those to be tried again by now. */
    public List<PersonId> due(Instant now, int limit) {
        return sql.sql(
                        """
                        SELECT subject FROM alerts.unevaluated WHERE retry_at <= :now
                         ORDER BY retry_at, subject LIMIT :limit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new PersonId(row.getString(1)))
                .list();
    }

    /** How many there are, and since when the first of them. */
    public record Waiting(long people, Instant since) {}

    /** Whether anybody waits. */
    public static Optional<Waiting> waiting(JdbcClient sql) {
        return sql.sql("SELECT count(*), min(since) FROM alerts.unevaluated HAVING count(*) > 0")
                .query((row, _) ->
                        new Waiting(
                                row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Notes who could not be evaluated of those that were to be; the others are, or are nobody any
     * more.
     */
    public void note(Collection<PersonId> tried, Set<PersonId> failed, Instant now) {
        List<PersonId> well = tried.stream().filter(p -> !failed.contains(p)).toList();
        sql.sql("DELETE FROM alerts.unevaluated WHERE subject = ANY (:s::text[])")
                .param("s", SqlArrays.texts(well.stream().map(PersonId::value).toList()))
                .update();
        List<PersonId> ill = tried.stream().filter(failed::contains).toList();
        if (ill.isEmpty()) {
            return;
        }
        ArrayNode rows = JSON.createArrayNode();
        ill.forEach(p -> rows.addObject().put("s", p.value()));
        sql.sql(
                        """
                        INSERT INTO alerts.unevaluated AS u (subject, since, tries, retry_at)
                        SELECT r.s, :now, 1, :now + make_interval(secs => :first)
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(s text)
                        ON CONFLICT (subject) DO UPDATE SET tries = u.tries + 1, retry_at = :now
                          + make_interval(secs => least(:longest, :first * power(2, least(u.tries, 20))))
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("first", FIRST.toSeconds())
                .param("longest", LONGEST.toSeconds())
                .param("rows", rows.toString())
                .update();
    }
}
