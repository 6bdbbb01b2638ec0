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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be asked of one installation, what was, and what it said. */
final class Questions {
    /** How many are asked before others have their turn. */
    static final int AT_ONCE = 20;

    /** For so long "none held" holds; then it is asked once more, since an entry may be new. */
    private static final Duration HOLDS = Duration.ofDays(28);

    /** The same of somebody whose entry ended here: until another has taken over. */
    private static final Duration HOLDS_BETWEEN = Duration.ofDays(1);

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
     * @param since from when an answer counts, where whether another has taken over is asked
     */
    record Due(
            UUID record,
            List<SourceRecord> records,
            List<Sensitive<String>> forms,
            Optional<Instant> since) {
        Due {
            records = List.copyOf(records);
            forms = List.copyOf(forms);
        }

        /** For so long an answer of "none" holds. */
        Duration holds() {
            return since.isPresent() ? HOLDS_BETWEEN : HOLDS;
        }

        private boolean counts(Before before) {
            return since.filter(before.askedAt()::isBefore).isEmpty();
        }

        /**
         * Until when an answer that came holds; nothing where it does not count. That somebody
         * there took over was asked for the register's sake alone, and says nothing to be rung
         * about: whoever asks because of a child asks after a while. That nobody did does not say
         * that no entry is held.
         */
        private Optional<Instant> until(Before before) {
            return before.held()
                    .filter(held -> held || since.isPresent() || !before.takenOver())
                    .filter(_ -> counts(before))
                    .map(held -> {
                        if (held && !before.takenOver()) {
                            return NEVER;
                        }
                        return before.askedAt().plus(held ? HOLDS : holds());
                    });
        }

        Wire.Why why() {
            return since.isPresent() ? Wire.Why.TAKEN_OVER : Wire.Why.HELD;
        }
    }

    /** What was asked about one record. */
    private record Before(
            UUID record,
            String forms,
            Instant askedAt,
            Optional<Boolean> held,
            boolean takenOver) {}

    /** Who is to be asked about now; whoever was asked about and is no other than then waits. */
    List<Due> due(Peer peer, Instant now) {
        Map<UUID, Optional<Instant>> keys = wanted(peer, now);
        if (keys.isEmpty()) {
            return List.of();
        }
        List<SourceRecord> wanted = identity.withKeys(keys.keySet());
        Map<SourceRecord, PersonId> whose = identity.peopleOf(wanted);
        Map<PersonId, Described.Person> people =
                Described.people(identity, new LinkedHashSet<>(whose.values()));
        Map<UUID, Before> before = before(peer, people);
        Map<SourceRecord, Due> due = new LinkedHashMap<>();
        Map<UUID, Instant> waits = new HashMap<>();
        for (SourceRecord record : wanted) {
            Described.Person person =
                    Optional.ofNullable(whose.get(record)).map(people::get).orElse(null);
            if (person == null) {
                continue;
            }
            UUID key = RecordKey.of(record);
            var one =
                    new Due(
                            key,
                            person.records(),
                            person.forms(),
                            keys.getOrDefault(key, Optional.empty()));
            if (known(peer, one, before, now)) {
                waits.put(key, until(one, before, now));
            } else {
                due.putIfAbsent(person.records().getFirst(), one);
            }
        }
        waits.forEach((key, until) -> wait(peer, key, until, now));
        return List.copyOf(due.values());
    }

    /** Of whom it is to be looked whether they are to be asked about, and from when on. */
    private Map<UUID, Optional<Instant>> wanted(Peer peer, Instant now) {
        Map<UUID, Optional<Instant>> keys = new LinkedHashMap<>();
        sql.sql(
                        """
                        SELECT w.record_key, max(w.since) FROM locator.wanted w
                          LEFT JOIN locator.asked a ON a.peer = :peer AND a.record_key = w.record_key
                         WHERE a.peer IS NULL
                            OR (a.next_at <= :now AND (a.held IS NOT TRUE OR a.taken_over OR a.asked_at < w.since))
                         GROUP BY w.record_key ORDER BY 1 LIMIT :most
                        """)
                .param("peer", peer.name().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query(row -> {
                    keys.put(
                            Objects.requireNonNull(row.getObject(1, UUID.class)),
                            Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant));
                });
        return keys;
    }

    private static boolean known(Peer peer, Due due, Map<UUID, Before> before, Instant now) {
        String forms = digest(peer, due.forms());
        return due.forms().isEmpty()
                || answers(due, before)
                        .anyMatch(b ->
                                (b.held().orElse(false) || b.forms().equals(forms))
                                        && due.until(b).filter(now::isBefore).isPresent());
    }

    private static Stream<Before> answers(Due due, Map<UUID, Before> before) {
        return due.records().stream()
                .map(r -> before.get(RecordKey.of(r)))
                .filter(Objects::nonNull)
                .filter(b -> due.until(b).isPresent());
    }

    /** Until when what is known of the person holds; of somebody without any form, for a day. */
    private static Instant until(Due due, Map<UUID, Before> before, Instant now) {
        Instant tomorrow = now.plus(Duration.ofDays(1));
        return answers(due, before)
                .flatMap(b -> due.until(b).stream())
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
                        SELECT record_key, forms, asked_at, held, taken_over FROM locator.asked
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
                                Optional.ofNullable(row.getObject(4, Boolean.class)),
                                row.getBoolean(5)))
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
                        INSERT INTO locator.asked (peer, record_key, forms, nonce, asked_at, next_at, taken_over)
                        VALUES (:peer, :record, :forms, :nonce, :now, :now, :over)
                        ON CONFLICT (peer, record_key) DO UPDATE SET forms = excluded.forms,
                          nonce = excluded.nonce, asked_at = excluded.asked_at, next_at = excluded.next_at,
                          taken_over = excluded.taken_over,
                          answered_at = NULL, held = NULL, acknowledged = false, taken = false
                        """)
                .param("peer", peer.name().value())
                .param("record", due.record())
                .param("forms", digest(peer, due.forms()))
                .param("nonce", nonce)
                .param("over", due.since().isPresent())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps what was said. */
    void answered(Peer peer, Due due, Answer answer, Instant now) {
        boolean held = answer.ring().isPresent();
        Instant next = held && due.since().isEmpty() ? NEVER : now.plus(held ? HOLDS : due.holds());
        sql.sql(
                        """
                        UPDATE locator.asked SET answered_at = :now, held = :held, ring = :ring, next_at = :next
                         WHERE peer = :peer AND record_key = :record AND nonce = :nonce
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("held", held)
                .param("ring", answer.ring().filter(r -> !r.isBlank()).orElse(peer.ring()))
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("peer", peer.name().value())
                .param("record", due.record())
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
