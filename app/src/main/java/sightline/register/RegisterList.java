package sightline.register;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.register.Happening.Away;
import sightline.core.register.Notice;
import sightline.core.register.RegisterEntry;
import sightline.core.register.Registration;
import sightline.core.register.RiskLevel;
import sightline.core.register.State;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of the registers: written by the pipeline, read by whoever keeps them. */
public final class RegisterList {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String URGENT_FIRST =
            """
            ORDER BY CASE state WHEN 'WHEREABOUTS_UNKNOWN' THEN 0 WHEN 'IN_BREACH' THEN 1
                       WHEN 'INITIAL_NOTICE_DUE' THEN 2 WHEN 'PERIODIC_NOTICE_DUE' THEN 3
                       WHEN 'CURRENT' THEN 4 WHEN 'LIABLE' THEN 5 WHEN 'TOLLED' THEN 6 ELSE 7 END,
                     due NULLS LAST, subject, pack
            """;

    /** One line each of those to look for and those to visit. */
    private static final String TO_VISIT =
            """
            WITH person AS (
              SELECT DISTINCT ON (subject) *, state <> 'WHEREABOUTS_UNKNOWN' AS found FROM register.entry
               WHERE state = 'WHEREABOUTS_UNKNOWN' OR (visit_due IS NOT NULL AND %s)
               ORDER BY subject, state <> 'WHEREABOUTS_UNKNOWN', visit_due)
            """
                    .formatted(RegisterShow.UNDER.condition());

    private static final String COUNTS =
            Arrays.stream(RegisterShow.values())
                    .map(show ->
                            "count(*) FILTER (WHERE %s) AS %s"
                                    .formatted(show.condition(), column(show)))
                    .collect(Collectors.joining(", "));

    private final JdbcClient sql;

    /** Reads and writes in the transaction whose context is open. */
    public RegisterList(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps the lines of these people in the place of those that are there. */
    public void save(Map<PersonId, List<RegisterEntry>> all) {
        ArrayNode rows = JSON.createArrayNode();
        all.forEach((person, entries) -> entries.forEach(e -> rows.add(row(person, e))));
        sql.sql(
                        """
                        DELETE FROM register.entry e
                         WHERE e.subject = ANY (:s::text[]) AND NOT EXISTS (
                           SELECT FROM jsonb_to_recordset(:rows::jsonb) AS r(s text, p text)
                            WHERE r.s = e.subject AND r.p = e.pack)
                        """)
                .param("s", SqlArrays.people(all.keySet()))
                .param("rows", rows.toString())
                .update();
        if (rows.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO register.entry AS e (subject, pack, state, starts, ends, keeper, offered_to, owed, due, away,
                          visit_due, visit_risk)
                        SELECT r.s, r.p, r.t, r.f, r.u, r.k, r.o, r.n, r.d, r.a, r.v, r.l
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(s text, p text, t text, f date, u date, k text,
                            o text, n text, d date, a text, v date, l text)
                        ON CONFLICT (subject, pack) DO UPDATE SET state = excluded.state, starts = excluded.starts,
                          ends = excluded.ends, keeper = excluded.keeper, offered_to = excluded.offered_to,
                          owed = excluded.owed, due = excluded.due, away = excluded.away,
                          visit_due = excluded.visit_due, visit_risk = excluded.visit_risk
                          WHERE (e.state, e.starts, e.ends, e.keeper, e.offered_to, e.owed, e.due, e.away,
                              e.visit_due, e.visit_risk)
                            IS DISTINCT FROM (excluded.state, excluded.starts, excluded.ends, excluded.keeper,
                              excluded.offered_to, excluded.owed, excluded.due, excluded.away,
                              excluded.visit_due, excluded.visit_risk)
                        """)
                .param("rows", rows.toString())
                .update();
    }

    /** Forgets people who are no more: their records are somebody else's now. */
    public void forget(Collection<PersonId> gone) {
        sql.sql("DELETE FROM register.entry WHERE subject = ANY (:s::text[])")
                .param("s", SqlArrays.people(gone))
                .update();
    }

    /** Every line that whoever reads may see, the most urgent first: for the command line. */
    public List<RegisterLine> lines() {
        return sql.sql("SELECT * FROM register.entry " + URGENT_FIRST)
                .query((row, _) -> line(row))
                .list();
    }

    /**
     * Some lines of those asked for: whereabouts unknown first, then a notice overdue, then by when
     * something is due; who is under no register any more last.
     */
    public List<RegisterLine> page(RegisterAsked asked, int skip, int most) {
        return asking(
                        asked,
                        "SELECT * FROM register.entry WHERE "
                                + where(asked)
                                + URGENT_FIRST
                                + " OFFSET :skip LIMIT :most")
                .param("skip", skip)
                .param("most", most)
                .query((row, _) -> line(row))
                .list();
    }

    /** How many lines of those asked for are to be shown in which way; each line counts in many. */
    public Map<RegisterShow, Long> counts(RegisterAsked asked) {
        return asking(asked, "SELECT " + COUNTS + " FROM register.entry WHERE " + keptBy(asked))
                .query((row, _) -> counted(row))
                .single();
    }

    /** The agencies that answer for any line that may be seen. */
    public List<AgencyId> keepers() {
        return sql.sql("SELECT DISTINCT keeper FROM register.entry ORDER BY keeper")
                .query((row, _) -> new AgencyId(text(row.getString("keeper"))))
                .list();
    }

    /** How much each agency that answers has, as far as its lines may be seen. */
    public Map<AgencyId, RegisterLoad> loads(RegisterAsked asked) {
        Map<AgencyId, RegisterLoad> loads = new LinkedHashMap<>();
        asking(
                        asked,
                        "SELECT keeper, count(DISTINCT subject) FILTER (WHERE %s) AS people, %s FROM register.entry GROUP BY keeper ORDER BY keeper"
                                .formatted(RegisterShow.UNDER.condition(), COUNTS))
                .query((ResultSet row) -> {
                    loads.put(
                            new AgencyId(text(row.getString("keeper"))),
                            new RegisterLoad(row.getLong("people"), counted(row)));
                });
        return loads;
    }

    private static String column(RegisterShow show) {
        return "c_" + show.slug().replace('-', '_');
    }

    private static Map<RegisterShow, Long> counted(ResultSet row) throws SQLException {
        Map<RegisterShow, Long> counts = new EnumMap<>(RegisterShow.class);
        for (RegisterShow show : RegisterShow.values()) {
            counts.put(show, row.getLong(column(show)));
        }
        return counts;
    }

    private static String where(RegisterAsked asked) {
        return "(" + asked.show().condition() + ") AND " + keptBy(asked) + " ";
    }

    private static String keptBy(RegisterAsked asked) {
        return asked.keepers().isPresent() ? "keeper = ANY (:keepers::text[])" : "true";
    }

    private JdbcClient.StatementSpec asking(RegisterAsked asked, String statement) {
        return sql.sql(statement)
                .param("mine", asked.mine().toArray(String[]::new))
                .param("today", asked.today())
                .param(
                        "keepers",
                        asked.keepers().orElse(Set.of()).stream()
                                .map(AgencyId::value)
                                .toArray(String[]::new));
    }

    /**
     * Whom to look for and whom to visit, in people.
     *
     * @param unknown whose whereabouts nobody knows
     * @param overdue of the others, those with a visit overdue
     * @param planned of the others, those with a visit that is not
     */
    public record VisitCounts(long unknown, long overdue, long planned) {
        /** Of all of them. */
        public long all() {
            return unknown + overdue + planned;
        }
    }

    /** How many are to be looked for and visited. */
    public VisitCounts visitCounts(LocalDate today) {
        return sql.sql(
                        TO_VISIT
                                + """
                                SELECT count(*) FILTER (WHERE NOT found), count(*) FILTER (WHERE found AND visit_due < :today),
                                       count(*) FILTER (WHERE found AND visit_due >= :today) FROM person
                                """)
                .param("today", today)
                .query((row, _) -> new VisitCounts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** One line a person: whereabouts unknown first, then by when a visit is due. */
    public List<RegisterLine> visits(int skip, int most) {
        return sql.sql(
                        TO_VISIT
                                + "SELECT * FROM person ORDER BY found, visit_due NULLS LAST, subject OFFSET :skip LIMIT :most")
                .param("skip", skip)
                .param("most", most)
                .query((row, _) -> line(row))
                .list();
    }

    /** The lines of one person. */
    public List<RegisterLine> of(PersonId person) {
        return sql.sql("SELECT * FROM register.entry WHERE subject = :s " + URGENT_FIRST)
                .param("s", person.value())
                .query((row, _) -> line(row))
                .list();
    }

    private static ObjectNode row(PersonId person, RegisterEntry entry) {
        ObjectNode row = JSON.createObjectNode();
        row.put("s", person.value());
        row.put("p", entry.pack());
        row.put("t", entry.state().name());
        row.put("f", entry.starts().toString());
        entry.ends().ifPresent(day -> row.put("u", day.toString()));
        row.put("k", entry.keeper().value());
        entry.offeredTo().ifPresent(to -> row.put("o", to.value()));
        entry.owed().ifPresent(notice -> row.put("n", notice.name()));
        entry.due().ifPresent(day -> row.put("d", day.toString()));
        entry.visit()
                .ifPresent(v -> {
                    row.put("v", v.due().toString());
                    row.put("l", v.level().name());
                });
        entry.away().ifPresent(where -> row.put("a", where.name()));
        return row;
    }

    private static RegisterLine line(ResultSet row) throws SQLException {
        return new RegisterLine(
                new PersonId(text(row.getString("subject"))),
                new RegisterEntry(
                        text(row.getString("pack")),
                        State.valueOf(text(row.getString("state"))),
                        Objects.requireNonNull(row.getDate("starts")).toLocalDate(),
                        day(row.getDate("ends")),
                        new AgencyId(text(row.getString("keeper"))),
                        Optional.ofNullable(row.getString("offered_to")).map(AgencyId::new),
                        Optional.ofNullable(row.getString("owed")).map(Notice::valueOf),
                        day(row.getDate("due")),
                        visit(row),
                        Optional.ofNullable(row.getString("away")).map(Away::valueOf)));
    }

    /** Whether it is overdue is for whoever reads it on a day. */
    private static Optional<Registration.Visit> visit(ResultSet row) throws SQLException {
        String level = row.getString("visit_risk");
        return day(row.getDate("visit_due"))
                .flatMap(due ->
                        Optional.ofNullable(level)
                                .map(RiskLevel::valueOf)
                                .map(risk -> new Registration.Visit(due, risk, false)));
    }

    private static Optional<LocalDate> day(@Nullable Date column) {
        return Optional.ofNullable(column).map(Date::toLocalDate);
    }

    private static String text(@Nullable String column) {
        return Objects.requireNonNull(column);
    }
}
