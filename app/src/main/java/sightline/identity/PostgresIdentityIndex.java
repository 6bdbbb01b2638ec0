package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

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

import java.sql.ResultSet;
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
        delete("identity.blocking", records);
        sql.sql(
                        """
                        INSERT INTO identity.blocking (record_key, key, most)
                        SELECT r.r, r.k, r.l FROM jsonb_to_recordset(:rows::jsonb) AS r(r uuid, k text, l int)
                        """)
                .param("rows", keys.toString())
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
        ArrayNode rows = Keys.rows();
        keys.forEach(key -> rows.addObject().put("k", key.value()).put("l", key.limit()));
        Map<BlockingKey, Integer> sizes = new HashMap<>();
        Map<BlockingKey, Set<UUID>> members = new HashMap<>();
        sql.sql(
                        """
                        SELECT w.k, w.l, n.size, m.record_key
                          FROM jsonb_to_recordset(:rows::jsonb) AS w(k text, l int)
                          CROSS JOIN LATERAL (SELECT count(*) AS size FROM identity.blocking b
                                               WHERE b.key = w.k) n
                          LEFT JOIN LATERAL (SELECT b.record_key FROM identity.blocking b
                                              WHERE b.key = w.k AND n.size <= w.l OFFSET 0) m ON true
                        """)
                .param("rows", rows.toString())
                .query((ResultSet row) -> {
                    BlockingKey key = new BlockingKey(row.getString(1), row.getInt(2));
                    sizes.put(key, row.getInt(3));
                    Set<UUID> own = members.computeIfAbsent(key, _ -> new HashSet<>());
                    Optional.ofNullable(row.getObject(4, UUID.class)).ifPresent(own::add);
                });
        Set<UUID> all = new HashSet<>();
        members.values().forEach(all::addAll);
        Map<UUID, SourceRecord> records = names.of(all);
        Map<BlockingKey, Block> found = new HashMap<>();
        members.forEach((key, own) -> {
            Set<SourceRecord> shown = new HashSet<>();
            own.forEach(it -> shown.add(of(records, it)));
            found.put(key, new Block(sizes.getOrDefault(key, 0), shown));
        });
        return found;
    }

    @Override
    public Set<PersonLink> links(Set<SourceRecord> records) {
        return pairs.links(records);
    }

    @Override
    public void replaceLinks(Set<SourceRecord> records, Collection<PersonLink> links) {
        pairs.replaceLinks(records, links);
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
                        SELECT r.k, r.p, r.c FROM jsonb_to_recordset(:rows::jsonb) AS r(k uuid, p text, c text)
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
