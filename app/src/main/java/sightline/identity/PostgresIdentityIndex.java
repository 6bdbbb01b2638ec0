package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.identity.BlockingKey;
import sightline.core.identity.Decision;
import sightline.core.identity.Explanation;
import sightline.core.identity.IdentityIndex;
import sightline.core.identity.PersonLink;
import sightline.core.identity.RecordDetails;
import sightline.core.identity.ResolvedPerson;
import sightline.core.identity.UndecidedPair;
import sightline.core.identity.UndecidedPair.Held;
import sightline.core.identity.Verdict;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import tools.jackson.databind.node.ArrayNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What identity remembers, in PostgreSQL, within one transaction. Each method is a fixed number of
 * statements, however many records it is given, and none for none.
 */
final class PostgresIdentityIndex implements IdentityIndex {
    private static final String PAIR = "f.agency, f.local_id, s.agency, s.local_id";
    private static final String PAIR_OF =
            """
             %s p JOIN identity.record f ON f.record_key = p.first
                  JOIN identity.record s ON s.record_key = p.second
            """;
    private static final String TOUCHING =
            " WHERE p.first = ANY (:keys::uuid[]) OR p.second = ANY (:keys::uuid[])";

    private final JdbcClient sql;
    private final SealedJson seal;
    private final Set<SourceRecord> reassigned = new HashSet<>();

    PostgresIdentityIndex(JdbcClient sql, SealedJson seal) {
        this.sql = sql;
        this.seal = seal;
    }

    /** The records whose person, or its certainty, was written since this was last asked. */
    Set<SourceRecord> takeReassigned() {
        Set<SourceRecord> taken = Set.copyOf(reassigned);
        reassigned.clear();
        return taken;
    }

    @Override
    public Map<SourceRecord, RecordDetails> details(Set<SourceRecord> records) {
        Map<SourceRecord, RecordDetails> found = new HashMap<>();
        if (!records.isEmpty()) {
            sql.sql("SELECT details FROM identity.details WHERE record_key = ANY (:keys::uuid[])")
                    .param("keys", Keys.of(records))
                    .query((ResultSet row) -> {
                        RecordDetails details = seal.open(RecordDetails.class, row.getBytes(1));
                        found.put(details.record(), details);
                    });
        }
        return found;
    }

    /** The records whose details name one of these as the mother's. */
    Set<SourceRecord> childrenOf(Set<SourceRecord> mothers) {
        if (mothers.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                sql.sql(
                                """
                                SELECT r.agency, r.local_id FROM identity.details d
                                  JOIN identity.record r ON r.record_key = d.record_key
                                 WHERE d.mother_key = ANY (:keys::uuid[])
                                """)
                        .param("keys", Keys.of(mothers))
                        .query((row, _) -> Keys.record(row, 1))
                        .list());
    }

    @Override
    public void put(Map<RecordDetails, Set<BlockingKey>> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Set<SourceRecord> records = new HashSet<>();
        ArrayNode details = Keys.rows();
        ArrayNode keys = Keys.rows();
        changed.forEach((detail, own) -> {
            records.add(detail.record());
            String key = RecordKey.of(detail.record()).toString();
            var row = details.addObject().put("k", key);
            row.put("d", Base64.getEncoder().encodeToString(seal.seal(detail)));
            detail.mother()
                    .flatMap(RecordDetails.Mother::record)
                    .ifPresent(mother -> row.put("m", RecordKey.of(mother).toString()));
            own.forEach(
                    it -> keys.addObject().put("r", key).put("k", it.value()).put("l", it.limit()));
        });
        register(records);
        sql.sql(
                        """
                        INSERT INTO identity.details (record_key, mother_key, details)
                        SELECT r.k, r.m, decode(r.d, 'base64')
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(k uuid, m uuid, d text)
                        ON CONFLICT (record_key) DO UPDATE
                           SET mother_key = excluded.mother_key, details = excluded.details
                        """)
                .param("rows", details.toString())
                .update();
        delete("identity.blocking", records);
        sql.sql(
                        """
                        INSERT INTO identity.blocking (record_key, key, most)
                        SELECT r.r, r.k, r.l FROM jsonb_to_recordset(:rows::jsonb) AS r(r uuid, k text, l int)
                        """)
                .param("rows", keys.toString())
                .update();
    }

    private void register(Collection<SourceRecord> records) {
        ArrayNode rows = Keys.rows();
        for (SourceRecord record : new HashSet<>(records)) {
            rows.addObject()
                    .put("k", RecordKey.of(record).toString())
                    .put("a", record.agency().value())
                    .put("l", record.localId());
        }
        sql.sql(
                        """
                        INSERT INTO identity.record (record_key, agency, local_id)
                        SELECT r.k, r.a, r.l FROM jsonb_to_recordset(:rows::jsonb) AS r(k uuid, a text, l text)
                        ON CONFLICT DO NOTHING
                        """)
                .param("rows", rows.toString())
                .update();
    }

    private void delete(String table, Set<SourceRecord> records) {
        sql.sql("DELETE FROM %s WHERE record_key = ANY (:keys::uuid[])".formatted(table))
                .param("keys", Keys.of(records))
                .update();
    }

    @Override
    public void remove(Set<SourceRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        replaceLinks(records, List.of());
        replaceUndecided(records, List.of());
        delete("identity.blocking", records);
        delete("identity.details", records);
        delete("identity.person", records);
    }

    @Override
    public Map<SourceRecord, Set<BlockingKey>> keys(Set<SourceRecord> records) {
        Map<SourceRecord, Set<BlockingKey>> found = new HashMap<>();
        if (!records.isEmpty()) {
            sql.sql(
                            """
                            SELECT r.agency, r.local_id, b.key, b.most FROM identity.blocking b
                              JOIN identity.record r ON r.record_key = b.record_key
                             WHERE b.record_key = ANY (:keys::uuid[])
                            """)
                    .param("keys", Keys.of(records))
                    .query((ResultSet row) -> {
                        found.computeIfAbsent(Keys.record(row, 1), _ -> new HashSet<>())
                                .add(new BlockingKey(row.getString(3), row.getInt(4)));
                    });
        }
        return found;
    }

    @Override
    public Map<BlockingKey, Block> blocks(Set<BlockingKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        ArrayNode rows = Keys.rows();
        keys.forEach(key -> rows.addObject().put("k", key.value()).put("l", key.limit()));
        Map<BlockingKey, Integer> sizes = new HashMap<>();
        Map<BlockingKey, Set<SourceRecord>> records = new HashMap<>();
        sql.sql(
                        """
                        SELECT w.k, w.l, n.size, r.agency, r.local_id
                          FROM jsonb_to_recordset(:rows::jsonb) AS w(k text, l int)
                          CROSS JOIN LATERAL (SELECT count(*) AS size FROM identity.blocking b
                                               WHERE b.key = w.k) n
                          LEFT JOIN LATERAL (SELECT b.record_key FROM identity.blocking b
                                              WHERE b.key = w.k AND n.size <= w.l) m ON true
                          LEFT JOIN identity.record r ON r.record_key = m.record_key
                        """)
                .param("rows", rows.toString())
                .query((ResultSet row) -> {
                    BlockingKey key = new BlockingKey(row.getString(1), row.getInt(2));
                    sizes.put(key, row.getInt(3));
                    Set<SourceRecord> own = records.computeIfAbsent(key, _ -> new HashSet<>());
                    if (row.getString(4) != null) {
                        own.add(Keys.record(row, 4));
                    }
                });
        Map<BlockingKey, Block> found = new HashMap<>();
        records.forEach((key, own) -> found.put(key, new Block(sizes.getOrDefault(key, 0), own)));
        return found;
    }

    @Override
    public Set<PersonLink> links(Set<SourceRecord> records) {
        if (records.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                sql.sql(
                                "SELECT "
                                        + PAIR
                                        + ", p.explanation FROM "
                                        + PAIR_OF.formatted("identity.link")
                                        + TOUCHING)
                        .param("keys", Keys.of(records))
                        .query((row, _) ->
                                new PersonLink(
                                        Keys.record(row, 1), Keys.record(row, 3), why(row, 5)))
                        .list());
    }

    private static Explanation why(ResultSet row, int column) throws SQLException {
        return SealedJson.plain(Explanation.class, row.getString(column));
    }

    private void deletePairs(String table, Set<SourceRecord> records) {
        if (!records.isEmpty()) {
            sql.sql("DELETE FROM %s p".formatted(table) + TOUCHING)
                    .param("keys", Keys.of(records))
                    .update();
        }
    }

    @Override
    public void replaceLinks(Set<SourceRecord> records, Collection<PersonLink> links) {
        deletePairs("identity.link", records);
        if (links.isEmpty()) {
            return;
        }
        ArrayNode rows = Keys.rows();
        for (PersonLink link : links) {
            rows.addObject()
                    .put("f", RecordKey.of(link.first()).toString())
                    .put("s", RecordKey.of(link.second()).toString())
                    .put("j", link.joins())
                    .put("e", SealedJson.plain(link.explanation()));
        }
        sql.sql(
                        """
                        INSERT INTO identity.link (first, second, joins, explanation)
                        SELECT r.f, r.s, r.j, r.e::jsonb
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(f uuid, s uuid, j boolean, e text)
                        """)
                .param("rows", rows.toString())
                .update();
    }

    @Override
    public Set<Decision> decisions(Set<SourceRecord> records) {
        if (records.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                sql.sql(
                                "SELECT "
                                        + PAIR
                                        + ", p.verdict, p.decided_by, p.decided_at FROM "
                                        + PAIR_OF.formatted("identity.decision")
                                        + TOUCHING)
                        .param("keys", Keys.of(records))
                        .query((row, _) ->
                                new Decision(
                                        Keys.record(row, 1),
                                        Keys.record(row, 3),
                                        Verdict.valueOf(row.getString(5)),
                                        row.getString(6),
                                        row.getObject(7, OffsetDateTime.class).toInstant()))
                        .list());
    }

    @Override
    public void add(Decision decision) {
        register(List.of(decision.first(), decision.second()));
        bound(
                        """
                        INSERT INTO identity.decision (first, second, verdict, decided_by, decided_at)
                        VALUES (:first, :second, :verdict, :by, :at) ON CONFLICT DO NOTHING
                        """,
                        decision)
                .update();
    }

    @Override
    public void remove(Decision decision) {
        bound(
                        """
                        DELETE FROM identity.decision
                         WHERE first = :first AND second = :second AND verdict = :verdict
                           AND decided_by = :by AND decided_at = :at
                        """,
                        decision)
                .update();
    }

    private JdbcClient.StatementSpec bound(String statement, Decision decision) {
        return sql.sql(statement)
                .param("first", RecordKey.of(decision.first()))
                .param("second", RecordKey.of(decision.second()))
                .param("verdict", decision.verdict().name())
                .param("by", decision.by())
                .param("at", decision.at().atOffset(ZoneOffset.UTC));
    }

    @Override
    public Set<SourceRecord> component(Set<SourceRecord> records) {
        if (records.isEmpty()) {
            return Set.of();
        }
        Set<SourceRecord> reached = new HashSet<>(records);
        reached.addAll(
                sql.sql(
                                """
                                WITH RECURSIVE reached(k) AS (
                                  SELECT unnest(:keys::uuid[])
                                  UNION
                                  SELECT next.k FROM reached r CROSS JOIN LATERAL (
                                    SELECT l.second AS k FROM identity.link l WHERE l.first = r.k AND l.joins
                                    UNION ALL
                                    SELECT l.first FROM identity.link l WHERE l.second = r.k AND l.joins
                                    UNION ALL
                                    SELECT d.second FROM identity.decision d WHERE d.first = r.k
                                    UNION ALL
                                    SELECT d.first FROM identity.decision d WHERE d.second = r.k) next)
                                SELECT r.agency, r.local_id FROM reached JOIN identity.record r
                                    ON r.record_key = reached.k
                                """)
                        .param("keys", Keys.of(records))
                        .query((row, _) -> Keys.record(row, 1))
                        .list());
        return reached;
    }

    @Override
    public Map<SourceRecord, PersonId> peopleOf(Set<SourceRecord> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        Map<UUID, SourceRecord> byKey = new HashMap<>();
        records.forEach(record -> byKey.put(RecordKey.of(record), record));
        Map<SourceRecord, PersonId> found = new HashMap<>();
        sql.sql(
                        """
                        SELECT record_key, person FROM identity.person
                         WHERE record_key = ANY (:keys::uuid[])
                        """)
                .param("keys", Keys.array(byKey.keySet()))
                .query((ResultSet row) -> {
                    SourceRecord record = byKey.get(row.getObject(1, UUID.class));
                    if (record != null) {
                        found.put(record, new PersonId(row.getString(2)));
                    }
                });
        return found;
    }

    @Override
    public Map<PersonId, Set<SourceRecord>> records(Set<PersonId> people) {
        Map<PersonId, Set<SourceRecord>> found = new HashMap<>();
        members(people)
                .forEach(it ->
                        found.computeIfAbsent(it.person(), _ -> new HashSet<>()).add(it.record()));
        return found;
    }

    /** One record of a person, and how sure it is that it is theirs. */
    record Membership(PersonId person, SourceRecord record, Certainty certainty) {}

    /** The records of these people, in order. */
    List<Membership> members(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        return sql.sql(
                        """
                        SELECT r.agency, r.local_id, p.person, p.certainty FROM identity.person p
                          JOIN identity.record r ON r.record_key = p.record_key
                         WHERE p.person IN (SELECT jsonb_array_elements_text(:people::jsonb))
                         ORDER BY r.agency COLLATE "C", r.local_id COLLATE "C"
                        """)
                .param("people", Keys.texts(people.stream().map(PersonId::value).toList()))
                .query((row, _) ->
                        new Membership(
                                new PersonId(row.getString(3)),
                                Keys.record(row, 1),
                                Certainty.valueOf(row.getString(4))))
                .list();
    }

    @Override
    public void assign(Collection<ResolvedPerson> people) {
        if (people.isEmpty()) {
            return;
        }
        Map<UUID, SourceRecord> byKey = new HashMap<>();
        ArrayNode records = Keys.rows();
        ArrayNode anchors = Keys.rows();
        for (ResolvedPerson person : people) {
            String id = person.id().value();
            anchors.addObject()
                    .put("p", id)
                    .put("k", RecordKey.of(person.records().first()).toString());
            for (SourceRecord record : person.records()) {
                UUID key = RecordKey.of(record);
                byKey.put(key, record);
                records.addObject()
                        .put("k", key.toString())
                        .put("p", id)
                        .put("c", person.certainty().name());
            }
        }
        sql.sql(
                        """
                        INSERT INTO identity.anchor (person, record_key)
                        SELECT r.p, r.k FROM jsonb_to_recordset(:rows::jsonb) AS r(p text, k uuid)
                        ON CONFLICT DO NOTHING
                        """)
                .param("rows", anchors.toString())
                .update();
        sql.sql(
                        """
                        INSERT INTO identity.person AS old (record_key, person, certainty)
                        SELECT r.k, r.p, r.c FROM jsonb_to_recordset(:rows::jsonb) AS r(k uuid, p text, c text)
                        ON CONFLICT (record_key) DO UPDATE
                           SET person = excluded.person, certainty = excluded.certainty
                         WHERE (old.person, old.certainty) IS DISTINCT FROM (excluded.person, excluded.certainty)
                        RETURNING record_key
                        """)
                .param("rows", records.toString())
                .query(UUID.class)
                .list()
                .forEach(key -> Optional.ofNullable(byKey.get(key)).ifPresent(reassigned::add));
    }

    @Override
    public Optional<SourceRecord> anchor(PersonId person) {
        return sql.sql(
                        """
                        SELECT r.agency, r.local_id FROM identity.anchor a
                          JOIN identity.record r ON r.record_key = a.record_key
                         WHERE a.person = :person
                        """)
                .param("person", person.value())
                .query((row, _) -> Keys.record(row, 1))
                .optional();
    }

    @Override
    public List<UndecidedPair> undecided(Set<SourceRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        return sql.sql(
                        "SELECT "
                                + PAIR
                                + ", p.held, p.explanation FROM "
                                + PAIR_OF.formatted("identity.undecided")
                                + TOUCHING)
                .param("keys", Keys.of(records))
                .query((row, _) -> pair(row))
                .list();
    }

    private static UndecidedPair pair(ResultSet row) throws SQLException {
        return new UndecidedPair(
                Keys.record(row, 1),
                Keys.record(row, 3),
                Held.valueOf(row.getString(5)),
                why(row, 6));
    }

    private static int rank(Certainty certainty) {
        return switch (certainty) {
            case CONFIRMED -> 0;
            case LIKELY -> 1;
            case POSSIBLE -> 2;
            case NOT_KNOWN -> 3;
        };
    }

    /** The strongest pairs of the review queue first. */
    List<UndecidedPair> reviewQueue(int limit) {
        return sql.sql(
                        "SELECT "
                                + PAIR
                                + ", p.held, p.explanation FROM "
                                + PAIR_OF.formatted("identity.undecided")
                                + " ORDER BY p.certainty, p.weight_tenths DESC, p.first, p.second"
                                + " LIMIT :limit")
                .param("limit", limit)
                .query((row, _) -> pair(row))
                .list();
    }

    @Override
    public void replaceUndecided(Set<SourceRecord> records, Collection<UndecidedPair> pairs) {
        deletePairs("identity.undecided", records);
        if (pairs.isEmpty()) {
            return;
        }
        ArrayNode rows = Keys.rows();
        for (UndecidedPair pair : pairs) {
            rows.addObject()
                    .put("f", RecordKey.of(pair.first()).toString())
                    .put("s", RecordKey.of(pair.second()).toString())
                    .put("h", pair.held().name())
                    .put("c", rank(pair.explanation().certainty()))
                    .put("w", pair.explanation().weightTenths())
                    .put("e", SealedJson.plain(pair.explanation()));
        }
        sql.sql(
                        """
                        INSERT INTO identity.undecided (first, second, held, certainty, weight_tenths, explanation)
                        SELECT r.f, r.s, r.h, r.c, r.w, r.e::jsonb
                          FROM jsonb_to_recordset(:rows::jsonb)
                            AS r(f uuid, s uuid, h text, c smallint, w int, e text)
                        """)
                .param("rows", rows.toString())
                .update();
    }
}
