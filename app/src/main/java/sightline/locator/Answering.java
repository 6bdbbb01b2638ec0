package sightline.locator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.checks.SteadyTime;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.ContactRoute;
import sightline.core.directory.Directory;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.SqlArrays;
import sightline.database.Transactions;
import sightline.identity.Identities;
import sightline.locator.Wire.Acknowledgement;
import sightline.locator.Wire.Answer;
import sightline.locator.Wire.Question;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Answers linked installations: that a register entry is held and whom to ring, or that none is. A
 * question is journalled before it is answered, and both answers cost the same, are as long and
 * take as long.
 */
public final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final int AN_HOUR_MOST = 1_200;
    private static final int RING_MOST = 200;
    private static final int UNKNOWN = 401;
    private static final int BEFORE = 409;
    private static final int TOO_MANY = 429;
    private static final int NOT_READY = 503;

    private final Transactions transactions;
    private final Peers peers;
    private final LocatorKey key;
    private final Identities identities;
    private final Function<JdbcClient, Directory> directory;
    private final Journal journal;
    private final InstantSource clock;

    public Answering(
            Transactions transactions,
            Peers peers,
            LocatorKey key,
            Identities identities,
            Function<JdbcClient, ? extends Directory> directory,
            Journal journal,
            InstantSource clock) {
        this.transactions = transactions;
        this.peers = peers;
        this.key = key;
        this.identities = identities;
        this.directory = directory::apply;
        this.journal = journal;
        this.clock = clock;
    }

    /** Who is found, and who keeps their entry. */
    private record Found(List<UUID> records, Optional<AgencyId> keeper) {
        private static final Found NOBODY = new Found(List.of(), Optional.empty());

        Found {
            records = List.copyOf(records);
        }
    }

    /**
     * Answers a question; the signature is of the whole body, in base64. An answer is given at the
     * end of its slot of time, so that a clock does not tell what "held" cost; a refusal is given
     * at once.
     */
    public Reply answer(String signature, byte[] body) {
        SteadyTime time = SteadyTime.begin();
        Optional<Question> question = Wire.whole(body, Question::read);
        Reply reply =
                question.isEmpty()
                        ? stranger()
                        : transactions.asJob(
                                JobName.PIPELINE,
                                sql -> answer(sql, question.get(), signature, body));
        if (reply.signature().isPresent()) {
            time.even();
        }
        return reply;
    }

    private Reply answer(JdbcClient sql, Question question, String signature, byte[] body) {
        Optional<Peer> known = peer(sql, question.from());
        if (known.isEmpty()) {
            return stranger();
        }
        Peer peer = known.get();
        Instant now = clock.instant();
        if (!peer.publicKey().signed(body, signature)) {
            return refused(sql, peer, UNKNOWN, "the signature does not fit the body");
        }
        if (!Wire.fresh(question.at(), now)) {
            return refused(sql, peer, UNKNOWN, "it was asked too long ago, or a clock is wrong");
        }
        if (asked(sql, peer, now) >= AN_HOUR_MOST) {
            return refused(sql, peer, TOO_MANY, "too many questions in an hour");
        }
        Optional<Instant> complete = complete(sql, peer, question.epoch());
        if (complete.isEmpty()) {
            return Reply.refused(NOT_READY, "not ready for that week: ask again");
        }
        Found found = find(sql, peer, question);
        if (!note(sql, peer, question, found, now)) {
            return refused(sql, peer, BEFORE, "this question came before");
        }
        String ring = ring(sql, found.keeper(), now);
        List<SourceRecord> records = identities.in(sql).withKeys(found.records());
        boolean held = !found.records().isEmpty();
        journal.write(sql, disclosed(peer, records, held));
        Optional<String> said = held ? Optional.of(ring) : Optional.empty();
        return Reply.signed(new Answer(question.nonce(), now, said, complete.get()).bytes(), key);
    }

    /** Takes note that an answer came. */
    public Reply acknowledged(String signature, byte[] body) {
        Optional<Acknowledgement> said = Wire.whole(body, Acknowledgement::read);
        return said.isEmpty()
                ? stranger()
                : transactions.asJob(
                        JobName.PIPELINE, sql -> acknowledged(sql, said.get(), signature, body));
    }

    private Reply acknowledged(
            JdbcClient sql, Acknowledgement said, String signature, byte[] body) {
        Optional<Peer> known = peer(sql, said.from());
        if (known.isEmpty()) {
            return stranger();
        }
        Peer peer = known.get();
        Instant now = clock.instant();
        if (!peer.publicKey().signed(body, signature) || !Wire.fresh(said.at(), now)) {
            return refused(sql, peer, UNKNOWN, "the signature does not fit, or it is too old");
        }
        int noted =
                sql.sql(
                                """
                                UPDATE locator.question SET acknowledged_at = coalesce(acknowledged_at, :now)
                                 WHERE peer = :peer AND nonce = :nonce
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("peer", peer.name().value())
                        .param("nonce", said.nonce())
                        .update();
        return noted == 0
                ? refused(sql, peer, BEFORE, "no such question came")
                : Reply.signed(
                        "{\"acknowledged\":true}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        key);
    }

    /** Whoever is unknown learns nothing, and leaves nothing in the database. */
    private static Reply stranger() {
        LOG.warn("a locator question was refused: it is not whole, or of no linked installation");
        return Reply.refused(UNKNOWN, "unknown");
    }

    private Reply refused(JdbcClient sql, Peer peer, int status, String why) {
        LOG.warn("a locator question of {} was refused: {}", peer.name(), why);
        journal.write(
                sql,
                Entry.of(Event.DENY, "locator question of %s: %s".formatted(peer.name(), why)));
        return Reply.refused(status, why);
    }

    private static Entry disclosed(Peer peer, List<SourceRecord> records, boolean held) {
        return new Entry(
                Event.DISCLOSE,
                List.of(),
                records,
                held ? Set.of(Sensitivity.CRIMINAL) : Set.of(),
                records.size(),
                Set.of(),
                "locator question of %s: %s".formatted(peer.name(), held ? "held" : "none held"),
                Optional.empty());
    }

    private Optional<Peer> peer(JdbcClient sql, PeerName name) {
        return peers.all(sql).stream().filter(p -> p.name().equals(name)).findFirst();
    }

    private static long asked(JdbcClient sql, Peer peer, Instant now) {
        return sql.sql(
                        "SELECT count(*) FROM locator.question WHERE peer = :peer AND received_at > :from")
                .param("peer", peer.name().value())
                .param("from", now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * Up to when the hashes of a week are whole; none where they are not made, or are not of now.
     */
    private static Optional<Instant> complete(JdbcClient sql, Peer peer, long epoch) {
        return sql.sql(
                        """
                        SELECT least(max(w.at), (SELECT min(since) FROM locator.stale)) FROM locator.indexed w
                         WHERE w.peer = :peer AND EXISTS (
                           SELECT FROM locator.indexed i WHERE i.peer = :peer AND i.epoch = :epoch)
                        HAVING count(*) > 0
                        """)
                .param("peer", peer.name().value())
                .param("epoch", epoch)
                .query((row, _) ->
                        Objects.requireNonNull(row.getObject(1, OffsetDateTime.class)).toInstant())
                .optional();
    }

    private static Found find(JdbcClient sql, Peer peer, Question question) {
        List<UUID> hashes = question.hashes().stream().map(Answering::uuid).toList();
        return sql
                .sql(
                        """
                        SELECT record_key, min(keeper) AS keeper FROM locator.key
                         WHERE peer = :peer AND epoch = :epoch AND hash = ANY (:hashes::uuid[])
                           AND (:held OR subject IN (SELECT subject FROM locator.answers))
                         GROUP BY record_key ORDER BY record_key
                        """)
                .param("peer", peer.name().value())
                .param("epoch", question.epoch())
                .param("hashes", SqlArrays.keys(hashes))
                .param("held", question.why() == Wire.Why.HELD)
                .query((row, _) ->
                        new Found(
                                List.of(Objects.requireNonNull(row.getObject(1, UUID.class))),
                                Optional.of(
                                        new AgencyId(Objects.requireNonNull(row.getString(2))))))
                .list()
                .stream()
                .reduce(
                        Found.NOBODY,
                        (one, more) ->
                                new Found(
                                        java.util.stream.Stream.concat(
                                                        one.records().stream(),
                                                        more.records().stream())
                                                .toList(),
                                        one.keeper().or(more::keeper)));
    }

    private static UUID uuid(String hash) {
        return UUID.fromString(
                hash.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    /**
     * Keeps the question; false where one of that number came before. Whether somebody here answers
     * for a person is asked by whoever hands over, and is nothing to be rung about.
     */
    private static boolean note(
            JdbcClient sql, Peer peer, Question question, Found found, Instant now) {
        return sql.sql(
                                """
                                INSERT INTO locator.question (peer, nonce, received_at, record_keys, taken)
                                VALUES (:peer, :nonce, :now, :keys, :taken) ON CONFLICT DO NOTHING
                                """)
                        .param("peer", peer.name().value())
                        .param("nonce", question.nonce())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("keys", SqlArrays.keys(found.records()))
                        .param("taken", question.why() == Wire.Why.TAKEN_OVER)
                        .update()
                == 1;
    }

    /** Who keeps it, and its number; worked out whether or not it is told. */
    private String ring(JdbcClient sql, Optional<AgencyId> keeper, Instant now) {
        Directory who = directory.apply(sql);
        LocalDate today = London.day(now);
        return keeper.or(() ->
                        who.agencies(AgencyType.POLICE, today).stream().map(Agency::id).findFirst())
                .map(agency -> ring(who, agency, today))
                .orElse("the register keeper");
    }

    private static String ring(Directory who, AgencyId agency, LocalDate today) {
        Optional<Post> post = who.post(agency, Role.REGISTER_KEEPER, today);
        String number =
                post.stream()
                        .flatMap(p -> who.routes(p.id(), today).stream())
                        .filter(r -> r.channel() == ContactRoute.Channel.PHONE)
                        .map(r -> ", " + r.address().value())
                        .findFirst()
                        .orElse("");
        String ring =
                post.map(Post::title).orElse("the register keeper")
                        + ", "
                        + who.title(agency, today)
                        + number;
        return ring.length() > RING_MOST ? ring.substring(0, RING_MOST) : ring;
    }
}
