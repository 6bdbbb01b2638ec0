package sightline.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Fact;
import sightline.core.identity.AddressComparison;
import sightline.core.identity.Decision;
import sightline.core.identity.Explanation;
import sightline.core.identity.HeldTogether;
import sightline.core.identity.PlaceDecision;
import sightline.core.identity.PlaceKey;
import sightline.core.identity.UndecidedPair.Held;
import sightline.core.identity.Verdict;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.database.RecordKey;

import tools.jackson.databind.node.ArrayNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Pairs that wait for a person, and what people answered; within a transaction of the pipeline. */
public final class ReviewQueue {
    private static final int OCCUPANTS = 200;

    private final JdbcClient sql;
    private final SealedJson seal;
    private final RecordNames names;
    private final IdentityStore store;

    ReviewQueue(JdbcClient sql, SealedJson seal, RecordNames names, IdentityStore store) {
        this.sql = sql;
        this.seal = seal;
        this.names = names;
        this.store = store;
    }

    private record Words(Text words) {}

    private record Row(
            String id, UUID first, UUID second, Optional<Held> held, Optional<Explanation> why) {}

    private record PlaceRow(String id, UUID first, UUID second, AddressComparison.Reason reason) {}

    /** Pairs of records, those that agree best first. */
    public List<Waiting.People> people(int limit) {
        return people(
                sql.sql(
                                """
                                SELECT md5(first::text || second::text), first, second, held, explanation
                                  FROM identity.undecided
                                 ORDER BY certainty, weight_tenths DESC, first, second LIMIT :limit
                                """)
                        .param("limit", limit)
                        .query((row, _) -> row(row))
                        .list());
    }

    /** Pairs of addresses. */
    public List<Waiting.Places> places(int limit) {
        return places(
                sql.sql(
                                """
                                SELECT md5(first::text || second::text), first, second, reason
                                  FROM identity.undecided_place ORDER BY first, second LIMIT :limit
                                """)
                        .param("limit", limit)
                        .query((row, _) -> placeRow(row))
                        .list());
    }

    /** The pair of that id: waiting, decided, or held to be one person's without a decision. */
    public Optional<Waiting> pair(String id) {
        Optional<Waiting> people =
                people(
                                sql.sql(
                                                """
                                                SELECT md5(p.first::text || p.second::text), p.first, p.second, p.held,
                                                       p.explanation
                                                  FROM identity.undecided p
                                                 WHERE md5(p.first::text || p.second::text) = :id
                                                UNION ALL
                                                SELECT md5(d.first::text || d.second::text), d.first, d.second, null,
                                                       (SELECT l.explanation FROM identity.link l
                                                         WHERE l.first = d.first AND l.second = d.second)
                                                  FROM identity.decision d
                                                 WHERE md5(d.first::text || d.second::text) = :id
                                                UNION ALL
                                                SELECT md5(l.first::text || l.second::text), l.first, l.second, null,
                                                       l.explanation
                                                  FROM identity.link l
                                                  JOIN identity.person a ON a.record_key = l.first
                                                  JOIN identity.person b
                                                    ON b.record_key = l.second AND b.person = a.person
                                                 WHERE l.joins AND md5(l.first::text || l.second::text) = :id
                                                """)
                                        .param("id", id)
                                        .query((row, _) -> row(row))
                                        .list())
                        .stream()
                        .<Waiting>map(p -> p)
                        .findFirst();
        return people.isPresent() ? people : placePair(id);
    }

    private Optional<Waiting> placePair(String id) {
        return places(
                        sql.sql(
                                        """
                                        SELECT md5(first::text || second::text), first, second, reason
                                          FROM identity.undecided_place
                                         WHERE md5(first::text || second::text) = :id
                                        UNION ALL
                                        SELECT md5(first::text || second::text), first, second, 'SAME_ADDRESS'
                                          FROM identity.place_decision
                                         WHERE md5(first::text || second::text) = :id
                                        """)
                                .param("id", id)
                                .query((row, _) -> placeRow(row))
                                .list())
                .stream()
                .<Waiting>map(p -> p)
                .findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                text(row, 1),
                Keys.key(row, 2),
                Keys.key(row, 3),
                Optional.ofNullable(row.getString(4)).map(Held::valueOf),
                Optional.ofNullable(row.getString(5))
                        .map(json -> SealedJson.plain(Explanation.class, json)));
    }

    private static PlaceRow placeRow(ResultSet row) throws SQLException {
        return new PlaceRow(
                text(row, 1),
                Keys.key(row, 2),
                Keys.key(row, 3),
                AddressComparison.Reason.valueOf(text(row, 4)));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private List<Waiting.People> people(List<Row> rows) {
        Set<UUID> keys = new HashSet<>();
        rows.forEach(r -> keys.addAll(List.of(r.first(), r.second())));
        Map<UUID, SourceRecord> records = names.of(keys);
        List<Waiting.People> pairs = new ArrayList<>();
        for (Row row : rows) {
            SourceRecord first = records.get(row.first());
            SourceRecord second = records.get(row.second());
            if (first != null && second != null) {
                pairs.add(new Waiting.People(row.id(), first, second, row.held(), row.why()));
            }
        }
        return pairs;
    }

    private List<Waiting.Places> places(List<PlaceRow> rows) {
        Set<UUID> keys = new HashSet<>();
        rows.forEach(r -> keys.addAll(List.of(r.first(), r.second())));
        Map<UUID, PlaceKey> addresses = addresses(keys);
        Map<UUID, Set<UUID>> spellings = spellings(keys);
        List<Waiting.Places> pairs = new ArrayList<>();
        for (PlaceRow row : rows) {
            PlaceKey first = addresses.get(row.first());
            PlaceKey second = addresses.get(row.second());
            if (first != null && second != null) {
                pairs.add(
                        new Waiting.Places(
                                row.id(),
                                first,
                                second,
                                row.reason(),
                                spellings.getOrDefault(row.first(), Set.of()),
                                spellings.getOrDefault(row.second(), Set.of())));
            }
        }
        return pairs;
    }

    private Map<UUID, PlaceKey> addresses(Set<UUID> keys) {
        Map<UUID, PlaceKey> found = new HashMap<>();
        sql.sql(
                        """
                        SELECT address_key, content FROM identity.address
                         WHERE address_key = ANY (:keys::uuid[])
                        """)
                .param("keys", Keys.array(keys))
                .query((ResultSet row) -> {
                    found.put(Keys.key(row, 1), seal.open(PlaceKey.class, row.getBytes(2)));
                });
        return found;
    }

    private Map<UUID, Set<UUID>> spellings(Set<UUID> keys) {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        sql.sql(
                        """
                        SELECT address_key, spelling_key FROM identity.spelling
                         WHERE address_key = ANY (:keys::uuid[])
                        """)
                .param("keys", Keys.array(keys))
                .query((ResultSet row) -> {
                    found.computeIfAbsent(Keys.key(row, 1), _ -> new HashSet<>())
                            .add(Keys.key(row, 2));
                });
        return found;
    }

    /** What was recorded at any of these spellings. */
    public List<Fact> at(Set<UUID> spellings) {
        return store.recordedAt(spellings, OCCUPANTS);
    }

    /** Every answer about two records or addresses, the oldest first. */
    public List<Answered> answers(String pair) {
        return sql.sql(
                        """
                        SELECT answer_id, verdict, reason, answered_by, answered_at, approval, applied_at
                          FROM identity.answer WHERE md5(first::text || second::text) = :id ORDER BY answer_id
                        """)
                .param("id", pair)
                .query((row, _) ->
                        new Answered(
                                row.getLong(1),
                                Answered.Choice.valueOf(text(row, 2)),
                                seal.open(Words.class, row.getBytes(3)).words(),
                                text(row, 4),
                                moment(row, 5).orElseThrow(),
                                Optional.ofNullable(row.getObject(6, Long.class)),
                                moment(row, 7)))
                .list();
    }

    /** What holds records of one person together, with who decided it, if anybody did. */
    public List<Joining> joinings(List<HeldTogether.Joint> joints) {
        ArrayNode rows = Keys.rows();
        for (HeldTogether.Joint joint : joints) {
            rows.addObject()
                    .put("n", rows.size())
                    .put("f", RecordKey.of(joint.first()).toString())
                    .put("s", RecordKey.of(joint.second()).toString())
                    .put("t", joint.decided().map(d -> d.at().toString()).orElse(null));
        }
        return sql.sql(
                        """
                        SELECT p.n, md5(p.f::text || p.s::text),
                               ARRAY(SELECT a.answered_by FROM identity.answer a
                                      WHERE a.first = p.f AND a.second = p.s AND a.verdict = 'JOIN'
                                        AND a.applied_at = p.t ORDER BY a.answer_id)
                          FROM jsonb_to_recordset(:rows::jsonb) AS p(n int, f uuid, s uuid, t timestamptz)
                         ORDER BY p.n
                        """)
                .param("rows", rows.toString())
                .query((row, _) ->
                        new Joining(
                                text(row, 2),
                                joints.get(row.getInt(1) - 1),
                                List.of((String[]) row.getArray(3).getArray())))
                .list();
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /** Keeps an answer, with whether the two are one person's now; gives its number. */
    public long keep(Waiting pair, Answered answer) {
        UUID[] keys = keys(pair);
        return sql.sql(
                        """
                        INSERT INTO identity.answer (first, second, places, verdict, reason, answered_by, answered_at,
                          approval, were_one)
                        VALUES (:first, :second, :places, :verdict, :reason, :by, :at, :approval,
                          (SELECT a.person = b.person FROM identity.person a, identity.person b
                            WHERE a.record_key = :first AND b.record_key = :second))
                        RETURNING answer_id
                        """)
                .param("first", keys[0])
                .param("second", keys[1])
                .param("places", pair instanceof Waiting.Places)
                .param("verdict", answer.choice().name())
                .param("reason", seal.seal(new Words(answer.reason())))
                .param("by", answer.by())
                .param("at", answer.at().atOffset(ZoneOffset.UTC))
                .param("approval", answer.approval().orElse(null))
                .query(Long.class)
                .single();
    }

    /** Notes that an answer took effect, with the one that it was given for. */
    public void applied(Collection<Long> answers, Instant at) {
        for (long answer : answers) {
            sql.sql("UPDATE identity.answer SET applied_at = :at WHERE answer_id = :id")
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("id", answer)
                    .update();
        }
    }

    private UUID[] keys(Waiting pair) {
        return switch (pair) {
            case Waiting.People p -> {
                Decision order = decision(p, Verdict.JOIN, "", Instant.EPOCH);
                yield new UUID[] {RecordKey.of(order.first()), RecordKey.of(order.second())};
            }
            case Waiting.Places p -> {
                PlaceDecision order = decision(p, Verdict.JOIN, "", Instant.EPOCH);
                yield new UUID[] {
                    store.addressKey(order.first()), store.addressKey(order.second())
                };
            }
        };
    }

    /** An answer as identity takes it into account. */
    public static Decision decision(Waiting.People pair, Verdict verdict, String by, Instant at) {
        return new Decision(pair.first(), pair.second(), verdict, by, at);
    }

    /** The same of two addresses. */
    public static PlaceDecision decision(
            Waiting.Places pair, Verdict verdict, String by, Instant at) {
        return new PlaceDecision(pair.first(), pair.second(), verdict, by, at);
    }

    /** The decisions about exactly these two records that hold or held. */
    public List<Decision> decisions(Waiting.People pair) {
        return store.decisions(List.of(pair.first(), pair.second())).stream()
                .filter(d -> d.touches(pair.first()) && d.touches(pair.second()))
                .sorted(java.util.Comparator.comparing(Decision::at))
                .toList();
    }

    /** The same of two addresses. */
    public List<PlaceDecision> decisions(Waiting.Places pair) {
        UUID[] keys = keys(pair);
        return sql.sql(
                        """
                        SELECT verdict, decided_by, decided_at FROM identity.place_decision
                         WHERE first = :first AND second = :second ORDER BY decided_at
                        """)
                .param("first", keys[0])
                .param("second", keys[1])
                .query((row, _) ->
                        new PlaceDecision(
                                pair.first(),
                                pair.second(),
                                Verdict.valueOf(text(row, 1)),
                                text(row, 2),
                                Objects.requireNonNull(row.getObject(3, OffsetDateTime.class))
                                        .toInstant()))
                .list();
    }
}
