package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.PersonId;
import sightline.core.screening.RuleId;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * People for whom it could not be worked out what follows. Where they cannot be read or a clock
 * failed, what was known of them stays as it was, and they are tried again, at first soon and then
 * four times a day. Where a rule failed, the other rules go on.
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
        return sql.sql(
                        """
                        SELECT count(DISTINCT subject), min(since) FROM (
                          SELECT subject, since FROM alerts.unevaluated UNION ALL
                          SELECT subject, since FROM alerts.rule_failed) AS w HAVING count(*) > 0
                        """)
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

    /** Since when which rules fail for somebody. */
    public Map<RuleId, Instant> failedSince(PersonId person) {
        Map<RuleId, Instant> since = new HashMap<>();
        sql.sql("SELECT rule, since FROM alerts.rule_failed WHERE subject = :s")
                .param("s", person.value())
                .query(row -> {
                    since.put(
                            new RuleId(Objects.requireNonNull(row.getString(1))),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return since;
    }

    /** Notes which rules failed for these people, and that all others work for them again. */
    public void failed(Map<PersonId, Set<RuleId>> rules, Instant now) {
        ArrayNode rows = JSON.createArrayNode();
        rules.forEach((person, ill) ->
                ill.forEach(r -> rows.addObject().put("s", person.value()).put("r", r.value())));
        sql.sql(
                        """
                        DELETE FROM alerts.rule_failed f WHERE f.subject = ANY (:s::text[])
                           AND NOT EXISTS (SELECT FROM jsonb_to_recordset(:rows::jsonb) AS r(s text, r text)
                                            WHERE r.s = f.subject AND r.r = f.rule)
                        """)
                .param("s", SqlArrays.people(rules.keySet()))
                .param("rows", rows.toString())
                .update();
        if (rows.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO alerts.rule_failed (subject, rule, since)
                        SELECT r.s, r.r, :now FROM jsonb_to_recordset(:rows::jsonb) AS r(s text, r text)
                        ON CONFLICT DO NOTHING
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("rows", rows.toString())
                .update();
    }
}
