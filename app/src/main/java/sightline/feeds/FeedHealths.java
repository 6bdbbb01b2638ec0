package sightline.feeds;

import static java.util.stream.Collectors.groupingBy;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How the feeds are, from what the database holds. No personal data: any context may ask. Two
 * queries, whatever the number of senders.
 */
public final class FeedHealths {
    private record Owed(AgencyId sender, Gap gap) {}

    /** Everybody who may send, in the order of their ids. */
    public List<FeedHealth> all(JdbcClient sql) {
        return read(sql, Optional.empty());
    }

    /** One sender. */
    public Optional<FeedHealth> of(JdbcClient sql, AgencyId sender) {
        return read(sql, Optional.of(sender)).stream().findFirst();
    }

    private static List<FeedHealth> read(JdbcClient sql, Optional<AgencyId> only) {
        var gaps = gaps(sql, only).stream().collect(groupingBy(Owed::sender));
        return sql.sql(
                        """
                        SELECT s.agency, s.go_live, s.kinds, s.promise_seconds,
                               greatest(p.last_heard_at, w.last_received) AS last_heard,
                               h.complete_up_to, h.owed_since, h.last_number, h.short_of,
                               (SELECT max(n.last_number) FROM feeds.number_run n WHERE n.sender = s.agency) AS highest,
                               coalesce(w.unread, 0) AS unread, z.since AS paused_since, z.words AS paused_words,
                               (SELECT count(*) FROM feeds.held l WHERE l.sender = s.agency) AS held,
                               (SELECT count(*) FROM feeds.quarantine q
                                 WHERE q.sender = s.agency AND q.state IN ('open', 'returned')) AS quarantined,
                               (SELECT min(q.since) FROM feeds.quarantine q
                                 WHERE q.sender = s.agency AND q.state IN ('open', 'returned')) AS quarantined_since,
                               (SELECT coalesce(sum(c.times), 0) FROM feeds.conflict c WHERE c.sender = s.agency) AS conflicts,
                               (SELECT count(*) FROM feeds.refusal f WHERE f.sender = s.agency) AS too_large,
                               ARRAY(SELECT u.kind FROM feeds.undeclared_kind u WHERE u.sender = s.agency) AS undeclared
                          FROM feeds.sender s
                          LEFT JOIN feeds.progress p ON p.sender = s.agency
                          LEFT JOIN feeds.heartbeat h ON h.sender = s.agency
                          LEFT JOIN feeds.pause z ON z.sender = s.agency AND z.released_at IS NULL
                          LEFT JOIN (SELECT r.sender, count(*) AS unread, max(r.received_at) AS last_received
                                       FROM feeds.unread u JOIN feeds.receipt r USING (receipt_id)
                                      GROUP BY r.sender) w ON w.sender = s.agency
                         WHERE :only::text IS NULL OR s.agency = :only
                         ORDER BY s.agency
                        """)
                .param("only", only.map(AgencyId::value).orElse(null))
                .query((row, _) -> health(row, gaps))
                .list();
    }

    private static List<Owed> gaps(JdbcClient sql, Optional<AgencyId> only) {
        return sql.sql(
                        """
                        SELECT * FROM (
                          SELECT sender, coalesce(lag(last_number) OVER w, 0) + 1 AS gap_from, first_number - 1 AS gap_until,
                                 min(since) OVER (PARTITION BY sender ORDER BY first_number
                                                  ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS since
                            FROM feeds.number_run
                           WHERE :only::text IS NULL OR sender = :only
                          WINDOW w AS (PARTITION BY sender ORDER BY first_number)) g
                         WHERE gap_from <= gap_until
                         ORDER BY sender, gap_from
                        """)
                .param("only", only.map(AgencyId::value).orElse(null))
                .query((row, _) ->
                        new Owed(
                                new AgencyId(row.getString("sender")),
                                new Gap(
                                        row.getLong("gap_from"),
                                        row.getLong("gap_until"),
                                        row.getTimestamp("since").toInstant())))
                .list();
    }

    private static FeedHealth health(ResultSet row, Map<AgencyId, List<Owed>> owed)
            throws SQLException {
        var sender = new AgencyId(row.getString("agency"));
        var gaps = new ArrayList<Gap>();
        owed.getOrDefault(sender, List.of()).forEach(one -> gaps.add(one.gap()));
        afterTheHighest(row).ifPresent(gaps::add);
        var missing = gaps.stream().mapToLong(Gap::count).sum();
        var kinds = row.getArray("kinds");
        return new FeedHealth(
                sender,
                row.getObject("go_live", LocalDate.class),
                kinds == null ? Optional.empty() : Optional.of(Set.of((String[]) kinds.getArray())),
                Duration.ofSeconds(row.getLong("promise_seconds")),
                instant(row, "last_heard"),
                instant(row, "complete_up_to"),
                gaps.stream().limit(FeedHealth.GAPS_MAX).toList(),
                missing > 0 ? missing : row.getLong("short_of"),
                missingSince(gaps, row),
                row.getLong("unread"),
                paused(row),
                row.getLong("held"),
                row.getLong("quarantined"),
                instant(row, "quarantined_since"),
                row.getLong("conflicts"),
                row.getLong("too_large"),
                Set.of((String[]) row.getArray("undeclared").getArray()));
    }

    private static Optional<Paused> paused(ResultSet row) throws SQLException {
        var words = row.getString("paused_words");
        return words == null
                ? Optional.empty()
                : instant(row, "paused_since").map(since -> new Paused(since, words));
    }

    private static Optional<Instant> missingSince(List<Gap> gaps, ResultSet row)
            throws SQLException {
        return gaps.isEmpty() && row.getLong("short_of") > 0
                ? instant(row, "owed_since")
                : gaps.stream().map(Gap::since).min(Comparator.naturalOrder());
    }

    /** What the last heartbeat counts and nothing has brought yet. */
    private static Optional<Gap> afterTheHighest(ResultSet row) throws SQLException {
        var last = number(row, "last_number");
        var highest = number(row, "highest").orElse(0);
        if (last.isEmpty() || last.getAsLong() <= highest) {
            return Optional.empty();
        }
        return instant(row, "owed_since")
                .map(since -> new Gap(highest + 1, last.getAsLong(), since));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
