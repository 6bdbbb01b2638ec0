package sightline.facts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Alone;
import sightline.core.facts.Fact;
import sightline.core.facts.Ledger;
import sightline.core.facts.Occupancy;
import sightline.core.facts.Participant;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.Standing;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;
import sightline.facts.wire.FactJson;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The ledger in PostgreSQL, within one transaction. Appending locks the head, so that positions are
 * gap-free in the order of commits; reading shows what the open context may see.
 *
 * <p>Each method is a fixed number of statements, however many facts it is given.
 */
public final class PostgresLedger implements Ledger {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS =
            "f.position, f.sender, f.ordinal, f.kind, f.class, f.recorded_at, f.received_at, f.body,"
                    + " s.seed";

    private final JdbcClient sql;
    private final BodySeal seal;
    private final OpenedFacts opened;
    private final FactRows rows;
    private final WithdrawnRows withdrawn;
    private BiConsumer<List<Fact>, Set<FactId>> told = (_, _) -> {};

    PostgresLedger(JdbcClient sql, BodySeal seal, OpenedFacts opened) {
        this.sql = sql;
        this.seal = seal;
        this.opened = opened;
        this.rows = new FactRows(seal, opened);
        this.withdrawn = new WithdrawnRows(sql, this::ofKeys);
    }

    /** Waits for the head, and holds it until the transaction ends: one appender at a time. */
    public long lockHead() {
        return sql.sql("SELECT position FROM facts.head FOR UPDATE").query(Long.class).single();
    }

    /**
     * How whoever held the head last left it: it changes with every transaction that changed
     * anything of facts or identities. To be asked while the head is held.
     */
    public String mark() {
        return sql.sql("SELECT xmin::text || ' ' || position FROM facts.head")
                .query(String.class)
                .single();
    }

    /** Leaves a mark at the head: something changed, though perhaps no fact was appended. */
    public void leaveMark() {
        sql.sql("UPDATE facts.head SET position = position").update();
    }

    /** Tells of everything that is appended from here on, and which of it only repeats. */
    public void tell(BiConsumer<List<Fact>, Set<FactId>> listener) {
        told = listener;
    }

    @Override
    public List<Fact> append(List<Fact> added) {
        return append(added, Set.of());
    }

    /**
     * Appends facts, of which some only say again what was said before: those are kept like all
     * others, and {@link #mentioning} and {@link #occupying} leave them out.
     */
    public List<Fact> append(List<Fact> added, Set<FactId> repeats) {
        if (added.isEmpty()) {
            return List.of();
        }
        long head = lockHead();
        Map<String, Fact> held = held(added);
        List<Fact> placed = new ArrayList<>();
        List<Fact> fresh = new ArrayList<>();
        for (Fact fact : added) {
            Fact known = held.get(fact.id().text());
            if (known == null) {
                known = fact.at(++head);
                held.put(fact.id().text(), known);
                fresh.add(known);
            }
            placed.add(known);
        }
        insert(fresh, repeats);
        sql.sql("UPDATE facts.head SET position = :p").param("p", head).update();
        told.accept(fresh, repeats);
        return placed;
    }

    private Map<String, Fact> held(List<Fact> added) {
        Set<MessageRef> messages =
                added.stream().map(f -> f.id().message()).collect(Collectors.toSet());
        Map<String, Fact> held = new HashMap<>();
        ofMessages(messages).forEach(f -> held.put(f.id().text(), f));
        return held;
    }

    private void insert(List<Fact> facts, Set<FactId> repeats) {
        Map<UUID, byte[]> seeds = seeds(facts);
        List<Fact> open = facts.stream().filter(f -> !f.sensitivity().apart()).toList();
        insert("facts.fact", open, seeds, repeats);
        insert(
                "facts.sealed_fact",
                facts.stream().filter(f -> f.sensitivity().sealed()).toList(),
                seeds,
                Set.of());
        insert(
                "facts.third_party_fact",
                facts.stream().filter(f -> f.sensitivity() == Sensitivity.THIRD_PARTY).toList(),
                seeds,
                Set.of());
        withdrawn.note(facts);
        participants(open, repeats);
    }

    private void insert(
            String table, List<Fact> facts, Map<UUID, byte[]> seeds, Set<FactId> repeats) {
        if (facts.isEmpty()) {
            return;
        }
        ArrayNode rows = JSON.createArrayNode();
        facts.forEach(f -> rows.add(row(f, seeds, !repeats.contains(f.id()))));
        sql.sql(
                        """
                        INSERT INTO %s (position, message_key, ordinal, sender, kind, subject_key,
                          record_keys, class, happened_from, happened_until, recorded_at, received_at,
                          address_key, occupies, body)
                        SELECT r.position, r.message_key, r.ordinal, r.sender, r.kind, r.subject_key,
                          ARRAY(SELECT jsonb_array_elements_text(r.record_keys)::uuid), r.class,
                          r.happened_from, r.happened_until, r.recorded_at, r.received_at,
                          r.address_key, r.occupies, decode(r.body, 'base64')
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(position bigint, message_key uuid,
                            ordinal smallint, sender text, kind text, subject_key uuid,
                            record_keys jsonb, class text, happened_from date, happened_until date,
                            recorded_at timestamptz, received_at timestamptz, address_key uuid,
                            occupies boolean, body text)
                        """
                                .formatted(table))
                .param("rows", rows.toString())
                .update();
    }

    private ObjectNode row(Fact fact, Map<UUID, byte[]> seeds, boolean news) {
        UUID subject = subjectKey(fact);
        byte[] seed = java.util.Objects.requireNonNull(seeds.get(subject));
        ObjectNode row = JSON.createObjectNode();
        row.put("position", fact.position());
        row.put("message_key", messageKey(fact.id().message()).toString());
        row.put("ordinal", fact.id().ordinal());
        row.put("sender", fact.source().value());
        row.put("kind", fact.kind());
        row.put("subject_key", subject.toString());
        ArrayNode records = row.putArray("record_keys");
        recordKeys(fact).forEach(k -> records.add(k.toString()));
        row.put("class", fact.sensitivity().name());
        fact.times().happened().earliest().ifPresent(d -> row.put("happened_from", d.toString()));
        fact.times().happened().latest().ifPresent(d -> row.put("happened_until", d.toString()));
        row.put("recorded_at", fact.times().recorded().toString());
        row.put("received_at", fact.times().received().toString());
        fact.place().ifPresent(a -> row.put("address_key", AddressKey.of(a).toString()));
        row.put(
                "occupies",
                news && fact.place().isPresent() && Occupancy.of(fact.body()).isPresent());
        byte[] body = seal.seal(seed, FactJson.write(fact));
        row.put("body", Base64.getEncoder().encodeToString(body));
        if (exact(fact.times().recorded()) && exact(fact.times().received())) {
            opened.keep(fact.position(), seed, body, fact);
        }
        return row;
    }

    /** Whether the database keeps the moment as it is. */
    private static boolean exact(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).equals(moment);
    }

    /**
     * What Sightline did is found by its message, not by the person: no rule reads it. What was
     * told and seen is found by the person: clocks read it.
     */
    private void participants(List<Fact> facts, Set<FactId> repeats) {
        ArrayNode rows = JSON.createArrayNode();
        for (Fact fact : facts) {
            if (fact.body() instanceof SystemBody
                    && !(fact.body() instanceof SystemBody.Attention)) {
                continue;
            }
            recordKeys(fact)
                    .forEach(k ->
                            rows.addObject()
                                    .put("k", k.toString())
                                    .put("m", messageKey(fact.id().message()).toString())
                                    .put("p", fact.position())
                                    .put("r", repeats.contains(fact.id()))
                                    .put("a", Alone.is(fact) ? fact.kind() : null));
        }
        sql.sql(
                        """
                        INSERT INTO facts.participant (record_key, position, repeats, alone, withdrawn, taken_back)
                        SELECT r.k, r.p, r.r, r.a, coalesce(w.named OR w.taken_back OR w.replaced, false),
                               coalesce(w.taken_back, false)
                          FROM jsonb_to_recordset(:rows::jsonb)
                            AS r(k uuid, m uuid, p bigint, r boolean, a text)
                          LEFT JOIN facts.withdrawn w ON w.message_key = r.m
                        """)
                .param("rows", rows.toString())
                .update();
    }

    private Map<UUID, byte[]> seeds(List<Fact> facts) {
        Set<UUID> keys = facts.stream().map(PostgresLedger::subjectKey).collect(Collectors.toSet());
        ArrayNode rows = JSON.createArrayNode();
        Base64.Encoder base64 = Base64.getEncoder();
        keys.forEach(k ->
                rows.addObject()
                        .put("k", k.toString())
                        .put("s", base64.encodeToString(seal.newSeed())));
        sql.sql(
                        """
                        INSERT INTO facts.record_seed (record_key, seed)
                        SELECT r.k, decode(r.s, 'base64')
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(k uuid, s text)
                        ON CONFLICT (record_key) DO NOTHING
                        """)
                .param("rows", rows.toString())
                .update();
        Map<UUID, byte[]> seeds = new HashMap<>();
        sql.sql(
                        "SELECT record_key, seed FROM facts.record_seed WHERE record_key = ANY (:keys::uuid[])")
                .param("keys", SqlArrays.keys(keys))
                .query(row -> {
                    seeds.put(row.getObject(1, UUID.class), row.getBytes(2));
                });
        return seeds;
    }

    @Override
    public List<Fact> mentioning(Collection<SourceRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        Set<UUID> keys = records.stream().map(RecordKey::of).collect(Collectors.toSet());
        return read(
                sql.sql(
                                """
                                SELECT %s FROM facts.fact f JOIN facts.record_seed s ON s.record_key = f.subject_key
                                 WHERE f.position IN (SELECT p.position FROM facts.participant p
                                                       WHERE p.record_key = ANY (:keys::uuid[]) AND NOT p.repeats)
                                 ORDER BY f.position
                                """
                                        .formatted(COLUMNS))
                        .param("keys", SqlArrays.keys(keys)));
    }

    @Override
    public Map<Long, Standing> withdrawn(Collection<SourceRecord> records) {
        Map<Long, Standing> found = new HashMap<>();
        if (records.isEmpty()) {
            return found;
        }
        Set<UUID> keys = records.stream().map(RecordKey::of).collect(Collectors.toSet());
        sql.sql(
                        """
                        SELECT DISTINCT position, taken_back FROM facts.participant
                         WHERE record_key = ANY (:keys::uuid[]) AND withdrawn AND NOT repeats
                        """)
                .param("keys", SqlArrays.keys(keys))
                .query(row -> {
                    found.put(row.getLong(1), WithdrawnRows.standing(row.getBoolean(2)));
                });
        return found;
    }

    @Override
    public Map<MessageRef, Standing> withdrawnOf(Collection<MessageRef> messages) {
        return withdrawn.of(messages);
    }

    /**
     * Notes what facts that stand here already say of other messages of their sender, where that
     * was not known.
     *
     * @return what was told in messages that stand otherwise by that, in ledger order
     */
    public List<Fact> noteAnew(List<Fact> facts) {
        Set<UUID> otherwise = withdrawn.noteAnew(facts);
        return otherwise.isEmpty() ? List.of() : ofKeys(otherwise);
    }

    /** Where the facts stand that {@link #mentioning} gives; none of them is opened. */
    public Set<Long> positionsMentioning(Collection<SourceRecord> records) {
        if (records.isEmpty()) {
            return Set.of();
        }
        Set<UUID> keys = records.stream().map(RecordKey::of).collect(Collectors.toSet());
        return Set.copyOf(
                sql.sql(
                                """
                                SELECT f.position FROM facts.fact f
                                 WHERE f.position IN (SELECT p.position FROM facts.participant p
                                                       WHERE p.record_key = ANY (:keys::uuid[]) AND NOT p.repeats)
                                """)
                        .param("keys", SqlArrays.keys(keys))
                        .query(Long.class)
                        .list());
    }

    /** As {@link #mentioning}, but for the facts at those positions. */
    public List<Fact> mentioningBeside(Collection<SourceRecord> records, Collection<Long> held) {
        if (held.isEmpty()) {
            return mentioning(records);
        }
        Set<UUID> keys = records.stream().map(RecordKey::of).collect(Collectors.toSet());
        return read(
                sql.sql(
                                """
                                SELECT %s FROM facts.fact f JOIN facts.record_seed s ON s.record_key = f.subject_key
                                 WHERE f.position IN (SELECT p.position FROM facts.participant p
                                                       WHERE p.record_key = ANY (:keys::uuid[]) AND NOT p.repeats
                                                         AND p.position <> ALL (:held::bigint[]))
                                 ORDER BY f.position
                                """
                                        .formatted(COLUMNS))
                        .param("keys", SqlArrays.keys(keys))
                        .param("held", SqlArrays.numbers(held)));
    }

    @Override
    public List<Fact> mentioningBut(
            Collection<SourceRecord> records, Collection<String> leftOut, int latest) {
        return mentioningBut(records, Set.of(), leftOut, latest);
    }

    /**
     * As {@link #mentioningBeside}, but for entries of these kinds that are alone: of those only
     * the newest of each record that the context lets through, and those that happened last.
     */
    public List<Fact> mentioningBut(
            Collection<SourceRecord> records,
            Collection<Long> held,
            Collection<String> leftOut,
            int latest) {
        if (records.isEmpty()) {
            return List.of();
        }
        if (leftOut.isEmpty()) {
            return mentioningBeside(records, held);
        }
        Set<UUID> keys = records.stream().map(RecordKey::of).collect(Collectors.toSet());
        return read(
                sql.sql(
                                """
                                SELECT %s FROM facts.fact f JOIN facts.record_seed s ON s.record_key = f.subject_key
                                 WHERE f.position IN (
                                   SELECT p.position FROM facts.participant p
                                    WHERE p.record_key = ANY (:keys::uuid[]) AND NOT p.repeats
                                      AND (p.alone IS NULL OR p.alone <> ALL (:left::text[]))
                                      AND p.position <> ALL (:held::bigint[])
                                   UNION ALL
                                   SELECT newest.position
                                     FROM unnest(:keys::uuid[]) AS k(record_key)
                                     CROSS JOIN LATERAL (
                                       SELECT p.position FROM facts.participant p
                                         JOIN facts.fact o ON o.position = p.position
                                        WHERE p.record_key = k.record_key AND NOT p.repeats
                                          AND p.alone = ANY (:left::text[])
                                        ORDER BY p.position DESC LIMIT 1) newest
                                    WHERE newest.position <> ALL (:held::bigint[])
                                   UNION ALL
                                   SELECT latest.position
                                     FROM unnest(:keys::uuid[]) AS k(record_key)
                                     CROSS JOIN LATERAL (
                                       SELECT p.position FROM facts.participant p
                                         JOIN facts.fact o ON o.position = p.position
                                        WHERE :latest > 0 AND p.record_key = k.record_key AND NOT p.repeats
                                          AND NOT p.withdrawn AND p.alone = ANY (:left::text[])
                                        ORDER BY coalesce(o.happened_from,
                                                   (o.recorded_at AT TIME ZONE 'Europe/London')::date) DESC,
                                                 p.position DESC
                                        LIMIT :latest) latest
                                    WHERE latest.position <> ALL (:held::bigint[]))
                                 ORDER BY f.position
                                """
                                        .formatted(COLUMNS))
                        .param("keys", SqlArrays.keys(keys))
                        .param("latest", latest)
                        .param("left", SqlArrays.texts(leftOut))
                        .param("held", SqlArrays.numbers(held)));
    }

    /** Whatever repeats what came in these messages counts again, of all whom they describe. */
    public void countAgain(Collection<MessageRef> messages) {
        Set<UUID> keys = messageKeys(messages);
        sql.sql(
                        """
                        WITH again AS (
                          UPDATE facts.participant p SET repeats = false
                           WHERE p.repeats AND p.record_key IN (
                             SELECT f.subject_key FROM facts.fact f WHERE f.message_key = ANY (:keys::uuid[]))
                          RETURNING p.position)
                        UPDATE facts.fact f SET occupies = true FROM again a
                         WHERE f.position = a.position AND f.kind = 'residence'
                        """)
                .param("keys", SqlArrays.keys(keys))
                .update();
    }

    /** What is said of these records that describes them: who they are, where they live. */
    public List<Fact> describing(Collection<SourceRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        Set<UUID> keys = records.stream().map(RecordKey::of).collect(Collectors.toSet());
        return read(
                sql.sql(
                                """
                                SELECT %s FROM facts.participant p
                                  JOIN facts.fact f ON f.position = p.position
                                  JOIN facts.record_seed s ON s.record_key = f.subject_key
                                 WHERE p.record_key = ANY (:keys::uuid[]) AND NOT p.repeats AND f.kind IN ('person', 'residence')
                                 ORDER BY f.position
                                """
                                        .formatted(COLUMNS))
                        .param("keys", SqlArrays.keys(keys)));
    }

    @Override
    public List<Fact> ofMessages(Collection<MessageRef> messages) {
        return messages.isEmpty() ? List.of() : ofKeys(messageKeys(messages));
    }

    @Override
    public List<Fact> ofEntries(Collection<MessageRef> messages) {
        return messages.isEmpty() ? List.of() : ofKeys(withdrawn.entries(messageKeys(messages)));
    }

    private static Set<UUID> messageKeys(Collection<MessageRef> messages) {
        return messages.stream().map(PostgresLedger::messageKey).collect(Collectors.toSet());
    }

    private List<Fact> ofKeys(Set<UUID> keys) {
        return read(
                sql.sql(
                                """
                                SELECT %s FROM facts.fact f JOIN facts.record_seed s ON s.record_key = f.subject_key
                                 WHERE f.message_key = ANY (:keys::uuid[]) ORDER BY f.position
                                """
                                        .formatted(COLUMNS))
                        .param("keys", SqlArrays.keys(keys)));
    }

    /** At most {@code limit} newest facts an address that put somebody there, in ledger order. */
    public List<Fact> occupying(Collection<UUID> addressKeys, int limit) {
        if (addressKeys.isEmpty()) {
            return List.of();
        }
        return read(
                sql.sql(
                                """
                                SELECT %s
                                  FROM unnest(:keys::uuid[]) AS k(address_key)
                                  CROSS JOIN LATERAL (SELECT * FROM facts.fact o
                                     WHERE o.occupies AND o.address_key = k.address_key
                                     ORDER BY o.position DESC LIMIT :limit) f
                                  JOIN facts.record_seed s ON s.record_key = f.subject_key
                                 ORDER BY f.position
                                """
                                        .formatted(COLUMNS))
                        .param("keys", SqlArrays.keys(addressKeys))
                        .param("limit", limit));
    }

    @Override
    public List<Fact> after(long position, int limit) {
        return read(
                sql.sql(
                                """
                                SELECT %s FROM facts.fact f JOIN facts.record_seed s ON s.record_key = f.subject_key
                                 WHERE f.position > :after ORDER BY f.position LIMIT :limit
                                """
                                        .formatted(COLUMNS))
                        .param("after", position)
                        .param("limit", limit));
    }

    /**
     * The facts of a stretch of the ledger in their order, those that lie apart as well: for a
     * rebuild. What was erased is left out.
     *
     * @param until the last position that is given
     */
    public List<Fact> recorded(long after, long until, int limit) {
        return read(
                sql.sql(
                                """
                                SELECT %1$s FROM (
                                  SELECT * FROM facts.fact WHERE position > :after AND position <= :until
                                  UNION ALL SELECT * FROM facts.sealed_fact WHERE position > :after AND position <= :until
                                  UNION ALL SELECT * FROM facts.third_party_fact WHERE position > :after AND position <= :until
                                ) f JOIN facts.record_seed s ON s.record_key = f.subject_key
                                 ORDER BY f.position LIMIT :limit
                                """
                                        .formatted(COLUMNS))
                        .param("after", after)
                        .param("until", until)
                        .param("limit", limit));
    }

    /** Every fact that hangs on one of these records, those that lie apart as well. */
    public List<Fact> hangingOn(Collection<UUID> records) {
        return read(
                sql.sql(
                                """
                                SELECT %1$s FROM (
                                  SELECT * FROM facts.fact WHERE subject_key = ANY (:keys::uuid[])
                                  UNION ALL SELECT * FROM facts.sealed_fact WHERE subject_key = ANY (:keys::uuid[])
                                  UNION ALL SELECT * FROM facts.third_party_fact WHERE subject_key = ANY (:keys::uuid[])
                                ) f JOIN facts.record_seed s ON s.record_key = f.subject_key
                                 ORDER BY f.position
                                """
                                        .formatted(COLUMNS))
                        .param("keys", SqlArrays.keys(records)));
    }

    /**
     * The keys of the records that facts of these kinds hang on; sealed facts are not looked at.
     */
    public Set<UUID> subjectsOf(Collection<String> kinds) {
        return new HashSet<>(
                sql.sql("SELECT DISTINCT subject_key FROM facts.fact WHERE kind = ANY (:k::text[])")
                        .param("k", SqlArrays.texts(kinds))
                        .query(UUID.class)
                        .list());
    }

    @Override
    public long last() {
        return sql.sql("SELECT position FROM facts.head").query(Long.class).single();
    }

    private List<Fact> read(JdbcClient.StatementSpec statement) {
        return rows.read(statement);
    }

    private static UUID subjectKey(Fact fact) {
        return RecordKey.of(
                fact.subject()
                        .orElseThrow(
                                () -> new IllegalArgumentException(fact + " is about nobody")));
    }

    private static Set<UUID> recordKeys(Fact fact) {
        Set<UUID> keys = new HashSet<>();
        fact.participants().stream().map(Participant::record).map(RecordKey::of).forEach(keys::add);
        return keys;
    }

    /** How a message is named in the database. */
    static UUID messageKey(MessageRef message) {
        return RecordKey.of(new SourceRecord(message.sender(), message.id().value()));
    }

    /** Keys as PostgreSQL writes an array: how an order names its records in the journal. */
    static String written(Collection<UUID> keys) {
        return keys.stream()
                .sorted(Comparator.naturalOrder())
                .map(UUID::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }
}
