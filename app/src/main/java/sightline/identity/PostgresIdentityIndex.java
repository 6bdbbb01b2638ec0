package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

import sightline.core.identity.BlockingKey;
import sightline.core.identity.Decision;
import sightline.core.identity.IdentityIndex;
import sightline.core.identity.PersonLink;
import sightline.core.identity.RecordDetails;
import sightline.core.identity.ResolvedPerson;
import sightline.core.identity.UndecidedPair;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import tools.jackson.databind.node.ArrayNode;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What identity remembers, in PostgreSQL, within one transaction. Each method is a fixed number of
 * statements, however many records it is given, and none for none.
 */
final class PostgresIdentityIndex implements IdentityIndex {
    private final JdbcClient sql;
    private final SealedJson seal;
    private final RecordNames names;
    private final PostgresPairs pairs;
    private final Set<SourceRecord> reassigned = new HashSet<>();

    PostgresIdentityIndex(JdbcClient sql, SealedJson seal, RecordNames.Remembered remembered) {
        this.sql = sql;
        this.seal = seal;
        this.names = new RecordNames(sql, remembered);
        this.pairs = new PostgresPairs(sql, names);
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

    /** Ends what people answered about these records, with their words. */
    void forgetAnswers(Set<SourceRecord> erased) {
        sql.sql(
                        """
                        DELETE FROM identity.answer
                         WHERE NOT places AND (first = ANY (:keys::uuid[]) OR second = ANY (:keys::uuid[]))
                        """)
                .param("keys", Keys.of(erased))
                .update();
    }

    /** Forgets the names of records that are nobody's, and the ids made after them. */
    void forget(Set<SourceRecord> gone) {
        if (!gone.isEmpty()) {
            delete("identity.anchor", gone);
            delete("identity.record", gone);
        }
    }

    /** The records of these keys. */
    Collection<SourceRecord> withKeys(Collection<UUID> keys) {
        return names.of(keys).values();
    }

    @Override
    public Set<SourceRecord> childrenOf(Set<SourceRecord> mothers) {
        if (mothers.isEmpty()) {
            return Set.of();
        }
        List<UUID> keys =
                sql.sql(
                                """
                                SELECT record_key FROM identity.details
                                 WHERE mother_key = ANY (:keys::uuid[])
                                """)
                        .param("keys", Keys.of(mothers))
                        .query((row, _) -> Keys.key(row, 1))
                        .list();
        return Set.copyOf(names.of(keys).values());
    }

    @Override
    public void put(Map<RecordDetails, Set<BlockingKey>> changed) {
        Set<SourceRecord> records = new HashSet<>();
        changed.keySet().forEach(detail -> records.add(detail.record()));
        put(changed, keys(records));
    }

    /**
     * Replaces details and keys, writing and deleting no more keys than differ.
     *
     * @param before the keys that these records have; none for those who have none
     */
    void put(
            Map<RecordDetails, Set<BlockingKey>> changed,
            Map<SourceRecord, Set<BlockingKey>> before) {
        if (changed.isEmpty()) {
            return;
        }
        Set<SourceRecord> records = new HashSet<>();
        ArrayNode details = Keys.rows();
        KeyRows gone = new KeyRows();
        KeyRows added = new KeyRows();
        changed.forEach((detail, own) -> {
            records.add(detail.record());
            UUID key = RecordKey.of(detail.record());
            var row = details.addObject().put("k", key.toString());
            row.put("d", Base64.getEncoder().encodeToString(seal.seal(detail)));
            detail.mother()
                    .flatMap(RecordDetails.Mother::record)
                    .ifPresent(mother -> row.put("m", RecordKey.of(mother).toString()));
            Set<BlockingKey> held = before.getOrDefault(detail.record(), Set.of());
            gone.add(key, held, own);
            added.add(key, own, held);
        });
        names.register(records);
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
        gone.write(
                sql,
                """
                DELETE FROM identity.blocking b
                 USING unnest(:records::uuid[], :keys::text[], :most::int[]) AS r(r, k, l)
                 WHERE b.record_key = r.r AND b.key = r.k
                """);
        added.write(
                sql,
                """
                INSERT INTO identity.blocking (record_key, key, most)
                SELECT r.r, r.k, r.l
                  FROM unnest(:records::uuid[], :keys::text[], :most::int[]) AS r(r, k, l)
                """);
    }

    /** Keys of records, one a row. */
    private static final class KeyRows {
        private final List<UUID> records = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final List<Integer> most = new ArrayList<>();

        void add(UUID record, Set<BlockingKey> these, Set<BlockingKey> besides) {
            for (BlockingKey key : these) {
                if (!besides.contains(key)) {
                    records.add(record);
                    keys.add(key.value());
                    most.add(key.limit());
                }
            }
        }

        void write(JdbcClient sql, String statement) {
            if (!records.isEmpty()) {
                sql.sql(statement)
                        .param("records", new SqlArrayValue("uuid", records.toArray()))
                        .param("keys", new SqlArrayValue("text", keys.toArray()))
                        .param("most", new SqlArrayValue("int4", most.toArray()))
                        .update();
            }
        }
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
            Map<UUID, SourceRecord> byKey = byKey(records);
            sql.sql(
                            """
                            SELECT record_key, key, most FROM identity.blocking
                             WHERE record_key = ANY (:keys::uuid[])
                            """)
                    .param("keys", Keys.array(byKey.keySet()))
                    .query((ResultSet row) -> {
                        found.computeIfAbsent(of(byKey, Keys.key(row, 1)), _ -> new HashSet<>())
                                .add(new BlockingKey(row.getString(2), row.getInt(3)));
                    });
        }
        return found;
    }

    private static Map<UUID, SourceRecord> byKey(Collection<SourceRecord> records) {
        Map<UUID, SourceRecord> byKey = new HashMap<>();
        records.forEach(record -> byKey.put(RecordKey.of(record), record));
        return byKey;
    }

    private static SourceRecord of(Map<UUID, SourceRecord> byKey, UUID key) {
        return Objects.requireNonNull(byKey.get(key));
    }

    @Override
    public Map<BlockingKey, Block> blocks(Set<BlockingKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<BlockingKey> wanted = List.copyOf(keys);
        Map<BlockingKey, List<UUID>> members = new HashMap<>();
        sql.sql(
                        """
                        SELECT w.n, m.records
                          FROM unnest(:keys::text[], :most::int[]) WITH ORDINALITY AS w(k, l, n)
                          CROSS JOIN LATERAL (
                            SELECT array_agg(b.record_key) AS records
                              FROM (SELECT record_key FROM identity.blocking
                                     WHERE key = w.k LIMIT w.l + 1) b) m
                         WHERE m.records IS NOT NULL
                        """)
                .param(
                        "keys",
                        new SqlArrayValue(
                                "text", wanted.stream().map(BlockingKey::value).toArray()))
                .param(
                        "most",
                        new SqlArrayValue(
                                "int4", wanted.stream().map(BlockingKey::limit).toArray()))
                .query((ResultSet row) -> {
                    members.put(wanted.get(row.getInt(1) - 1), uuids(row.getArray(2)));
                });
        Set<UUID> all = new HashSet<>();
        members.forEach((key, own) -> {
            if (own.size() <= key.limit()) {
                all.addAll(own);
            }
        });
        Map<UUID, SourceRecord> records = names.of(all);
        Map<BlockingKey, Block> found = new HashMap<>();
        members.forEach((key, own) -> {
            Set<SourceRecord> shown = new HashSet<>();
            if (own.size() <= key.limit()) {
                own.forEach(it -> shown.add(of(records, it)));
            }
            found.put(key, new Block(own.size(), shown));
        });
        return found;
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return Stream.of((Object[]) array.getArray()).map(UUID.class::cast).toList();
    }

    @Override
    public Set<PersonLink> links(Set<SourceRecord> records) {
        return pairs.links(records);
    }

    @Override
    public void replaceLinks(Set<SourceRecord> records, Collection<PersonLink> links) {
        pairs.replaceLinks(records, links);
    }

    /** Takes some links away and puts others there. */
    void changeLinks(Collection<PersonLink> gone, Collection<PersonLink> added) {
        pairs.changeLinks(gone, added);
    }

    @Override
    public Set<Decision> decisions(Set<SourceRecord> records) {
        return pairs.decisions(records);
    }

    @Override
    public void add(Decision decision) {
        pairs.add(decision);
    }

    @Override
    public void remove(Decision decision) {
        pairs.remove(decision);
    }

    @Override
    public Set<SourceRecord> component(Set<SourceRecord> records) {
        return pairs.component(records);
    }

    @Override
    public List<UndecidedPair> undecided(Set<SourceRecord> records) {
        return pairs.undecided(records);
    }

    /** The records with which these wait for somebody to decide; of each that is alike any. */
    Map<SourceRecord, Set<SourceRecord>> alike(Set<SourceRecord> records) {
        return pairs.alike(records);
    }

    @Override
    public void replaceUndecided(Set<SourceRecord> records, Collection<UndecidedPair> open) {
        pairs.replaceUndecided(records, open);
    }

    /** The strongest pairs of the review queue first. */
    List<UndecidedPair> reviewQueue(int limit) {
        return pairs.reviewQueue(limit);
    }

    @Override
    public Map<SourceRecord, PersonId> peopleOf(Set<SourceRecord> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        Map<UUID, SourceRecord> byKey = byKey(records);
        Map<SourceRecord, PersonId> found = new HashMap<>();
        sql.sql(
                        """
                        SELECT record_key, person FROM identity.person
                         WHERE record_key = ANY (:keys::uuid[])
                        """)
                .param("keys", Keys.array(byKey.keySet()))
                .query((ResultSet row) -> {
                    found.put(of(byKey, Keys.key(row, 1)), new PersonId(row.getString(2)));
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

    private record Belonging(UUID key, PersonId person, Certainty certainty) {}

    /** The records of these people, in order. */
    List<Membership> members(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        List<Belonging> rows =
                sql.sql(
                                """
                                SELECT record_key, person, certainty FROM identity.person
                                 WHERE person = ANY (:people::text[])
                                """)
                        .param("people", Keys.texts(people.stream().map(PersonId::value).toList()))
                        .query((row, _) ->
                                new Belonging(
                                        Keys.key(row, 1),
                                        new PersonId(row.getString(2)),
                                        Certainty.valueOf(row.getString(3))))
                        .list();
        Map<UUID, SourceRecord> records = names.of(rows.stream().map(Belonging::key).toList());
        return rows.stream()
                .map(it -> new Membership(it.person(), of(records, it.key()), it.certainty()))
                .sorted(Comparator.comparing(Membership::record))
                .toList();
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
                        SELECT r.k, r.p, r.c
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(k uuid, p text, c text)
                          LEFT JOIN identity.person now ON now.record_key = r.k
                         WHERE (now.person, now.certainty) IS DISTINCT FROM (r.p, r.c)
                        ON CONFLICT (record_key) DO UPDATE
                           SET person = excluded.person, certainty = excluded.certainty
                         WHERE (old.person, old.certainty) IS DISTINCT FROM (excluded.person, excluded.certainty)
                        RETURNING record_key
                        """)
                .param("rows", records.toString())
                .query((row, _) -> Keys.key(row, 1))
                .list()
                .forEach(key -> Optional.ofNullable(byKey.get(key)).ifPresent(reassigned::add));
    }

    @Override
    public Optional<SourceRecord> anchor(PersonId person) {
        return sql.sql("SELECT record_key FROM identity.anchor WHERE person = :person")
                .param("person", person.value())
                .query((row, _) -> Keys.key(row, 1))
                .optional()
                .map(key -> of(names.of(Set.of(key)), key));
    }
}
