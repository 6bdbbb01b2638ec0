package sightline.checks;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.checks.Cause;
import sightline.core.checks.Checked;
import sightline.core.checks.SourceAnswer;
import sightline.core.facts.Codes;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.RuleId;
import sightline.database.RecordKey;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The checks that were asked, within the transaction of that client. */
public final class CheckStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS =
            "check_number, agency, asked_by, reference, touchpoint, message_id, asked_at, words,"
                    + " said, sources, rung_at, rung_by";

    private final JdbcClient sql;

    public CheckStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What was said of a message before, if it was a check. */
    Optional<Asked> of(MessageRef message) {
        return sql.sql("SELECT " + COLUMNS + " FROM checks.asked WHERE message_key = :key")
                .param("key", key(message))
                .query((row, _) -> asked(row))
                .optional();
    }

    /** The check of that number, if this agency asked it. */
    public Optional<Asked> of(AgencyId agency, String number) {
        return sql.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM checks.asked WHERE check_number = :number AND agency = :agency")
                .param("number", number)
                .param("agency", agency.value())
                .query((row, _) -> asked(row))
                .optional();
    }

    /** The newest checks of an agency, from one on. */
    public List<Asked> newest(AgencyId agency, int from, int most) {
        return sql.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM checks.asked WHERE agency = :agency"
                                + " ORDER BY asked_at DESC, check_number OFFSET :from LIMIT :most")
                .param("agency", agency.value())
                .param("from", from)
                .param("most", most)
                .query((row, _) -> asked(row))
                .list();
    }

    /** How many checks an agency asked. */
    public long count(AgencyId agency) {
        return sql.sql("SELECT count(*) FROM checks.asked WHERE agency = :agency")
                .param("agency", agency.value())
                .query(Long.class)
                .single();
    }

    /** Keeps what was said; gives what was said first where two asked the same at once. */
    Asked keep(Asked asked, Checked checked) {
        int kept =
                sql.sql(
                                """
                                INSERT INTO checks.asked (check_number, agency, asked_by, reference, touchpoint,
                                  message_key, message_id, asked_at, words, said, sources, taken)
                                VALUES (:number, :agency, :by, :reference, :touchpoint, :key, :message, :at, :words,
                                  :said::jsonb, :sources::jsonb, false)
                                ON CONFLICT (message_key) DO NOTHING
                                """)
                        .param("number", asked.number())
                        .param("agency", asked.agency().value())
                        .param("by", asked.by())
                        .param("reference", asked.reference())
                        .param("touchpoint", asked.touchpoint())
                        .param("key", key(new MessageRef(asked.agency(), asked.message())))
                        .param("message", asked.message().value())
                        .param("at", asked.at().atOffset(ZoneOffset.UTC))
                        .param("words", Codes.kebab(asked.words()))
                        .param("said", said(asked).toString())
                        .param("sources", sources(asked.sources()).toString())
                        .update();
        if (kept == 0) {
            return of(new MessageRef(asked.agency(), asked.message())).orElse(asked);
        }
        causes(asked.number(), checked);
        return asked;
    }

    private void causes(String number, Checked checked) {
        ArrayNode rows = JSON.createArrayNode();
        for (Cause cause : checked.all()) {
            rows.addObject()
                    .put("s", cause.subject().value())
                    .put("u", cause.rule().value())
                    .put("f", cause.reference())
                    .put("d", !checked.causes().contains(cause));
        }
        if (!rows.isEmpty()) {
            sql.sql(
                            """
                            INSERT INTO checks.cause (check_number, subject, rule, reference, doubt)
                            SELECT :number, r.s, r.u, r.f, r.d
                              FROM jsonb_to_recordset(:rows::jsonb) AS r(s text, u text, f text, d boolean)
                            """)
                    .param("number", number)
                    .param("rows", rows.toString())
                    .update();
        }
    }

    /** Checks of which no fact was made yet, the oldest first. */
    public List<Asked> untaken(int most) {
        return sql.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM checks.asked WHERE NOT taken ORDER BY asked_at LIMIT :most")
                .param("most", most)
                .query((row, _) -> asked(row))
                .list();
    }

    /** Whatever is to be made of these was made: of some, a fact of that id. */
    public void taken(Map<String, Optional<FactId>> facts) {
        if (facts.isEmpty()) {
            return;
        }
        ArrayNode rows = JSON.createArrayNode();
        facts.forEach((number, fact) -> {
            ObjectNode row = rows.addObject().put("n", number);
            fact.ifPresent(id -> row.put("f", id.text()));
        });
        sql.sql(
                        """
                        UPDATE checks.asked a SET taken = true, fact_id = r.f
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(n text, f text)
                         WHERE a.check_number = r.n
                        """)
                .param("rows", rows.toString())
                .update();
    }

    /**
     * The desk says that a duty is done that runs from a check: it has rung.
     *
     * @param fact the id of the fact as the duty names it; anything else finds nothing
     */
    public void rungFor(String fact, AgencyId by, Instant at) {
        sql.sql("SELECT check_number FROM checks.asked WHERE fact_id = :fact")
                .param("fact", fact)
                .query(String.class)
                .list()
                .forEach(number -> rung(number, by, at));
    }

    /** What the desk reads of a check from which a duty of its own runs. */
    Optional<ForDesk> forDesk(FactId fact) {
        return sql.sql("SELECT " + COLUMNS + " FROM checks.asked WHERE fact_id = :fact")
                .param("fact", fact.text())
                .query((row, _) -> asked(row))
                .optional()
                .map(asked -> new ForDesk(asked, causes(asked.number())));
    }

    private List<ForDesk.Cause> causes(String number) {
        return sql.sql(
                        """
                        SELECT subject, rule, reference, doubt FROM checks.cause
                         WHERE check_number = :number ORDER BY doubt, rule, subject
                        """)
                .param("number", number)
                .query((row, _) ->
                        new ForDesk.Cause(
                                new PersonId(text(row, "subject")),
                                new RuleId(text(row, "rule")),
                                text(row, "reference"),
                                row.getBoolean("doubt")))
                .list();
    }

    /** Somebody rang about a check; the first time counts. */
    public void rung(String number, AgencyId by, Instant at) {
        sql.sql(
                        """
                        UPDATE checks.asked SET rung_at = :at, rung_by = :by
                         WHERE check_number = :number AND rung_at IS NULL
                        """)
                .param("number", number)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static UUID key(MessageRef message) {
        return RecordKey.of(new SourceRecord(message.sender(), message.id().value()));
    }

    private static ObjectNode said(Asked asked) {
        ObjectNode node = JSON.createObjectNode();
        asked.said()
                .ifPresent(said -> {
                    node.put("outcome", Codes.kebab(said.outcome()));
                    ArrayNode steps = node.putArray("steps");
                    said.steps()
                            .forEach(s ->
                                    steps.addObject()
                                            .put("text", s.text())
                                            .put("source", s.source())
                                            .put("certainty", s.certainty()));
                });
        return node;
    }

    private static ArrayNode sources(List<SourceAnswer> sources) {
        ArrayNode rows = JSON.createArrayNode();
        for (SourceAnswer source : sources) {
            ObjectNode row =
                    rows.addObject()
                            .put("name", source.name())
                            .put("state", Codes.kebab(source.state()));
            source.completeUpTo().ifPresent(at -> row.put("upTo", at.toString()));
        }
        return rows;
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                text(row, "check_number"),
                new AgencyId(text(row, "agency")),
                text(row, "asked_by"),
                text(row, "reference"),
                text(row, "touchpoint"),
                new MessageId(text(row, "message_id")),
                instant(row, "asked_at").orElseThrow(),
                Codes.constant(Checked.Words.class, text(row, "words")),
                said(JSON.readTree(text(row, "said"))),
                sources(JSON.readTree(text(row, "sources"))),
                rung(row));
    }

    private static Optional<Asked.Rung> rung(ResultSet row) throws SQLException {
        Optional<String> by = Optional.ofNullable(row.getString("rung_by"));
        return instant(row, "rung_at")
                .flatMap(at -> by.map(b -> new Asked.Rung(at, new AgencyId(b))));
    }

    private static Optional<Asked.Said> said(JsonNode node) {
        if (!node.has("outcome")) {
            return Optional.empty();
        }
        List<Asked.Step> steps = new ArrayList<>();
        for (JsonNode step : node.path("steps")) {
            steps.add(
                    new Asked.Step(
                            step.path("text").asString(),
                            step.path("source").asString(),
                            step.path("certainty").asString()));
        }
        return Optional.of(
                new Asked.Said(
                        Codes.constant(Checked.Outcome.class, node.path("outcome").asString()),
                        steps));
    }

    private static List<SourceAnswer> sources(JsonNode rows) {
        List<SourceAnswer> sources = new ArrayList<>();
        for (JsonNode row : rows) {
            sources.add(
                    new SourceAnswer(
                            row.path("name").asString(),
                            Codes.constant(SourceAnswer.State.class, row.path("state").asString()),
                            row.has("upTo")
                                    ? Optional.of(Instant.parse(row.path("upTo").asString()))
                                    : Optional.empty()));
        }
        return sources;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
