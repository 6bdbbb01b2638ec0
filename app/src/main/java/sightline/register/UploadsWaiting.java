package sightline.register;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What somebody has to do about the files that an agency uploaded: rows set aside, and files that
 * wait to be confirmed. Counts alone.
 *
 * @param since when the first of those files was checked
 * @param aside how many rows are set aside in them
 * @param waiting how many of them wait to be confirmed
 */
public record UploadsWaiting(AgencyId agency, Instant since, long aside, long waiting) {

    /** Those of every agency that has any, in the transaction of a job. */
    public static List<UploadsWaiting> in(JdbcClient sql) {
        return sql.sql(
                        """
                        SELECT agency, min(checked_at), sum(aside), count(*) FILTER (WHERE state = 'checked' AND ready > 0)
                          FROM register.import
                         WHERE checked_at IS NOT NULL
                           AND (state = 'checked' OR (state IN ('going-in', 'in') AND aside > 0))
                         GROUP BY agency HAVING sum(aside) > 0 OR bool_or(state = 'checked' AND ready > 0)
                         ORDER BY agency
                        """)
                .query((row, _) ->
                        new UploadsWaiting(
                                new AgencyId(Objects.requireNonNull(row.getString(1))),
                                Objects.requireNonNull(row.getTimestamp(2)).toInstant(),
                                row.getLong(3),
                                row.getLong(4)))
                .list();
    }

    /** It in words. */
    public String words() {
        return counted(aside, "row")
                + " of uploaded registers set aside, "
                + counted(waiting, "file")
                + " not confirmed.";
    }

    private static String counted(long number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }
}
