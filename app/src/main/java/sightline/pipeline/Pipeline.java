package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.DerivedStore;
import sightline.core.alerts.Change;
import sightline.core.alerts.Changes;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.alerts.Known;
import sightline.core.directory.Directory;
import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonRole;
import sightline.core.household.Bounds;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Parameters;
import sightline.core.screening.Situation;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.facts.Facts;
import sightline.facts.PostgresLedger;
import sightline.feeds.Unread;
import sightline.identity.Identities;
import sightline.identity.IdentityStore;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything between a receipt and what follows from it, in one transaction a batch: facts, people,
 * alerts and duties are there together or not at all, and each message is read once.
 */
public final class Pipeline {
    private static final int MESSAGES = 64;
    private static final int RECHECKS = 100;
    private static final int AT_ONCE = 200;
    private static final int HISTORY = 500;
    private static final int CATCHING_UP = 25;

    private final Transactions transactions;
    private final Reading reading;
    private final Publishing publishing = new Publishing();
    private final Facts facts;
    private final Identities identities;
    private final Function<JdbcClient, Directory> directory;
    private final Derivation derivation;
    private final InstantSource clock;

    public Pipeline(
            Transactions transactions,
            Unread unread,
            Facts facts,
            Identities identities,
            Function<JdbcClient, ? extends Directory> directory,
            Derivation derivation,
            InstantSource clock) {
        this.transactions = transactions;
        this.reading = new Reading(unread);
        this.facts = facts;
        this.identities = identities;
        this.directory = directory::apply;
        this.derivation = derivation;
        this.clock = clock;
    }

    /**
     * What a batch did.
     *
     * @param at when, by the pipeline's clock
     * @param occurrences what happened, in order
     * @param messages how many messages were taken
     * @param full whether more is probably waiting
     */
    public record Batch(Instant at, List<Occurrence> occurrences, int messages, boolean full) {
        public Batch {
            occurrences = List.copyOf(occurrences);
        }
    }

    /** The stores of one transaction. */
    private record Stores(IdentityStore identity, DerivedStore derived, PostgresLedger ledger) {}

    /** Takes one batch of what is unread and what is due; waits while another process has one. */
    public Batch run() {
        return transactions.asJob(JobName.PIPELINE, this::run);
    }

    /**
     * The bulk path: takes one batch of history without working out what follows from it. {@link
     * #catchUp} does that once for everybody, and what is kept then is the same.
     */
    public Batch takeHistory() {
        return transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    PostgresLedger ledger = facts.in(sql);
                    ledger.lockHead();
                    Instant now = clock.instant();
                    List<Occurrence> occurrences = new ArrayList<>();
                    Directory who = directory.apply(sql);
                    Reading.Taken taken = reading.take(sql, ledger, who, HISTORY, occurrences, now);
                    Set<SourceRecord> moved = identities.in(sql).apply(taken.facts());
                    publishing.publish(sql, taken.facts(), moved, List.of());
                    boolean full = taken.messages() == HISTORY;
                    return new Batch(now, occurrences, taken.messages(), full);
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
                            JobName.PIPELINE, sql -> facts.in(sql).after(from[0], HISTORY));
            page.forEach(f -> f.participants().forEach(p -> records.add(p.record())));
            more = page.size() == HISTORY;
            from[0] = page.isEmpty() ? from[0] : page.getLast().position();
        }
        List<Occurrence> occurrences = new ArrayList<>();
        List<SourceRecord> all = List.copyOf(records);
        for (int i = 0; i < all.size(); i += CATCHING_UP) {
            List<SourceRecord> some = all.subList(i, Math.min(all.size(), i + CATCHING_UP));
            transactions.asJob(
                    JobName.PIPELINE,
                    sql -> {
                        PostgresLedger ledger = facts.in(sql);
                        ledger.lockHead();
                        IdentityStore identity = identities.in(sql);
                        List<PersonId> people =
                                identity.peopleOf(some).values().stream().distinct().toList();
                        Stores stores = new Stores(identity, new DerivedStore(sql), ledger);
                        evaluate(
                                people,
                                stores,
                                directory.apply(sql),
                                clock.instant(),
                                occurrences,
                                new LinkedHashMap<>());
                        return true;
                    });
        }
        return occurrences;
    }

    /** The next moment at which time alone changes something. */
    public java.util.Optional<Instant> nextRecheck() {
        return transactions.asJob(JobName.PIPELINE, sql -> new DerivedStore(sql).nextRecheck());
    }

    private Batch run(JdbcClient sql) {
        PostgresLedger ledger = facts.in(sql);
        ledger.lockHead();
        Instant now = clock.instant();
        Directory who = directory.apply(sql);
        DerivedStore store = new DerivedStore(sql);
        List<Occurrence> occurrences = new ArrayList<>();
        Reading.Taken taken = reading.take(sql, ledger, who, MESSAGES, occurrences, now);
        IdentityStore identity = identities.in(sql);
        Set<SourceRecord> moved = identity.apply(taken.facts());
        List<PersonId> due = store.due(now, RECHECKS);
        Set<PersonId> subjects = affected(taken.facts(), moved, identity, store);
        subjects.addAll(due);
        Map<PersonId, Derived> derived = new LinkedHashMap<>();
        List<PersonId> all = List.copyOf(subjects);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<PersonId> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            evaluate(some, new Stores(identity, store, ledger), who, now, occurrences, derived);
        }
        publishing.publish(sql, taken.facts(), moved, occurrences);
        Visibility visibility = new Visibility(who, now);
        taken.facts().forEach(f -> visibility.of(f, identity, derived).ifPresent(occurrences::add));
        boolean full = taken.messages() == MESSAGES || due.size() == RECHECKS;
        return new Batch(now, occurrences, taken.messages(), full);
    }

    /** Whoever the facts name, and whoever depends on one of the records or places. */
    private static Set<PersonId> affected(
            List<Fact> facts, Set<SourceRecord> moved, IdentityStore identity, DerivedStore store) {
        Set<SourceRecord> records = new HashSet<>(moved);
        facts.stream()
                .flatMap(f -> f.participants().stream())
                .filter(p -> p.role() != PersonRole.PRACTITIONER && p.role() != PersonRole.REFERRER)
                .map(Participant::record)
                .forEach(records::add);
        if (records.isEmpty()) {
            return new LinkedHashSet<>();
        }
        // A record that joins somebody is looked at for everybody who depends on that person.
        identity.recordsOf(new HashSet<>(identity.peopleOf(records).values())).values().stream()
                .flatMap(List::stream)
                .forEach(m -> records.add(m.record()));
        Set<PlaceId> places =
                new HashSet<>(
                        identity.placesOf(
                                        facts.stream()
                                                .flatMap(f -> f.place().stream())
                                                .collect(Collectors.toSet()))
                                .values());
        Set<PersonId> subjects = new LinkedHashSet<>(store.dependents(records, places));
        identity.peopleOf(records).values().stream()
                .sorted(java.util.Comparator.comparing(PersonId::value))
                .forEach(subjects::add);
        return subjects;
    }

    private void evaluate(
            List<PersonId> subjects,
            Stores stores,
            Directory who,
            Instant now,
            List<Occurrence> occurrences,
            Map<PersonId, Derived> all) {
        Map<PersonId, Neighbourhood> read =
                new NeighbourhoodReader(stores.identity(), Bounds.DEFAULT).read(subjects);
        Map<PersonId, Collection<SourceRecord>> records = new LinkedHashMap<>();
        read.forEach((person, around) -> records.put(person, around.subject().records()));
        Map<PersonId, DerivedStore.Before> befores = stores.derived().before(records);
        List<DerivedStore.Saved> saved = new ArrayList<>();
        List<Occurrence> changed = new ArrayList<>();
        read.forEach((person, around) -> {
            Situation situation = new Situation(around, now, who, Parameters.DEFAULT);
            Derived derived = derivation.derive(situation);
            Known before = befores.getOrDefault(person, DerivedStore.Before.NOTHING).known();
            List<SourceRecord> about = around.subject().records().stream().sorted().toList();
            for (Change change : Changes.between(before, derived)) {
                changed.add(new Occurrence.Changed(now, person, about, change));
            }
            saved.add(
                    new DerivedStore.Saved(
                            derived, about, around.dependsOn(), around.dependsOnPlaces()));
            all.put(person, derived);
        });
        stores.derived().save(saved, now);
        stores.derived().forget(gone(subjects, befores.values(), read.keySet(), stores.identity()));
        stores.ledger().append(SystemFacts.of(changed, now));
        occurrences.addAll(changed);
    }

    /** People who were evaluated once and are nobody now: their records are somebody else's. */
    private static List<PersonId> gone(
            Collection<PersonId> asked,
            Collection<DerivedStore.Before> befores,
            Set<PersonId> found,
            IdentityStore identity) {
        Set<PersonId> missing = new LinkedHashSet<>(asked);
        befores.forEach(b -> missing.addAll(b.formerly()));
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            missing.removeAll(identity.recordsOf(missing).keySet());
        }
        return List.copyOf(missing);
    }
}
