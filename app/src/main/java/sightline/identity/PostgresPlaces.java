package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Address;
import sightline.core.identity.BlockingKey;
import sightline.core.identity.DetailsOf;
import sightline.core.identity.PersonIds;
import sightline.core.identity.PlaceDecision;
import sightline.core.identity.PlaceKey;
import sightline.core.identity.Places;
import sightline.core.identity.ResolvedPlace;
import sightline.core.identity.Verdict;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PlaceId;
import sightline.facts.AddressKey;

import tools.jackson.databind.node.ArrayNode;

import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which addresses are one place, in PostgreSQL. Spellings that come apart into the same words are
 * one address; addresses that a new one can reach over keys and decisions are resolved again with
 * it, and nobody else's.
 */
final class PostgresPlaces {
    private final JdbcClient sql;
    private final SealedJson seal;
    private final PersonIds ids;
    private final Places places;
    private final Recollection recollection;

    PostgresPlaces(JdbcClient sql, SealedJson seal, PersonIds ids, Recollection recollection) {
        this.sql = sql;
        this.recollection = recollection;
        this.seal = seal;
        this.ids = ids;
        this.places = new Places(ids);
    }

    /** One address as it is kept. */
    private record Kept(UUID key, PlaceKey parsed, Optional<PlaceId> place) {}

    /** Learns addresses; gives the spellings that are at another place than before. */
    Set<UUID> learn(Collection<Address> addresses) {
        Map<UUID, Address> fresh = new HashMap<>();
        addresses.forEach(address -> fresh.put(AddressKey.of(address), address));
        fresh.keySet().removeIf(recollection::spelt);
        if (fresh.isEmpty()) {
            return Set.of();
        }
        Set<UUID> asked = Set.copyOf(fresh.keySet());
        fresh.keySet().removeAll(Keys.standing(sql, "identity.spelling", "spelling_key", asked));
        recollection.spelt(asked);
        if (fresh.isEmpty()) {
            return Set.of();
        }
        recollection.replaced(fresh.keySet());
        Map<UUID, PlaceKey> parsed = new HashMap<>();
        ArrayNode spellings = Keys.rows();
        fresh.forEach((spelling, address) -> {
            PlaceKey place = parsed(address);
            UUID key = key(place);
            parsed.put(key, place);
            spellings.addObject().put("s", spelling.toString()).put("a", key.toString());
        });
        sql.sql(
                        """
                        INSERT INTO identity.spelling (spelling_key, address_key)
                        SELECT r.s, r.a FROM jsonb_to_recordset(:rows::jsonb) AS r(s uuid, a uuid)
                        """)
                .param("rows", spellings.toString())
                .update();
        Set<UUID> added = insert(parsed);
        Set<UUID> moved = resolve(added, added);
        // A place that was known has one more spelling.
        placesOf(fresh.values()).values().forEach(recollection::respelt);
        return moved;
    }

    /** Which place each address is, or would be; what says no one place is left out. */
    Map<Address, PlaceId> placed(Collection<Address> addresses) {
        Map<Address, PlaceId> found = new HashMap<>(placesOf(addresses));
        for (Address address : addresses) {
            if (!found.containsKey(address)) {
                placed(parsed(address)).ifPresent(place -> found.put(address, place));
            }
        }
        return found;
    }

    /** A new wording is where the addresses are that it would be one place with. */
    private Optional<PlaceId> placed(PlaceKey fresh) {
        Map<String, Kept> byText = new HashMap<>();
        reached(near(fresh)).forEach(kept -> byText.put(kept.parsed().text(), kept));
        List<PlaceKey> all =
                Stream.concat(byText.values().stream().map(Kept::parsed), Stream.of(fresh))
                        .distinct()
                        .toList();
        for (ResolvedPlace place : places.resolve(all, decisions(byText)).places()) {
            if (place.addresses().contains(fresh)) {
                return place.certainty() == Certainty.NOT_KNOWN
                        ? Optional.empty()
                        : place.addresses().stream()
                                .map(a -> byText.get(a.text()))
                                .filter(Objects::nonNull)
                                .flatMap(kept -> kept.place().stream())
                                .findFirst()
                                .or(() -> Optional.of(place.id()));
            }
        }
        return Optional.empty();
    }

    private Set<UUID> near(PlaceKey fresh) {
        Set<String> keys =
                Places.keys(fresh).stream()
                        .map(ids::sealed)
                        .map(BlockingKey::value)
                        .collect(Collectors.toSet());
        Set<UUID> near =
                new HashSet<>(
                        sql.sql(
                                        """
                                        SELECT DISTINCT address_key FROM identity.address_block
                                         WHERE key = ANY (:keys::text[])
                                        """)
                                .param("keys", Keys.texts(keys))
                                .query((row, _) -> Keys.key(row, 1))
                                .list());
        near.add(key(fresh));
        return near;
    }

    /** Whether a place is shared by strangers is said of each stay, not of the address. */
    private static PlaceKey parsed(Address address) {
        return DetailsOf.place(
                new Address(address.line(), address.postcode(), address.uprn(), false));
    }

    UUID key(PlaceKey place) {
        String sealed = ids.sealed(new BlockingKey("place|" + place.text(), 0)).value();
        return Keys.uuid(sealed.substring(sealed.indexOf('|') + 1));
    }

    /** The addresses among these that were not held before. */
    private Set<UUID> insert(Map<UUID, PlaceKey> parsed) {
        ArrayNode rows = Keys.rows();
        parsed.forEach((key, place) ->
                rows.addObject()
                        .put("k", key.toString())
                        .put("c", Base64.getEncoder().encodeToString(seal.seal(place))));
        Set<UUID> fresh =
                Set.copyOf(
                        sql.sql(
                                        """
                                        INSERT INTO identity.address (address_key, content)
                                        SELECT r.k, decode(r.c, 'base64')
                                          FROM jsonb_to_recordset(:rows::jsonb) AS r(k uuid, c text)
                                        ON CONFLICT DO NOTHING RETURNING address_key
                                        """)
                                .param("rows", rows.toString())
                                .query((row, _) -> Keys.key(row, 1))
                                .list());
        ArrayNode keys = Keys.rows();
        fresh.forEach(key ->
                Places.keys(Objects.requireNonNull(parsed.get(key))).stream()
                        .map(ids::sealed)
                        .forEach(it ->
                                keys.addObject().put("a", key.toString()).put("k", it.value())));
        sql.sql(
                        """
                        INSERT INTO identity.address_block (address_key, key)
                        SELECT r.a, r.k FROM jsonb_to_recordset(:rows::jsonb) AS r(a uuid, k text)
                        """)
                .param("rows", keys.toString())
                .update();
        return fresh;
    }

    private Set<UUID> resolve(Set<UUID> seeds, Set<UUID> added) {
        if (seeds.isEmpty()) {
            return Set.of();
        }
        Map<String, Kept> byText = new HashMap<>();
        reached(seeds).forEach(kept -> byText.put(kept.parsed().text(), kept));
        var resolution =
                places.resolve(
                        byText.values().stream().map(Kept::parsed).toList(), decisions(byText));
        new UndecidedPlaces(sql)
                .replace(
                        byText.values().stream().map(Kept::key).toList(),
                        resolution.undecided(),
                        this::key);
        ArrayNode rows = Keys.rows();
        Set<UUID> moved = new HashSet<>();
        for (ResolvedPlace place : resolution.places()) {
            boolean known = place.certainty() != Certainty.NOT_KNOWN;
            Optional<PlaceId> now = known ? Optional.of(place.id()) : Optional.empty();
            for (PlaceKey address : place.addresses()) {
                Kept kept = Objects.requireNonNull(byText.get(address.text()));
                if (!kept.place().equals(now)) {
                    kept.place().ifPresent(recollection::respelt);
                    now.ifPresent(recollection::respelt);
                    now.ifPresentOrElse(
                            id ->
                                    rows.addObject()
                                            .put("k", kept.key().toString())
                                            .put("p", id.value()),
                            () -> rows.addObject().put("k", kept.key().toString()));
                    if (!added.contains(kept.key())) {
                        moved.add(kept.key());
                    }
                }
            }
        }
        write(rows);
        Set<UUID> elsewhere = spellings(moved);
        recollection.replaced(elsewhere);
        return elsewhere;
    }

    private void write(ArrayNode rows) {
        if (!rows.isEmpty()) {
            sql.sql(
                            """
                            UPDATE identity.address a SET place = r.p
                              FROM jsonb_to_recordset(:rows::jsonb) AS r(k uuid, p text)
                             WHERE a.address_key = r.k
                            """)
                    .param("rows", rows.toString())
                    .update();
        }
    }

    private List<Kept> reached(Set<UUID> seeds) {
        return sql.sql(
                        """
                        WITH RECURSIVE reached(k) AS (
                          SELECT unnest(:keys::uuid[])
                          UNION
                          SELECT next.k FROM reached r CROSS JOIN LATERAL (
                            SELECT o.address_key AS k FROM identity.address_block b
                              CROSS JOIN LATERAL (SELECT a.address_key FROM identity.address_block a
                                                   WHERE a.key = b.key OFFSET 0) o
                             WHERE b.address_key = r.k
                            UNION ALL
                            SELECT d.second FROM identity.place_decision d WHERE d.first = r.k
                            UNION ALL
                            SELECT d.first FROM identity.place_decision d WHERE d.second = r.k) next)
                        SELECT a.address_key, a.content, a.place FROM identity.address a
                         WHERE a.address_key = ANY (ARRAY(SELECT k FROM reached))
                        """)
                .param("keys", Keys.array(seeds))
                .query((row, _) ->
                        new Kept(
                                Keys.key(row, 1),
                                seal.open(PlaceKey.class, row.getBytes(2)),
                                Optional.ofNullable(row.getString(3)).map(PlaceId::new)))
                .list();
    }

    private List<PlaceDecision> decisions(Map<String, Kept> byText) {
        Map<UUID, PlaceKey> byKey = new HashMap<>();
        byText.values().forEach(kept -> byKey.put(kept.key(), kept.parsed()));
        List<PlaceDecision> found = new ArrayList<>();
        sql.sql(
                        """
                        SELECT first, second, verdict, decided_by, decided_at FROM identity.place_decision
                         WHERE first = ANY (:keys::uuid[])
                        """)
                .param("keys", Keys.array(byKey.keySet()))
                .query((ResultSet row) -> {
                    PlaceKey first = byKey.get(Keys.key(row, 1));
                    PlaceKey second = byKey.get(Keys.key(row, 2));
                    if (first != null && second != null) {
                        found.add(
                                new PlaceDecision(
                                        first,
                                        second,
                                        Verdict.valueOf(row.getString(3)),
                                        row.getString(4),
                                        row.getObject(5, OffsetDateTime.class).toInstant()));
                    }
                });
        return found;
    }

    /**
     * Forgets spellings that nobody has any more, and the addresses that had no other, with what
     * people answered about them; gives the spellings that are at another place than before.
     */
    Set<UUID> forget(Set<UUID> gone) {
        if (gone.isEmpty()) {
            return Set.of();
        }
        recollection.forgetPlaces();
        Set<UUID> addresses = new Forgotten(sql).addresses(gone);
        sql.sql("DELETE FROM identity.spelling WHERE spelling_key = ANY (:keys::uuid[])")
                .param("keys", Keys.array(gone))
                .update();
        Set<UUID> near = new HashSet<>();
        if (!addresses.isEmpty()) {
            reached(addresses).forEach(kept -> near.add(kept.key()));
            near.removeAll(addresses);
        }
        for (String table : List.of("address_block", "address")) {
            sql.sql(
                            "DELETE FROM identity.%s WHERE address_key = ANY (:keys::uuid[])"
                                    .formatted(table))
                    .param("keys", Keys.array(addresses))
                    .update();
        }
        for (String pairs : List.of("undecided_place", "place_decision", "answer")) {
            sql.sql(
                            """
                            DELETE FROM identity.%s WHERE first = ANY (:keys::uuid[]) OR second = ANY (:keys::uuid[])
                            """
                                    .formatted(pairs))
                    .param("keys", Keys.array(addresses))
                    .update();
        }
        return resolve(near, Set.of());
    }

    /** Takes a decision into account; gives the spellings that are at another place than before. */
    Set<UUID> decide(PlaceDecision decision) {
        bound(
                        """
                        INSERT INTO identity.place_decision (first, second, verdict, decided_by, decided_at)
                        VALUES (:first, :second, :verdict, :by, :at) ON CONFLICT DO NOTHING
                        """,
                        decision)
                .update();
        return resolveAll(decision);
    }

    /** Takes a decision back; gives the spellings that are at another place than before. */
    Set<UUID> undo(PlaceDecision decision) {
        bound(
                        """
                        DELETE FROM identity.place_decision
                         WHERE first = :first AND second = :second AND verdict = :verdict
                           AND decided_by = :by AND decided_at = :at
                        """,
                        decision)
                .update();
        return resolveAll(decision);
    }

    private Set<UUID> resolveAll(PlaceDecision decision) {
        recollection.forgetPlaces();
        return resolve(Set.of(key(decision.first()), key(decision.second())), Set.of());
    }

    private JdbcClient.StatementSpec bound(String statement, PlaceDecision decision) {
        return sql.sql(statement)
                .param("first", key(decision.first()))
                .param("second", key(decision.second()))
                .param("verdict", decision.verdict().name())
                .param("by", decision.by())
                .param("at", decision.at().atOffset(ZoneOffset.UTC));
    }

    /** Which place each address is; what says no one place is left out. */
    Map<Address, PlaceId> placesOf(Collection<Address> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        Map<Address, UUID> keys = new HashMap<>();
        addresses.forEach(address -> keys.put(address, recollection.spelling(address)));
        recollectPlaces(
                keys.values().stream()
                        .filter(k -> recollection.place(k).isEmpty())
                        .collect(Collectors.toSet()));
        Map<Address, PlaceId> found = new HashMap<>();
        keys.forEach((address, key) ->
                recollection
                        .place(key)
                        .flatMap(Function.identity())
                        .ifPresent(place -> found.put(address, place)));
        return found;
    }

    private void recollectPlaces(Set<UUID> asked) {
        if (asked.isEmpty()) {
            return;
        }
        Map<UUID, PlaceId> byKey = new HashMap<>();
        sql.sql(
                        """
                        SELECT s.spelling_key, a.place FROM identity.spelling s
                          JOIN identity.address a ON a.address_key = s.address_key
                         WHERE s.spelling_key = ANY (:keys::uuid[]) AND a.place IS NOT NULL
                        """)
                .param("keys", Keys.array(asked))
                .query((ResultSet row) -> {
                    byKey.put(Keys.key(row, 1), new PlaceId(row.getString(2)));
                });
        asked.forEach(key -> recollection.place(key, Optional.ofNullable(byKey.get(key))));
    }

    /** Every spelling of these places. */
    Map<UUID, PlaceId> spellingsAt(Collection<PlaceId> wanted) {
        Map<UUID, PlaceId> found = new HashMap<>();
        recollectSpellings(
                wanted.stream()
                        .filter(p -> recollection.spellings(p).isEmpty())
                        .collect(Collectors.toSet()));
        wanted.forEach(
                p -> recollection.spellings(p).orElse(Set.of()).forEach(s -> found.put(s, p)));
        return found;
    }

    private void recollectSpellings(Set<PlaceId> asked) {
        if (asked.isEmpty()) {
            return;
        }
        Map<PlaceId, Set<UUID>> found = new HashMap<>();
        asked.forEach(p -> found.put(p, new HashSet<>()));
        sql.sql(
                        """
                        SELECT s.spelling_key, a.place FROM identity.address a
                          JOIN identity.spelling s ON s.address_key = a.address_key
                         WHERE a.place = ANY (:places::text[])
                        """)
                .param("places", Keys.texts(asked.stream().map(PlaceId::value).toList()))
                .query((ResultSet row) -> {
                    found.computeIfAbsent(new PlaceId(row.getString(2)), _ -> new HashSet<>())
                            .add(Keys.key(row, 1));
                });
        found.forEach(recollection::spellings);
    }

    private Set<UUID> spellings(Set<UUID> addresses) {
        if (addresses.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                sql.sql(
                                """
                                SELECT spelling_key FROM identity.spelling
                                 WHERE address_key = ANY (:keys::uuid[])
                                """)
                        .param("keys", Keys.array(addresses))
                        .query((row, _) -> Keys.key(row, 1))
                        .list());
    }
}
