package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.DerivedStore;
import sightline.core.alerts.Attendance;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Tellings;
import sightline.core.directory.Directory;
import sightline.core.facts.Fact;
import sightline.core.facts.Standings;
import sightline.core.identity.Decision;
import sightline.core.identity.PlaceDecision;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.facts.Batches;
import sightline.facts.Batches.Kind;
import sightline.facts.EarlierCorrections;
import sightline.facts.EarlierCorrections.Stretch;
import sightline.facts.Facts;
import sightline.facts.NewerRules;
import sightline.feeds.RawMessage;
import sightline.feeds.ReceiptId;
import sightline.feeds.Unread;
import sightline.identity.EarlierDecisions;
import sightline.identity.Identities;
import sightline.identity.IdentityStore;
import sightline.identity.Recollections;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything between a receipt and what follows from it, in one transaction a batch: facts, people,
 * alerts and duties are there together or not at all, and each message is read once.
 */
public final class Pipeline {
    /** How far the clocks of two machines may be apart that both keep the time. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private static final int MESSAGES = 64;
    private static final int HISTORY = 500;
    private static final int CATCHING_UP = 150;
    private static final int MOTHERS = 20;

    /** So many facts are read at a time for what they say of other messages. */
    private static final int STRETCH = 1_000;

    /** So many that correct or take back are followed at a time: each may move several people. */
    private static final int CORRECTIONS = 50;

    private final Transactions transactions;
    private final Reading reading;

    /** The rules in it as areas had set them in the last batch. */
    private volatile Parts parts;

    private final InstantSource clock;
    private final DueShare share = new DueShare();
    private final TakingUp decisions =
            new TakingUp("earlier decisions about mothers do not count for their children yet");
    private final TakingUp corrections =
            new TakingUp("what was corrected or taken back earlier is not all known yet");
    private final Recollections recollections = new Recollections();

    public Pipeline(
            Transactions transactions,
            Unread unread,
            Facts facts,
            Identities identities,
            Function<JdbcClient, ? extends Directory> directory,
            Derivation derivation,
            InstantSource clock) {
        this(
                transactions,
                unread,
                facts,
                identities,
                directory,
                derivation,
                clock,
                Attendance.asRecorded());
    }

    /** A pipeline for which somebody says who is there to be told. */
    public Pipeline(
            Transactions transactions,
            Unread unread,
            Facts facts,
            Identities identities,
            Function<JdbcClient, ? extends Directory> directory,
            Derivation derivation,
            InstantSource clock,
            Attendance attendance) {
        this.transactions = transactions;
        this.reading = new Reading(unread);
        Attending attending = Attending.by(new Tellings(derivation.clocks(), attendance));
        this.parts = new Parts(facts, identities, directory::apply, derivation, attending);
        this.clock = clock;
    }

    /**
     * What a batch did.
     *
     * @param at when, by the pipeline's clock
     * @param occurrences what happened, in order
     * @param messages how many messages were taken
     * @param looked how many people were looked at, whoever was looked at twice counted twice
     * @param full whether more is probably waiting
     */
    public record Batch(
            Instant at, List<Occurrence> occurrences, int messages, int looked, boolean full) {
        public Batch {
            occurrences = List.copyOf(occurrences);
        }

        /** This one and the next as one. */
        private Batch and(Batch next) {
            List<Occurrence> both = new ArrayList<>(occurrences);
            both.addAll(next.occurrences);
            return new Batch(
                    next.at,
                    both,
                    messages + next.messages,
                    looked + next.looked,
                    full || next.full);
        }
    }

    /** Takes one batch of what is unread and what is due; waits while another process has one. */
    public Batch run() {
        return run(false);
    }

    /** As {@link #run}, and says of each new entry who can now see it: what a replay prints. */
    Batch runAndShow() {
        return run(true);
    }

    private Batch run(boolean showing) {
        Instant now = clock.instant();
        List<Optional<Batch>> earlier =
                List.of(
                        decisions.once(now, this::earlierDecisions, this::decisionsNotTakenUp),
                        corrections.once(
                                now, this::earlierCorrections, this::correctionsNotTakenUp));
        return Stream.concat(
                        earlier.stream().flatMap(Optional::stream), Stream.of(ofMessages(showing)))
                .reduce(Batch::and)
                .orElseThrow();
    }

    private Batch ofMessages(boolean showing) {
        Map<ReceiptId, Set<SourceRecord>> messages = new LinkedHashMap<>();
        try {
            return following(
                    MESSAGES,
                    (sql, following, next) -> run(sql, following, next, messages, showing));
        } catch (NewerRules newer) {
            throw newer;
        } catch (RuntimeException | StackOverflowError failed) {
            throw new BatchFailed(messages, failed);
        }
    }

    /**
     * Notes that a batch failed, in a transaction of its own: each of its messages then comes
     * alone, and one that failed {@value Unread#ATTEMPTS_MAX} times is set aside, so that the
     * others go on.
     */
    void failed(BatchFailed failed) {
        if (failed.mayBeAMessage()) {
            transactions.asJob(
                    JobName.PIPELINE,
                    sql -> {
                        reading.failed(sql, failed.messages());
                        return true;
                    });
        }
    }

    /** What is done with the messages that came next. */
    private interface Work<T> {
        T with(JdbcClient sql, Following following, List<RawMessage> next);
    }

    /** Takes no messages. */
    private <T> T following(BiFunction<JdbcClient, Following, T> work) {
        return following(0, (sql, following, _) -> work.apply(sql, following));
    }

    /**
     * Works in one transaction, with what the last one recollects, and keeps that for the next. The
     * moment is taken once the messages are there: what follows from them holds by then.
     */
    private <T> T following(int messages, Work<T> work) {
        AtomicReference<Optional<Following.Left>> left = new AtomicReference<>(Optional.empty());
        AtomicReference<Parts> set = new AtomicReference<>(parts);
        T done =
                transactions.asJob(
                        JobName.PIPELINE,
                        sql -> {
                            Following.Head head = Following.hold(sql, parts);
                            List<RawMessage> next =
                                    messages == 0 ? List.of() : reading.next(sql, messages);
                            Following following = head.now(moment(next), recollections);
                            T result = work.with(sql, following, next);
                            left.set(Optional.of(following.left()));
                            set.set(following.parts());
                            return result;
                        });
        left.get().ifPresent(l -> l.keep(recollections));
        parts = set.get();
        return done;
    }

    /**
     * Now; never before these were received, by a clock that is a little ahead of this one. One
     * that is further ahead is wrong, and makes nothing due before its time.
     */
    private Instant moment(List<RawMessage> messages) {
        Instant now = clock.instant();
        return messages.stream()
                .map(RawMessage::received)
                .filter(received -> !received.isAfter(now.plus(CLOCKS_APART)))
                .reduce(now, (one, other) -> one.isBefore(other) ? other : one);
    }

    private Batch run(
            JdbcClient sql,
            Following following,
            List<RawMessage> next,
            Map<ReceiptId, Set<SourceRecord>> messages,
            boolean showing) {
        Instant now = following.now();
        List<Occurrence> occurrences = following.occurrences();
        Reading.Taken taken = reading.take(sql, following, next, messages);
        List<Fact> seen = new ArrayList<>(parts.attending().seen(sql, following.ledger(), now));
        seen.addAll(following.located());
        int most = share.beside(next.size());
        Following.Due due = following.follow(taken.facts(), seen, most);
        if (!taken.facts().isEmpty() || !seen.isEmpty() || !due.nobody()) {
            new Batches(sql).messages(most, now);
        }
        if (showing) {
            Visibility visibility = new Visibility(following.who(), now);
            taken.facts()
                    .forEach(f ->
                            visibility
                                    .of(f, following.identity(), following.derived())
                                    .ifPresent(occurrences::add));
        }
        boolean full = taken.messages() == MESSAGES || due.full();
        return new Batch(now, occurrences, taken.messages(), following.looked(), full);
    }

    /** Some of what was decided earlier; nothing once all of it counts. */
    private Optional<Batch> earlierDecisions() {
        return following((sql, following) ->
                following
                        .identity()
                        .takeUpEarlierDecisions(MOTHERS)
                        .map(moved -> {
                            if (!moved.isEmpty()) {
                                following.moved(moved);
                                new Batches(sql).caughtUp(moved, following.now());
                            }
                            return new Batch(
                                    following.now(),
                                    following.occurrences(),
                                    0,
                                    following.looked(),
                                    true);
                        }));
    }

    /** Some of what was corrected or taken back earlier; nothing once all of it is known. */
    private Optional<Batch> earlierCorrections() {
        return transactions
                .asJob(
                        JobName.PIPELINE,
                        sql -> {
                            parts.facts().in(sql).lockHead();
                            return new EarlierCorrections(sql).begin(clock.instant());
                        })
                .map(this::corrected);
    }

    private Batch corrected(Stretch next) {
        // What is sealed says of other messages what it says: only a rebuild reads it again.
        List<Fact> stretch =
                transactions.asJob(
                        JobName.REBUILD,
                        sql -> parts.facts().in(sql).recorded(next.after(), next.until(), STRETCH));
        List<Fact> page = withFewCorrections(stretch);
        long last =
                page.size() < stretch.size() || page.size() == STRETCH
                        ? page.getLast().position()
                        : next.until();
        return following((sql, following) -> {
            EarlierCorrections earlier = new EarlierCorrections(sql);
            if (earlier.waiting().equals(Optional.of(next))) {
                Set<SourceRecord> changed = following.noteAnew(page);
                if (!changed.isEmpty()) {
                    new Batches(sql).caughtUp(changed, following.now());
                }
                earlier.read(last);
            }
            return new Batch(following.now(), following.occurrences(), 0, following.looked(), true);
        });
    }

    private static List<Fact> withFewCorrections(List<Fact> stretch) {
        int corrections = 0;
        for (int i = 0; i < stretch.size(); i++) {
            corrections += Standings.withdrawnBy(stretch.get(i)).isEmpty() ? 0 : 1;
            if (corrections == CORRECTIONS) {
                return stretch.subList(0, i + 1);
            }
        }
        return stretch;
    }

    private void correctionsNotTakenUp() {
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new EarlierCorrections(sql).failed(clock.instant());
                    return true;
                });
    }

    private void decisionsNotTakenUp() {
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    EarlierDecisions.failed(sql, clock.instant());
                    return true;
                });
    }

    /**
     * The bulk path: takes one batch of history without working out what follows from it. {@link
     * #catchUp} does that once for everybody, and what is kept then is the same.
     */
    public Batch takeHistory() {
        return following(
                HISTORY,
                (sql, following, next) -> {
                    Instant now = following.now();
                    List<Occurrence> occurrences = following.occurrences();
                    Reading.Taken taken = reading.take(sql, following, next, new LinkedHashMap<>());
                    following.learn(taken.facts());
                    if (!taken.facts().isEmpty()) {
                        new Batches(sql).history(now);
                    }
                    boolean full = taken.messages() == HISTORY;
                    return new Batch(now, occurrences, taken.messages(), following.looked(), full);
                });
    }

    /** Works out what follows for everybody whom a fact after a ledger position names. */
    public List<Occurrence> catchUp(long position) {
        Set<SourceRecord> records = new LinkedHashSet<>();
        long[] from = {position};
        boolean more = true;
        while (more) {
            List<Fact> page =
                    transactions.asJob(
                            JobName.PIPELINE, sql -> parts.facts().in(sql).after(from[0], HISTORY));
            page.forEach(f -> f.participants().forEach(p -> records.add(p.record())));
            more = page.size() == HISTORY;
            from[0] = page.isEmpty() ? from[0] : page.getLast().position();
        }
        List<Occurrence> occurrences = new ArrayList<>();
        List<SourceRecord> all = oneOfEachPerson(records);
        for (int i = 0; i < all.size(); i += CATCHING_UP) {
            List<SourceRecord> some = all.subList(i, Math.min(all.size(), i + CATCHING_UP));
            occurrences.addAll(
                    following((sql, following) -> {
                        following.catchUp(some);
                        new Batches(sql).caughtUp(some, following.now());
                        return following.occurrences();
                    }));
        }
        return occurrences;
    }

    /** The first record of each person, so that nobody is looked at twice. */
    private List<SourceRecord> oneOfEachPerson(Set<SourceRecord> records) {
        Map<SourceRecord, PersonId> people =
                transactions.asJob(
                        JobName.PIPELINE, sql -> parts.identities().in(sql).peopleOf(records));
        Set<PersonId> seen = new HashSet<>();
        return records.stream()
                .filter(r -> Optional.ofNullable(people.get(r)).filter(seen::add).isPresent())
                .toList();
    }

    /** A person decided who two records are: what follows is there at once. */
    public Batch decide(Decision decision) {
        return decided(Kind.DECIDED, decision, identity -> identity.decide(decision));
    }

    /** Such a decision is taken back. */
    public Batch undo(Decision decision) {
        return decided(Kind.UNDONE, decision, identity -> identity.undo(decision));
    }

    /** A person decided whether two addresses are one place. */
    public Batch decide(PlaceDecision decision) {
        return decided(Kind.PLACE_DECIDED, decision, identity -> identity.decide(decision));
    }

    /** Such a decision is taken back. */
    public Batch undo(PlaceDecision decision) {
        return decided(Kind.PLACE_UNDONE, decision, identity -> identity.undo(decision));
    }

    private Batch decided(
            Kind kind, Record decision, Function<IdentityStore, Set<SourceRecord>> change) {
        return following((sql, following) -> {
            following.moved(change.apply(following.identity()));
            new Batches(sql).decided(kind, parts.identities().sealed(decision), following.now());
            return new Batch(
                    following.now(), following.occurrences(), 0, following.looked(), false);
        });
    }

    /** The next moment at which time alone changes something. */
    public Optional<Instant> nextRecheck() {
        return transactions.asJob(JobName.PIPELINE, sql -> new DerivedStore(sql).nextRecheck());
    }
}
