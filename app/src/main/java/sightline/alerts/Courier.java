package sightline.alerts;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.Carrier.Outcome;
import sightline.alerts.Carrier.Parcel;
import sightline.core.directory.ContactRoute;
import sightline.core.directory.ContactRoute.Channel;
import sightline.core.directory.Directory;
import sightline.core.kernel.London;
import sightline.core.kernel.PostId;
import sightline.database.JobName;
import sightline.database.Transactions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Sends what waits. A delivery is claimed, sent outside any transaction and recorded afterwards:
 * who is killed in between leaves it to be sent again, under the same id. Any number of processes
 * may run one.
 */
public final class Courier {
    private static final int AT_ONCE = 20;
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int TRIES_URGENT = 10;
    private static final int TRIES = 16;

    private final Transactions transactions;
    private final Function<JdbcClient, Directory> directory;
    private final Map<Channel, Carrier> carriers;
    private final InstantSource clock;

    /** A courier with the carriers that this installation has. */
    public Courier(
            Transactions transactions,
            Function<JdbcClient, ? extends Directory> directory,
            Map<Channel, Carrier> carriers,
            InstantSource clock) {
        this.transactions = transactions;
        this.directory = directory::apply;
        this.carriers = Map.copyOf(carriers);
        this.clock = clock;
    }

    /** A delivery that this courier has for a while. */
    private record Claimed(UUID id, PostId post, Channel channel, boolean urgent, int tries) {}

    /** Tries what is due once; gives how many were tried. */
    public int run() {
        Instant now = clock.instant();
        Map<Claimed, Optional<Parcel>> parcels =
                transactions.asJob(JobName.COURIER, sql -> addressed(sql, now));
        Map<Claimed, Future<Optional<Outcome>>> sending = new LinkedHashMap<>();
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            parcels.forEach((claimed, parcel) ->
                    sending.put(claimed, each.submit(() -> carry(claimed, parcel))));
        }
        sending.forEach((claimed, outcome) -> record(claimed, result(outcome)));
        return parcels.size();
    }

    private static Optional<Outcome> result(Future<Optional<Outcome>> outcome) {
        try {
            return outcome.get();
        } catch (ExecutionException failed) {
            return Optional.of(Outcome.FAILED);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of(Outcome.FAILED);
        }
    }

    /** What came of it; none where no way leads there. */
    private Optional<Outcome> carry(Claimed claimed, Optional<Parcel> parcel) {
        Optional<Carrier> carrier = Optional.ofNullable(carriers.get(claimed.channel()));
        return carrier.flatMap(c -> parcel.map(c::carry));
    }

    private Map<Claimed, Optional<Parcel>> addressed(JdbcClient sql, Instant now) {
        List<Claimed> claimed = claim(sql, now);
        Map<Claimed, Optional<Parcel>> parcels = new LinkedHashMap<>();
        if (!claimed.isEmpty()) {
            Directory who = directory.apply(sql);
            claimed.forEach(c -> parcels.put(c, parcel(c, who, now)));
        }
        return parcels;
    }

    private static Optional<Parcel> parcel(Claimed claimed, Directory who, Instant now) {
        return who.routes(claimed.post(), London.day(now)).stream()
                .filter(r -> r.channel() == claimed.channel())
                .map(ContactRoute::address)
                .map(a -> new Parcel(claimed.id(), a, claimed.urgent()))
                .findFirst();
    }

    private static List<Claimed> claim(JdbcClient sql, Instant now) {
        return new ArrayList<>(
                sql.sql(
                                """
                                WITH next AS (
                                  SELECT delivery_id FROM alerts.delivery
                                   WHERE state = 'waiting' AND next_at <= :now
                                     AND (claimed_until IS NULL OR claimed_until < :now)
                                   ORDER BY next_at, delivery_id LIMIT :most FOR UPDATE SKIP LOCKED)
                                UPDATE alerts.delivery d SET claimed_until = :until, tries = tries + 1 FROM next
                                 WHERE d.delivery_id = next.delivery_id
                                RETURNING d.delivery_id, d.post, d.channel, d.urgent, d.tries
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("until", now.plus(CLAIM).atOffset(ZoneOffset.UTC))
                        .param("most", AT_ONCE)
                        .query((row, _) ->
                                new Claimed(
                                        Objects.requireNonNull(row.getObject(1, UUID.class)),
                                        new PostId(Objects.requireNonNull(row.getString(2))),
                                        Channel.of(Objects.requireNonNull(row.getString(3)))
                                                .orElseThrow(),
                                        row.getBoolean(4),
                                        row.getInt(5)))
                        .list());
    }

    /** Records a try; whoever took the delivery over meanwhile decides what becomes of it. */
    private void record(Claimed claimed, Optional<Outcome> outcome) {
        Instant now = clock.instant();
        int most = claimed.urgent() ? TRIES_URGENT : TRIES;
        boolean again =
                outcome.filter(Outcome.FAILED::equals).isPresent() && claimed.tries() < most;
        boolean sent = outcome.filter(Outcome.SENT::equals).isPresent();
        transactions.asJob(
                JobName.COURIER,
                sql -> {
                    sql.sql(
                                    """
                                    INSERT INTO alerts.attempt (delivery_id, number, at, outcome)
                                    VALUES (:id, :number, :at, :outcome) ON CONFLICT DO NOTHING
                                    """)
                            .param("id", claimed.id())
                            .param("number", claimed.tries())
                            .param("at", now.atOffset(ZoneOffset.UTC))
                            .param("outcome", word(outcome))
                            .update();
                    return sql.sql(
                                    """
                                    UPDATE alerts.delivery SET state = :state, next_at = :next, claimed_until = NULL
                                     WHERE delivery_id = :id AND state = 'waiting' AND (tries = :tries OR :sent)
                                    """)
                            .param("state", sent ? "sent" : again ? "waiting" : "dead")
                            .param("next", now.plus(pause(claimed)).atOffset(ZoneOffset.UTC))
                            .param("id", claimed.id())
                            .param("tries", claimed.tries())
                            .param("sent", sent)
                            .update();
                });
    }

    private static String word(Optional<Outcome> outcome) {
        return outcome.map(o ->
                        switch (o) {
                            case SENT -> "sent";
                            case REFUSED -> "refused";
                            case FAILED -> "failed";
                        })
                .orElse("no-route");
    }

    /** One second, twice as long each time, at most an hour; apart for each delivery. */
    private static Duration pause(Claimed claimed) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(claimed.tries() - 1, 12));
        Duration pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        long apart = Math.floorMod(claimed.id().getLeastSignificantBits(), 250L);
        return pause.plus(pause.multipliedBy(apart).dividedBy(1000));
    }
}
