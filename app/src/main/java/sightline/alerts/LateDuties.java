package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.kernel.AgencyId;
import sightline.database.JobName;
import sightline.database.SqlArrays;
import sightline.database.Transactions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What agencies owe, in figures and as lists that name nobody: for whoever oversees them. Whom a
 * duty is about is shown by its own page alone, to those who may open it. A duty that two agencies
 * owe counts once for each. Nothing about somebody with whom the reader has a conflict is counted.
 */
public final class LateDuties {
    /** How many duties a list shows at once. */
    public static final int PAGE = 50;

    private static final String OPEN =
            """
              FROM alerts.duty d CROSS JOIN LATERAL unnest(d.owed_by) AS o(agency)
             WHERE d.state IN ('running', 'overdue') AND d.owed_by && :agencies::text[]
               AND o.agency = ANY (:agencies::text[]) AND d.subject <> ALL (:barred::text[])
            """;

    private final Transactions transactions;
    private final Journal journal;

    LateDuties(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    /**
     * What one agency owes on one clock; late, due soon and later together are what is open.
     *
     * @param soon due by the day up to which was asked, and not late
     */
    public record Owed(String clock, AgencyId agency, long late, long soon, long open) {}

    /**
     * How many referrals stand at a stage.
     *
     * @param late of them, past the clock of their decision
     */
    public record Stage(Standing standing, long number, long late) {}

    /** Where an undecided referral stands. */
    public enum Standing {
        /** Nobody has it on a list. */
        UNDELIVERED,
        /** It is on a list, and no named person has opened it. */
        UNOPENED,
        UNDECIDED,
        /** Its sender disagrees with what was decided, and nobody has answered. */
        CHALLENGED
    }

    /**
     * Everything that the figures are made of.
     *
     * @param lateDays how many are late by the last day on which each was in time
     * @param weeks how many were late at each of the moments asked for, in their order
     */
    public record Figures(
            List<Owed> owed,
            Map<LocalDate, Long> lateDays,
            List<Long> weeks,
            List<Stage> stages,
            List<DutyRow> oldest) {
        public Figures {
            owed = List.copyOf(owed);
            lateDays = Map.copyOf(lateDays);
            weeks = List.copyOf(weeks);
            stages = List.copyOf(stages);
            oldest = List.copyOf(oldest);
        }
    }

    /**
     * Which duties a list holds.
     *
     * @param lateFrom the first of the days on which they were last in time; none asks for all
     */
    public record Asked(
            Collection<AgencyId> agencies,
            Optional<String> clock,
            boolean lateOnly,
            Optional<LocalDate> lateFrom,
            Optional<LocalDate> lateUntil) {
        public Asked {
            agencies = List.copyOf(agencies);
        }
    }

    /** A page of a list, and how many there are. */
    public record Listed(List<DutyRow> duties, long all) {
        public Listed {
            duties = List.copyOf(duties);
        }
    }

    /** The figures of these agencies at a moment, for a reader. */
    public Figures figures(
            ReaderContext reader,
            Collection<AgencyId> agencies,
            Instant now,
            Instant soonUntil,
            List<Instant> weeks) {
        List<String> barred = barred(reader, "/where-it-sticks");
        return transactions.asJob(
                JobName.WATCH,
                sql -> {
                    var asked = new Bound(sql, agencies, barred, now);
                    return new Figures(
                            owed(asked, soonUntil),
                            lateDays(asked),
                            weeks(asked, weeks),
                            stages(asked),
                            asked.of(
                                            "SELECT DISTINCT d.*, "
                                                    + DutyRow.HASH
                                                    + " AS hash"
                                                    + OPEN
                                                    + " AND d.due_at <= :now ORDER BY d.due_at, d.key LIMIT 10")
                                    .query((row, _) -> DerivedRows.duty(row))
                                    .list());
                });
    }

    /**
     * What stands on the list of one post.
     *
     * @param recipient as {@code AGENCY/ROLE}
     * @param today due by the end of today, and not late
     * @param unopened that no named person has opened
     * @param next when the next is due that is not late
     */
    public record OfPost(
            String recipient, long open, long today, long unopened, Optional<Instant> next) {}

    /** What stands on the lists of an agency's posts, for a reader; by post, never by lateness. */
    public List<OfPost> posts(
            ReaderContext reader, Collection<AgencyId> agencies, Instant now, Instant endOfToday) {
        List<String> barred = barred(reader, "/team");
        return transactions.asJob(
                JobName.WATCH,
                sql ->
                        new Bound(sql, agencies, barred, now)
                                .of(
                                        """
                                        SELECT t.recipient, count(*),
                                               count(*) FILTER (WHERE d.due_at > :now AND d.due_at <= :today),
                                               count(*) FILTER (WHERE t.opened_at IS NULL),
                                               min(d.due_at) FILTER (WHERE d.due_at > :now)
                                          FROM alerts.duty d
                                          JOIN alerts.told t
                                            ON t.subject = d.subject AND t.reference = d.key AND t.what = 'duty'
                                         WHERE d.state IN ('running', 'overdue') AND d.owed_by && :agencies::text[]
                                           AND split_part(t.recipient, '/', 1) = ANY (:agencies::text[])
                                           AND d.subject <> ALL (:barred::text[])
                                         GROUP BY 1 ORDER BY 1
                                        """)
                                .param("today", endOfToday.atOffset(ZoneOffset.UTC))
                                .query((row, _) -> ofPost(row))
                                .list());
    }

    private static OfPost ofPost(ResultSet row) throws SQLException {
        return new OfPost(
                Objects.requireNonNull(row.getString(1)),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /** A page of the duties that are asked for, the most overdue first. */
    public Listed list(ReaderContext reader, Asked asked, Instant now, int page) {
        List<String> barred = barred(reader, "/where-it-sticks/list");
        String narrowed =
                OPEN
                        + """
                           AND (:clock = '' OR d.clock = :clock) AND (NOT :late OR d.due_at <= :now)
                           AND d.due_at > :from AND d.due_at <= :until
                        """;
        return transactions.asJob(
                JobName.WATCH,
                sql -> {
                    var bound = new Bound(sql, asked.agencies(), barred, now);
                    return new Listed(
                            narrowed(
                                            bound.of(
                                                    "SELECT DISTINCT d.*, "
                                                            + DutyRow.HASH
                                                            + " AS hash"
                                                            + narrowed
                                                            + " ORDER BY d.due_at, d.key LIMIT :most OFFSET :offset"),
                                            asked)
                                    .param("most", PAGE)
                                    .param("offset", (page - 1) * PAGE)
                                    .query((row, _) -> DerivedRows.duty(row))
                                    .list(),
                            narrowed(
                                            bound.of(
                                                    "SELECT count(DISTINCT (d.subject, d.key))"
                                                            + narrowed),
                                            asked)
                                    .query(Long.class)
                                    .single());
                });
    }

    private static JdbcClient.StatementSpec narrowed(JdbcClient.StatementSpec sql, Asked asked) {
        return sql.param("clock", asked.clock().orElse(""))
                .param("late", asked.lateOnly())
                .param("from", midnight(asked.lateFrom().orElse(LocalDate.of(1900, 1, 1))))
                .param(
                        "until",
                        midnight(asked.lateUntil().orElse(LocalDate.of(9000, 1, 1)).plusDays(1)));
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return sightline.core.kernel.London.startOf(day).atOffset(ZoneOffset.UTC);
    }

    private List<String> barred(ReaderContext reader, String what) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    journal.write(sql, Entry.of(Event.VISIT, what));
                    return sql.sql("SELECT unnest(access.barred_subjects())")
                            .query(String.class)
                            .list();
                });
    }

    /** A statement's connection with whose duties at which moment. */
    private record Bound(
            JdbcClient sql, Collection<AgencyId> agencies, List<String> barred, Instant now) {
        JdbcClient.StatementSpec of(String statement) {
            return sql.sql(statement)
                    .param(
                            "agencies",
                            SqlArrays.texts(agencies.stream().map(AgencyId::value).toList()))
                    .param("barred", SqlArrays.texts(barred))
                    .param("now", now.atOffset(ZoneOffset.UTC));
        }
    }

    private static List<Owed> owed(Bound asked, Instant soonUntil) {
        return asked.of(
                        """
                        SELECT d.clock, o.agency, count(*) FILTER (WHERE d.due_at <= :now),
                               count(*) FILTER (WHERE d.due_at > :now AND d.due_at <= :soon), count(*)
                        """
                                + OPEN
                                + " GROUP BY 1, 2 ORDER BY 1, 2")
                .param("soon", soonUntil.atOffset(ZoneOffset.UTC))
                .query((row, _) -> owed(row))
                .list();
    }

    private static Owed owed(ResultSet row) throws SQLException {
        return new Owed(
                Objects.requireNonNull(row.getString(1)),
                new AgencyId(Objects.requireNonNull(row.getString(2))),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5));
    }

    private static Map<LocalDate, Long> lateDays(Bound asked) {
        return asked
                .of(
                        """
                        SELECT (d.due_at AT TIME ZONE 'Europe/London' - interval '1 microsecond')::date, count(*)
                        """
                                + OPEN
                                + " AND d.due_at <= :now GROUP BY 1")
                .query((row, _) ->
                        Map.entry(
                                Objects.requireNonNull(row.getObject(1, LocalDate.class)),
                                row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What was late at a moment: due by then, and open now or closed later. */
    private static List<Long> weeks(Bound asked, List<Instant> weeks) {
        Map<Instant, Long> late =
                asked
                        .of(
                                """
                                WITH owed AS (
                                  SELECT d.due_at, NULL::timestamptz AS closed_at %s AND d.due_at <= :now
                                  UNION ALL
                                  SELECT d.due_at, d.closed_at
                                    FROM alerts.duty d CROSS JOIN LATERAL unnest(d.owed_by) AS o(agency)
                                   WHERE d.closed_at > :first AND d.closed_at > d.due_at
                                     AND o.agency = ANY (:agencies::text[])
                                     AND d.subject <> ALL (:barred::text[]))
                                SELECT w.at, count(*) FROM unnest(:weeks::timestamptz[]) AS w(at)
                                  JOIN owed ON owed.due_at <= w.at AND (owed.closed_at IS NULL OR owed.closed_at > w.at)
                                 GROUP BY 1
                                """
                                        .formatted(OPEN))
                        .param("first", weeks.getFirst().atOffset(ZoneOffset.UTC))
                        .param(
                                "weeks",
                                SqlArrays.texts(weeks.stream().map(Instant::toString).toList()))
                        .query((row, _) ->
                                Map.entry(
                                        Objects.requireNonNull(
                                                        row.getObject(1, OffsetDateTime.class))
                                                .toInstant(),
                                        row.getLong(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return weeks.stream().map(at -> late.getOrDefault(at, 0L)).toList();
    }

    private static List<Stage> stages(Bound asked) {
        Map<Standing, Stage> found =
                asked
                        .of(
                                """
                                WITH referral AS (
                                  SELECT d.clock, d.due_at <= :now AS late,
                                         (SELECT count(*) FROM alerts.told t
                                           WHERE t.subject = d.subject AND t.reference = d.key AND t.what = 'duty') AS told,
                                         (SELECT count(t.opened_at) FROM alerts.told t
                                           WHERE t.subject = d.subject AND t.reference = d.key AND t.what = 'duty') AS opened
                                  %s AND d.clock IN ('ref.decision', 'esc.answer'))
                                SELECT CASE WHEN clock = 'esc.answer' THEN 'CHALLENGED' WHEN told = 0 THEN 'UNDELIVERED'
                                            WHEN opened = 0 THEN 'UNOPENED' ELSE 'UNDECIDED' END,
                                       count(*), count(*) FILTER (WHERE late)
                                  FROM referral GROUP BY 1
                                """
                                        .formatted(OPEN))
                        .query((row, _) ->
                                new Stage(
                                        Standing.valueOf(Objects.requireNonNull(row.getString(1))),
                                        row.getLong(2),
                                        row.getLong(3)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Stage::standing, Function.identity()));
        List<Stage> stages = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            stages.add(found.getOrDefault(standing, new Stage(standing, 0, 0)));
        }
        return stages;
    }
}
