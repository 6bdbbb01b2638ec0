package sightline.locator;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.Sensitive;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;
import sightline.identity.Identities;
import sightline.identity.IdentityStore;
import sightline.locator.Wire.Answer;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is to be asked of one installation, what was, and what it said. */
final class Questions {
    /** How many are asked before others have their turn. */
    static final int AT_ONCE = 20;

    /** For so long "none held" holds; then it is asked once more, since an entry may be new. */
    private static final Duration HOLDS = Duration.ofDays(28);

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient sql;
    private final IdentityStore identity;

    Questions(JdbcClient sql, Identities identities) {
        this.sql = sql;
        this.identity = identities.in(sql);
    }

    /**
     * Somebody to ask about.
     *
     * @param record the key under which it is kept
     * @param records all of theirs
     */
    record Due(UUID record, List<SourceRecord> records, List<Sensitive<String>> forms) {
        Due {
            records = List.copyOf(records);
            forms = List.copyOf(forms);
        }
    }

    /** What was asked about one record. */
    private record Before(UUID record, String forms, Instant askedAt, Optional<Boolean> held) {}

    /** Who is to be asked about now; whoever was asked about and is no other than then waits. */
    List<Due> due(Peer peer, Instant now) {
        List<UUID> keys =
                sql.sql(
                                """
                                SELECT DISTINCT w.record_key FROM locator.wanted w
                                  LEFT JOIN locator.asked a ON a.peer = :peer AND a.record_key = w.record_key
                                 WHERE a.peer IS NULL OR (a.next_at <= :now AND a.held IS NOT TRUE)
                                 ORDER BY 1 LIMIT :most
                                """)
                        .param("peer", peer.name().value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("most", AT_ONCE)
                        .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                        .list();
        if (keys.isEmpty()) {
            return List.of();
        }
        List<SourceRecord> wanted = identity.withKeys(keys);
        Map<SourceRecord, PersonId> whose = identity.peopleOf(wanted);
        Map<PersonId, Described.Person> people =
                Described.people(identity, new LinkedHashSet<>(whose.values()));
        Map<UUID, Before> before = before(peer, people);
        List<Due> due = new ArrayList<>();
        Map<UUID, Instant> waits = new HashMap<>();
        for (SourceRecord record : wanted) {
            Optional.ofNullable(whose.get(record))
                    .map(people::get)
                    .ifPresent(person ->
                            sort(peer, record, person, before, now)
                                    .ifPresentOrElse(
                                            due::add,
                                            () ->
                                                    waits.put(
                                                            RecordKey.of(record),
                                                            until(person, before, now))));
        }
        waits.forEach((key, until) -> wait(peer, key, until, now));
        return due.stream()
                .collect(
                        Collectors.toMap(
                                d -> d.records().getFirst(),
                                d -> d,
                                (one, _) -> one,
                                java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static Optional<Due> sort(
            Peer peer,
            SourceRecord record,
            Described.Person person,
            Map<UUID, Before> before,
            Instant now) {
        String forms = digest(peer, person.forms());
        boolean known =
                person.records().stream()
                        .map(r -> before.get(RecordKey.of(r)))
                        .filter(Objects::nonNull)
                        .anyMatch(b ->
                                b.held().orElse(false)
                                        || (b.held().isPresent()
                                                && b.forms().equals(forms)
                                                && b.askedAt().plus(HOLDS).isAfter(now)));
        return known || person.forms().isEmpty()
                ? Optional.empty()
                : Optional.of(new Due(RecordKey.of(record), person.records(), person.forms()));
    }

    /** Until when what is known of the person holds; of somebody without any form, for a day. */
    private static Instant until(Described.Person person, Map<UUID, Before> before, Instant now) {
        Instant tomorrow = now.plus(Duration.ofDays(1));
        return person.records().stream()
                .map(r -> before.get(RecordKey.of(r)))
                .filter(Objects::nonNull)
                .map(b -> b.held().orElse(false) ? NEVER : b.askedAt().plus(HOLDS))
                .filter(tomorrow::isBefore)
                .max(Instant::compareTo)
                .orElse(tomorrow);
    }

    /** All forms as one, so that a change of them is seen. */
    private static String digest(Peer peer, List<Sensitive<String>> forms) {
        return peer.key()
                .hash(
                        Sensitive.of(
                                forms.stream()
                                        .map(Sensitive::value)
                                        .sorted()
                                        .collect(Collectors.joining("|"))),
                        0);
    }

    private Map<UUID, Before> before(Peer peer, Map<PersonId, Described.Person> people) {
        Set<UUID> keys =
                people.values().stream()
                        .flatMap(p -> p.records().stream())
                        .map(RecordKey::of)
                        .collect(Collectors.toSet());
        return sql
                .sql(
                        """
                        SELECT record_key, forms, asked_at, held FROM locator.asked
                         WHERE peer = :peer AND record_key = ANY (:keys::uuid[])
                        """)
                .param("peer", peer.name().value())
                .param("keys", SqlArrays.keys(keys))
                .query((row, _) ->
                        new Before(
                                Objects.requireNonNull(row.getObject(1, UUID.class)),
                                Objects.requireNonNull(row.getString(2)),
                                Objects.requireNonNull(row.getObject(3, OffsetDateTime.class))
                                        .toInstant(),
                                Optional.ofNullable(row.getObject(4, Boolean.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Before::record, b -> b));
    }

    private void wait(Peer peer, UUID record, Instant until, Instant now) {
        sql.sql(
                        """
                        INSERT INTO locator.asked (peer, record_key, forms, nonce, asked_at, next_at, taken)
                        VALUES (:peer, :record, '', :nonce, :now, :until, true)
                        ON CONFLICT (peer, record_key) DO UPDATE SET next_at = excluded.next_at
                        """)
                .param("peer", peer.name().value())
                .param("record", record)
                .param("nonce", UUID.randomUUID())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps that it is asked, before it is. */
    void asked(Peer peer, Due due, UUID nonce, Instant now) {
        sql.sql(
                        """
                        INSERT INTO locator.asked (peer, record_key, forms, nonce, asked_at, next_at)
                        VALUES (:peer, :record, :forms, :nonce, :now, :now)
                        ON CONFLICT (peer, record_key) DO UPDATE SET forms = excluded.forms,
                          nonce = excluded.nonce, asked_at = excluded.asked_at, next_at = excluded.next_at,
                          answered_at = NULL, held = NULL, acknowledged = false, taken = false
                        """)
                .param("peer", peer.name().value())
                .param("record", due.record())
                .param("forms", digest(peer, due.forms()))
                .param("nonce", nonce)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps what was said. */
    void answered(Peer peer, UUID record, Answer answer, Instant now) {
        Instant next = answer.ring().isPresent() ? NEVER : now.plus(HOLDS);
        sql.sql(
                        """
                        UPDATE locator.asked SET answered_at = :now, held = :held, ring = :ring, next_at = :next
                         WHERE peer = :peer AND record_key = :record AND nonce = :nonce
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("held", answer.ring().isPresent())
                .param("ring", answer.ring().filter(r -> !r.isBlank()).orElse(peer.ring()))
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("peer", peer.name().value())
                .param("record", record)
                .param("nonce", answer.nonce())
                .update();
    }

    /** Answers of which the other does not know yet that they came. */
    List<UUID> toAcknowledge(PeerName peer) {
        return sql.sql(
                        """
                        SELECT nonce FROM locator.asked
                         WHERE peer = :peer AND answered_at IS NOT NULL AND NOT acknowledged
                         ORDER BY answered_at LIMIT :most
                        """)
                .param("peer", peer.value())
                .param("most", AT_ONCE)
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    /** The other knows that its answer came. */
    boolean acknowledged(PeerName peer, UUID nonce) {
        return sql.sql(
                                "UPDATE locator.asked SET acknowledged = true WHERE peer = :peer AND nonce = :nonce")
                        .param("peer", peer.value())
                        .param("nonce", nonce)
                        .update()
                == 1;
    }
}
