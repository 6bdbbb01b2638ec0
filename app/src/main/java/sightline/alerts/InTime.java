package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.duties.ClockKey;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How many of the duties of a clock that were due in a month an agency had done in time. No word of
 * anybody's duty is in it.
 *
 * @param met how many were done when they were due
 * @param all how many were due; one that fell away is not counted
 */
public record InTime(AgencyId agency, YearMonth month, long met, long all) {

    /** Of every agency that owed one, from the first month to the last. */
    public static List<InTime> of(JdbcClient sql, ClockKey clock, YearMonth first, YearMonth last) {
        return sql.sql(
                        """
                        SELECT owner, to_char(due_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month,
                               count(*) FILTER (WHERE state = 'discharged' AND closed_at <= due_at), count(*)
                          FROM alerts.duty CROSS JOIN LATERAL unnest(owed_by) AS o (owner)
                         WHERE clock = :clock AND state <> 'ended' AND due_at > :from AND due_at <= :until
                         GROUP BY 1, 2
                        """)
                .param("clock", clock.value())
                .param("from", London.startOf(first.atDay(1)).atOffset(ZoneOffset.UTC))
                .param("until", London.endOf(last.atEndOfMonth()).atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new InTime(
                                new AgencyId(row.getString(1)),
                                YearMonth.parse(row.getString(2)),
                                row.getLong(3),
                                row.getLong(4)))
                .list();
    }
}
