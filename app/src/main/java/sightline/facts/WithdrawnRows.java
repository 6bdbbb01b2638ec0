package sightline.facts;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Corrections;
import sightline.core.facts.Fact;
import sightline.core.facts.Standing;
import sightline.core.facts.Standings;
import sightline.core.facts.TakenBack;
import sightline.core.facts.TakenBack.Sent;
import sightline.core.kernel.MessageRef;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which messages their senders corrected or took back, worked out anew for all that was told in the
 * place of one entry whenever something is said of any of it, and noted at all whom it names: what
 * corrects a message may name somebody else, and is found by nobody who asks for them. Messages
 * that speak of no other cost nothing here.
 */
final class WithdrawnRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final Function<Set<UUID>, List<Fact>> ofMessages;

    /**
     * @param ofMessages reads the facts of the messages of these keys, in ledger order
     */
    WithdrawnRows(JdbcClient sql, Function<Set<UUID>, List<Fact>> ofMessages) {
        this.sql = sql;
        this.ofMessages = ofMessages;
    }

    /**
     * Notes what facts say of other messages. One that is still to come is noted when it comes.
     *
     * @param facts those appended now, in ledger order; whom they name is not noted yet
     */
    void note(List<Fact> facts) {
        Set<UUID> named = named(facts);
        if (!named.isEmpty()) {
            correct(facts);
            retract(facts);
            name(named);
            Set<UUID> entries = entries(named);
            takeBack(entries);
            replace(entries);
            tell(entries);
        }
    }

    /**
     * Notes what facts that stand in the ledger already say of other messages.
     *
     * @return the keys of the messages that stand otherwise than before
     */
    Set<UUID> noteAnew(List<Fact> facts) {
        Set<UUID> named = named(facts);
        if (named.isEmpty()) {
            return Set.of();
        }
        correct(facts);
        Set<UUID> entries = entries(named);
        Map<UUID, Standing> before = standings(entries);
        note(facts);
        Map<UUID, Standing> after = standings(entries);
        return entries.stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .collect(Collectors.toSet());
    }

    private static Set<UUID> named(List<Fact> facts) {
        return facts.stream()
                .flatMap(f -> Standings.withdrawnBy(f).stream())
                .map(PostgresLedger::messageKey)
                .collect(Collectors.toSet());
    }

    private void correct(List<Fact> facts) {
        ArrayNode rows = JSON.createArrayNode();
        for (Fact fact : facts) {
            Corrections.corrected(fact)
                    .ifPresent(corrected ->
                            sent(rows.addObject(), fact)
                                    .put("m", key(fact.id().message()))
                                    .put("c", key(corrected)));
        }
        if (rows.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO facts.correction AS known (message_key, corrected_key, sent, position)
                        SELECT DISTINCT ON (r.m) r.m, r.c, r.s, r.p
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(m uuid, c uuid, s timestamptz, p bigint)
                         ORDER BY r.m, r.p
                        ON CONFLICT (message_key) DO UPDATE SET sent = excluded.sent
                         WHERE known.position = excluded.position AND known.sent <> excluded.sent
                        """)
                .param("rows", rows.toString())
                .update();
    }

    /** Of each message that is taken back by name, the retraction that was sent last. */
    private void retract(List<Fact> facts) {
        ArrayNode rows = JSON.createArrayNode();
        for (Fact fact : facts) {
            Standings.takenBackBy(fact)
                    .forEach(message -> sent(rows.addObject(), fact).put("m", key(message)));
        }
        if (rows.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        INSERT INTO facts.retraction AS known (message_key, sent, position)
                        SELECT DISTINCT ON (r.m) r.m, r.s, r.p
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(m uuid, s timestamptz, p bigint)
                         ORDER BY r.m, r.s DESC, r.p DESC
                        ON CONFLICT (message_key) DO UPDATE SET sent = excluded.sent, position = excluded.position
                         WHERE (known.sent, known.position) < (excluded.sent, excluded.position)
                        """)
                .param("rows", rows.toString())
                .update();
    }

    private static ObjectNode sent(ObjectNode row, Fact fact) {
        return row.put("s", fact.times().sent().toString()).put("p", fact.position());
    }

    private void name(Set<UUID> messages) {
        sql.sql(
                        """
                        INSERT INTO facts.withdrawn (message_key, named) SELECT unnest(:messages::uuid[]), true
                        ON CONFLICT (message_key) DO UPDATE SET named = true
                        """)
                .param("messages", SqlArrays.keys(messages))
                .update();
    }

    /** What was taken back by name, and the corrections of it that were sent before that. */
    private void takeBack(Set<UUID> entries) {
        Map<UUID, Sent> retracted = new HashMap<>();
        of(
                "SELECT message_key, sent, position FROM facts.retraction",
                entries,
                row -> {
                    retracted.put(row.getObject(1, UUID.class), sent(row));
                });
        if (retracted.isEmpty()) {
            return;
        }
        Map<UUID, Map<UUID, Sent>> corrections = new HashMap<>();
        of(
                "SELECT message_key, sent, position, corrected_key FROM facts.correction",
                entries,
                row -> {
                    corrections
                            .computeIfAbsent(row.getObject(4, UUID.class), _ -> new HashMap<>())
                            .put(row.getObject(1, UUID.class), sent(row));
                });
        sql.sql(
                        """
                        INSERT INTO facts.withdrawn AS known (message_key, named, taken_back)
                        SELECT unnest(:messages::uuid[]), false, true
                        ON CONFLICT (message_key) DO UPDATE SET taken_back = true WHERE NOT known.taken_back
                        """)
                .param("messages", SqlArrays.keys(TakenBack.among(retracted, corrections)))
                .update();
    }

    private void of(String select, Set<UUID> messages, RowCallbackHandler row) {
        sql.sql(select + " WHERE message_key = ANY (:messages::uuid[])")
                .param("messages", SqlArrays.keys(messages))
                .query(row);
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(row.getObject(2, OffsetDateTime.class).toInstant(), row.getLong(3));
    }

    /** The messages that were told in the place of the same entries as these, and these. */
    Set<UUID> entries(Collection<UUID> messages) {
        return new HashSet<>(
                sql.sql(
                                """
                                WITH RECURSIVE entry(message_key) AS (
                                  SELECT unnest(:messages::uuid[])
                                  UNION
                                  SELECT other.message_key FROM entry e CROSS JOIN LATERAL (
                                    SELECT c.corrected_key AS message_key FROM facts.correction c
                                     WHERE c.message_key = e.message_key
                                    UNION ALL
                                    SELECT c.message_key FROM facts.correction c
                                     WHERE c.corrected_key = e.message_key) AS other)
                                SELECT message_key FROM entry
                                """)
                        .param("messages", SqlArrays.keys(messages))
                        .query(UUID.class)
                        .list());
    }

    /** Where one entry was corrected more than once, of whom which correction is the last. */
    private void replace(Set<UUID> entries) {
        Set<UUID> replaced = new HashSet<>();
        if (entries.size() > 2) {
            List<Fact> facts = whole(ofMessages.apply(entries));
            Set<MessageRef> messages =
                    facts.stream().map(f -> f.id().message()).collect(Collectors.toSet());
            Set<MessageRef> takenBack = new HashSet<>();
            of(messages)
                    .forEach((message, standing) -> {
                        if (standing == Standing.RETRACTED) {
                            takenBack.add(message);
                        }
                    });
            Corrections.among(facts, takenBack)
                    .replaced()
                    .forEach(message -> replaced.add(PostgresLedger.messageKey(message)));
        }
        sql.sql(
                        """
                        WITH again AS (
                          UPDATE facts.withdrawn SET replaced = false
                           WHERE message_key = ANY (:entries::uuid[]) AND replaced
                             AND message_key <> ALL (:replaced::uuid[]))
                        INSERT INTO facts.withdrawn (message_key, named, replaced)
                        SELECT unnest(:replaced::uuid[]), false, true
                        ON CONFLICT (message_key) DO UPDATE SET replaced = true
                        """)
                .param("entries", SqlArrays.keys(entries))
                .param("replaced", SqlArrays.keys(replaced))
                .update();
    }

    /**
     * Those of messages whose own fact can be read here: where it lies apart, and only who is
     * described beside it does not, nobody can tell whom it concerns, and it stands.
     */
    private static List<Fact> whole(List<Fact> facts) {
        Set<MessageRef> whole =
                facts.stream()
                        .filter(f -> f.id().ordinal() == 0)
                        .map(f -> f.id().message())
                        .collect(Collectors.toSet());
        return facts.stream().filter(f -> whole.contains(f.id().message())).toList();
    }

    private void tell(Set<UUID> entries) {
        sql.sql(
                        """
                        UPDATE facts.participant p
                           SET withdrawn = w.named OR w.taken_back OR w.replaced, taken_back = w.taken_back
                          FROM facts.fact f CROSS JOIN unnest(f.record_keys) AS named(record_key),
                               facts.withdrawn w
                         WHERE f.message_key = ANY (:entries::uuid[])
                           AND w.message_key = f.message_key
                           AND p.record_key = named.record_key AND p.position = f.position
                           AND (p.withdrawn <> (w.named OR w.taken_back OR w.replaced)
                                OR p.taken_back <> w.taken_back)
                        """)
                .param("entries", SqlArrays.keys(entries))
                .update();
    }

    /** How those of the messages were withdrawn that were. */
    Map<MessageRef, Standing> of(Collection<MessageRef> messages) {
        Map<UUID, MessageRef> asked = new HashMap<>();
        messages.forEach(message -> asked.put(PostgresLedger.messageKey(message), message));
        Map<MessageRef, Standing> withdrawn = new HashMap<>();
        standings(asked.keySet())
                .forEach((key, standing) ->
                        withdrawn.put(Objects.requireNonNull(asked.get(key)), standing));
        return withdrawn;
    }

    private Map<UUID, Standing> standings(Set<UUID> messages) {
        Map<UUID, Standing> withdrawn = new HashMap<>();
        if (!messages.isEmpty()) {
            of(
                    """
                    SELECT message_key, taken_back
                      FROM (SELECT * FROM facts.withdrawn WHERE named OR taken_back OR replaced) AS w
                    """,
                    messages,
                    row -> {
                        withdrawn.put(row.getObject(1, UUID.class), standing(row.getBoolean(2)));
                    });
        }
        return withdrawn;
    }

    /** How a message stands that was withdrawn. */
    static Standing standing(boolean takenBack) {
        return takenBack ? Standing.RETRACTED : Standing.CORRECTED;
    }

    private static String key(MessageRef message) {
        return PostgresLedger.messageKey(message).toString();
    }
}
