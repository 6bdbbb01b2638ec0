package sightline.screening;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AreaId;
import sightline.core.screening.Rule;
import sightline.core.screening.RuleId;
import sightline.core.screening.RuleSetting;
import sightline.core.screening.RuleSettings;
import sightline.screening.RuleChange.WorkedOut;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes of what areas set of the rules. One person proposes, it is worked out what would change,
 * another approves or refuses; an approved one is in force from the pipeline's next batch on.
 */
public final class RuleChanges {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NEWEST = 200;

    private final JdbcClient sql;

    /** Reads and writes in the transaction whose context is open. */
    public RuleChanges(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is in force. */
    public RuleSettings settings() {
        return under(
                approved().stream().flatMap(c -> c.inForce().map(c::from).stream()).toList(),
                known());
    }

    /**
     * What is in force; what was approved meanwhile, and a rule, or a revision of one, that this
     * database has not had before, from this moment on.
     *
     * @param rules those of the program
     */
    public RuleSettings takeUp(Collection<Rule> rules, Instant now) {
        List<RuleChange> approved = approved();
        if (approved.stream().anyMatch(c -> c.inForce().isEmpty())) {
            sql.sql(
                            """
                            UPDATE screening.rule_change SET in_force_at = :now
                             WHERE decided_at IS NOT NULL AND refused IS NULL AND in_force_at IS NULL
                            """)
                    .param("now", Timestamp.from(now))
                    .update();
        }
        return under(
                approved.stream().map(c -> c.from(c.inForce().orElse(now))).toList(),
                with(rules, now));
    }

    /** What later versions of the program brought and changed, and nothing that an area set. */
    public RuleSettings versions() {
        return under(List.of(), known());
    }

    private Map<RuleId, NavigableMap<Integer, Optional<Instant>>> known() {
        Map<RuleId, NavigableMap<Integer, Optional<Instant>>> known = new HashMap<>();
        sql.sql("SELECT rule, revision, begun_at FROM screening.rule_begun")
                .query(row -> {
                    known.computeIfAbsent(new RuleId(text(row, "rule")), _ -> new TreeMap<>())
                            .put(row.getInt("revision"), moment(row, "begun_at"));
                });
        return known;
    }

    /** The first program's rules are in force from ever on, a later one's from now on. */
    private Map<RuleId, NavigableMap<Integer, Optional<Instant>>> with(
            Collection<Rule> rules, Instant now) {
        Map<RuleId, NavigableMap<Integer, Optional<Instant>>> known = known();
        Optional<Instant> from = known.isEmpty() ? Optional.empty() : Optional.of(now);
        for (Rule rule : rules) {
            NavigableMap<Integer, Optional<Instant>> revisions =
                    known.computeIfAbsent(rule.id(), _ -> new TreeMap<>());
            if (revisions.isEmpty() || revisions.lastKey() < rule.revision()) {
                sql.sql(
                                """
                                INSERT INTO screening.rule_begun (rule, revision, begun_at)
                                VALUES (:rule, :revision, :from)
                                """)
                        .param("rule", rule.id().value())
                        .param("revision", rule.revision())
                        .param("from", from.map(Timestamp::from).orElse(null))
                        .update();
                revisions.put(rule.revision(), from);
            }
        }
        return known;
    }

    /** The first revision of a rule is when it began, each other when it changed. */
    private static RuleSettings under(
            List<RuleSetting> set, Map<RuleId, NavigableMap<Integer, Optional<Instant>>> known) {
        Map<RuleId, Instant> begun = new HashMap<>();
        Map<RuleId, List<Instant>> changed = new HashMap<>();
        known.forEach((rule, revisions) -> {
            List<Optional<Instant>> moments = List.copyOf(revisions.values());
            moments.getFirst().ifPresent(at -> begun.put(rule, at));
            List<Instant> later = moments.stream().skip(1).flatMap(Optional::stream).toList();
            if (!later.isEmpty()) {
                changed.put(rule, later);
            }
        });
        return new RuleSettings(set, begun, changed);
    }

    private List<RuleChange> approved() {
        return sql.sql(
                        """
                        SELECT * FROM screening.rule_change WHERE decided_at IS NOT NULL AND refused IS NULL
                         ORDER BY change_id
                        """)
                .query((row, _) -> read(row))
                .list();
    }

    /** The changes of a rule in an area, newest first. */
    public List<RuleChange> of(AreaId area, RuleId rule) {
        return sql.sql(
                        """
                        SELECT * FROM screening.rule_change WHERE rule = :rule AND area = :area
                         ORDER BY change_id DESC LIMIT :most
                        """)
                .param("rule", rule.value())
                .param("area", area.value())
                .param("most", NEWEST)
                .query((row, _) -> read(row))
                .list();
    }

    /** The newest changes in an area, of any rule. */
    public List<RuleChange> in(AreaId area) {
        return sql.sql(
                        """
                        SELECT * FROM screening.rule_change WHERE area = :area
                         ORDER BY decided_at IS NOT NULL, change_id DESC LIMIT :most
                        """)
                .param("area", area.value())
                .param("most", NEWEST)
                .query((row, _) -> read(row))
                .list();
    }

    /** A change by its number. */
    public Optional<RuleChange> find(long number) {
        return sql.sql("SELECT * FROM screening.rule_change WHERE change_id = :number")
                .param("number", number)
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * Proposes a change; empty where another one of this rule waits in the area.
     *
     * @param reason the proposer's own words
     * @return its number
     */
    public Optional<Long> propose(
            AreaId area,
            RuleId rule,
            boolean raises,
            Map<String, Integer> numbers,
            String reason,
            Instant now) {
        return sql.sql(
                        """
                        INSERT INTO screening.rule_change (area, rule, raises, numbers, reason, proposed_by, proposed_at)
                        VALUES (:area, :rule, :raises, :numbers::jsonb, :reason, access.actor(), :now)
                        ON CONFLICT (area, rule) WHERE decided_at IS NULL DO NOTHING
                        RETURNING change_id
                        """)
                .param("area", area.value())
                .param("rule", rule.value())
                .param("raises", raises)
                .param("numbers", JSON.writeValueAsString(numbers))
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    /**
     * Approves a change, or refuses it; false where it is decided or not worked out yet, or where
     * the decider proposed it.
     *
     * @param refused why not; null approves
     */
    public boolean decide(long number, @Nullable String refused, Instant now) {
        return sql.sql(
                                """
                                UPDATE screening.rule_change
                                   SET decided_by = access.actor(), decided_at = :now, refused = :refused
                                 WHERE change_id = :number AND decided_at IS NULL AND proposed_by <> access.actor()
                                   AND (:refused::text IS NOT NULL OR worked_out_at IS NOT NULL)
                                """)
                        .param("number", number)
                        .param("refused", refused)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /**
     * Takes the oldest that is not worked out, until a moment; nobody else takes it before that.
     */
    public Optional<RuleChange> claim(Instant now, Instant until) {
        return sql.sql(
                        """
                        UPDATE screening.rule_change SET claimed_until = :until
                         WHERE change_id = (SELECT change_id FROM screening.rule_change
                                             WHERE worked_out_at IS NULL AND decided_at IS NULL
                                               AND (claimed_until IS NULL OR claimed_until < :now)
                                             ORDER BY change_id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query((row, _) -> read(row))
                .optional();
    }

    /** Says how far it is, and keeps it until a moment. */
    public void progress(long number, int looked, int people, Instant until) {
        sql.sql(
                        """
                        UPDATE screening.rule_change SET looked = :looked, people = :people, claimed_until = :until
                         WHERE change_id = :number
                        """)
                .param("number", number)
                .param("looked", looked)
                .param("people", people)
                .param("until", Timestamp.from(until))
                .update();
    }

    /** Keeps what was worked out. */
    public void workedOut(long number, WorkedOut result) {
        sql.sql(
                        """
                        UPDATE screening.rule_change SET worked_out_at = :at, alerts_now = :now, alerts_then = :then,
                          more = :more, fewer = :fewer, children = :children, unknown = :unknown, looked = people, claimed_until = NULL
                         WHERE change_id = :number
                        """)
                .param("number", number)
                .param("at", Timestamp.from(result.at()))
                .param("now", result.now())
                .param("then", result.then())
                .param("more", result.more())
                .param("fewer", result.fewer())
                .param("children", result.children())
                .param("unknown", result.unknown())
                .update();
    }

    private static RuleChange read(ResultSet row) throws SQLException {
        return new RuleChange(
                row.getLong("change_id"),
                new AreaId(text(row, "area")),
                new RuleId(text(row, "rule")),
                row.getBoolean("raises"),
                numbers(text(row, "numbers")),
                text(row, "reason"),
                text(row, "proposed_by"),
                moment(row, "proposed_at").orElseThrow(),
                row.getInt("looked"),
                row.getInt("people"),
                workedOut(row),
                Optional.ofNullable(row.getString("decided_by")),
                moment(row, "decided_at"),
                Optional.ofNullable(row.getString("refused")),
                moment(row, "in_force_at"));
    }

    private static Optional<WorkedOut> workedOut(ResultSet row) throws SQLException {
        Optional<Instant> at = moment(row, "worked_out_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new WorkedOut(
                                at.get(),
                                row.getInt("alerts_now"),
                                row.getInt("alerts_then"),
                                row.getInt("more"),
                                row.getInt("fewer"),
                                row.getInt("children"),
                                row.getInt("unknown")));
    }

    private static Map<String, Integer> numbers(String json) {
        Map<String, Integer> numbers = new HashMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(each -> numbers.put(each.getKey(), each.getValue().intValue()));
        return numbers;
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
