package sightline.core.identity;

import sightline.core.identity.IdentityEffects.Move;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who is who, change by change: looks again at the components that a batch touches, and at nobody
 * else. After any sequence of batches the people and the review queue are those which {@link
 * People} makes of the same records and decisions at once.
 */
public final class LiveIdentity {
    private final IdentityIndex index;
    private final PersonIds ids;
    private final int detailLimit;

    /** Works on an index, naming people by these ids. */
    public LiveIdentity(IdentityIndex index, PersonIds ids) {
        this(index, ids, BlockingKeys.DETAIL_LIMIT);
    }

    LiveIdentity(IdentityIndex index, PersonIds ids, int detailLimit) {
        this.index = index;
        this.ids = ids;
        this.detailLimit = detailLimit;
    }

    /**
     * Takes a batch of changes into account. Of several changes to one record in a batch the last
     * counts.
     */
    public IdentityEffects apply(Collection<? extends IdentityChange> changes) {
        var batch = new Batch(changes);
        var readings = new Readings(index);
        var affected = new HashSet<>(index.component(batch.touched()));
        decide(batch);
        var crowded = new HashMap<BlockingKey, Integer>();
        var recompared = store(batch, readings, crowded);
        affected.addAll(index.component(recompared));
        compareAgain(recompared, readings);
        affected.addAll(batch.touched());
        affected.addAll(recompared);
        return resolve(batch, index.component(affected), readings, crowded);
    }

    /**
     * Keeps the decisions; whose mothers they are about is recorded anew with what they say now,
     * however many children they have.
     */
    private void decide(Batch batch) {
        if (batch.decisions.isEmpty()) {
            return;
        }
        var mothers = new HashSet<>(batch.decidedAbout);
        addEnds(mothers, batch.decidedAbout);
        for (var change : batch.decisions) {
            switch (change) {
                case IdentityChange.Decided(var decision) -> index.add(decision);
                case IdentityChange.Undone(var decision) -> index.remove(decision);
                case IdentityChange.Recorded _, IdentityChange.Removed _ -> {}
            }
        }
        addEnds(mothers, batch.decidedAbout);
        batch.recordAgain(index.details(index.childrenOf(mothers)).values());
    }

    private void addEnds(Set<SourceRecord> to, Set<SourceRecord> decidedAbout) {
        for (var decision : SameMothers.reached(index, decidedAbout)) {
            to.add(decision.first());
            to.add(decision.second());
        }
    }

    /** The changes of a batch by what they are about. */
    private static final class Batch {
        private final Map<SourceRecord, RecordDetails> recorded = new TreeMap<>();
        private final Set<SourceRecord> removed = new TreeSet<>();
        private final List<IdentityChange> decisions = new ArrayList<>();
        private final Set<SourceRecord> touched = new TreeSet<>();
        private final Set<SourceRecord> decidedAbout = new TreeSet<>();
        private Map<SourceRecord, PersonId> peopleBefore = Map.of();
        private List<UndecidedPair> undecidedBefore = List.of();

        Batch(Collection<? extends IdentityChange> changes) {
            for (var change : changes) {
                switch (change) {
                    case IdentityChange.Recorded(var details) -> {
                        recorded.put(details.record(), details);
                        removed.remove(details.record());
                        touched.add(details.record());
                    }
                    case IdentityChange.Removed(var record) -> {
                        removed.add(record);
                        recorded.remove(record);
                        touched.add(record);
                    }
                    case IdentityChange.Decided(var decision) -> decide(change, decision);
                    case IdentityChange.Undone(var decision) -> decide(change, decision);
                }
            }
        }

        private void decide(IdentityChange change, Decision decision) {
            decisions.add(change);
            decidedAbout.add(decision.first());
            decidedAbout.add(decision.second());
            touched.addAll(decidedAbout);
        }

        /** Looks again at records of which nothing else changed. */
        void recordAgain(Collection<RecordDetails> unchanged) {
            for (var details : unchanged) {
                if (!removed.contains(details.record())) {
                    recorded.putIfAbsent(details.record(), details);
                }
            }
        }

        Set<SourceRecord> touched() {
            return touched;
        }

        Set<SourceRecord> changed() {
            var changed = new TreeSet<>(recorded.keySet());
            changed.addAll(removed);
            return changed;
        }
    }

    /** Stores the batch; the records that must be compared again, with those of a turned block. */
    private Set<SourceRecord> store(
            Batch batch, Readings readings, Map<BlockingKey, Integer> crowded) {
        var newKeys = new HashMap<RecordDetails, Set<BlockingKey>>();
        readings.of(batch.recorded)
                .forEach((record, prepared) ->
                        newKeys.put(
                                Objects.requireNonNull(batch.recorded.get(record)),
                                keysOf(prepared)));
        var keys = new HashSet<BlockingKey>();
        index.keys(batch.changed()).values().forEach(keys::addAll);
        newKeys.values().forEach(keys::addAll);

        var before = index.blocks(keys);
        write(batch, newKeys);
        var after = index.blocks(keys);

        var recompared = new TreeSet<>(batch.recorded.keySet());
        for (var key : keys) {
            var crowdedBefore = sizeOf(before, key) > key.limit();
            var crowdedAfter = sizeOf(after, key) > key.limit();
            if (crowdedBefore != crowdedAfter) {
                recompared.addAll(recordsOf(before, key));
                recompared.addAll(recordsOf(after, key));
            }
            if (crowdedAfter) {
                crowded.put(key, sizeOf(after, key));
            }
        }
        recompared.removeAll(batch.removed);
        return recompared;
    }

    private void write(Batch batch, Map<RecordDetails, Set<BlockingKey>> newKeys) {
        batch.peopleBefore = index.peopleOf(batch.removed);
        batch.undecidedBefore = index.undecided(batch.removed);
        index.remove(batch.removed);
        index.put(newKeys);
    }

    /** Keyed hashes: what an index holds of names, dates and numbers tells nobody who it is. */
    private Set<BlockingKey> keysOf(Prepared prepared) {
        return BlockingKeys.of(prepared, detailLimit).stream()
                .map(ids::sealed)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void compareAgain(Set<SourceRecord> records, Readings readings) {
        var keysOf = index.keys(records);
        var keys = new HashSet<BlockingKey>();
        keysOf.values().forEach(keys::addAll);
        var blocks = index.blocks(keys);
        var needed = new TreeSet<>(records);
        blocks.values().forEach(block -> needed.addAll(block.records()));
        var prepared = readings.of(index.details(needed));
        var crowded = crowdedAmong(prepared.values());
        prepared.replaceAll((_, details) -> details.withoutContacts(crowded, detailLimit));
        var links = new HashSet<PersonLink>();
        for (var record : records) {
            var others = new TreeSet<SourceRecord>();
            keysOf.getOrDefault(record, Set.of())
                    .forEach(key -> others.addAll(recordsOf(blocks, key)));
            // Of two that are both looked at again, the smaller has compared them.
            others.removeIf(other -> other.compareTo(record) <= 0 && records.contains(other));
            for (var other : others) {
                var explanation = PersonComparison.compare(prepared, record, other);
                if (explanation.certainty() != Certainty.NOT_KNOWN) {
                    links.add(PersonLink.between(record, other, explanation));
                }
            }
        }
        index.replaceLinks(records, links);
    }

    private static Prepared known(Map<SourceRecord, Prepared> prepared, SourceRecord record) {
        return Optional.ofNullable(prepared.get(record))
                .orElseThrow(
                        () -> new IllegalStateException("There are no details of " + record + "."));
    }

    /**
     * Which telephone numbers and e-mail addresses of these too many share: such a one of either
     * says nothing, neither that it is the other's nor that it is not.
     */
    private Predicate<BlockingKey> crowdedAmong(Collection<Prepared> described) {
        var sealed = new HashMap<BlockingKey, BlockingKey>();
        described.forEach(it ->
                it.contacts(detailLimit).forEach(key -> sealed.computeIfAbsent(key, ids::sealed)));
        var blocks = index.blocks(Set.copyOf(sealed.values()));
        return key ->
                Optional.ofNullable(sealed.get(key)).map(it -> sizeOf(blocks, it)).orElse(0)
                        > key.limit();
    }

    private Prepared withoutCrowdedContacts(Prepared prepared) {
        return prepared.withoutContacts(crowdedAmong(List.of(prepared)), detailLimit);
    }

    /**
     * Whose records are like this description, the likest first: a question, of which nothing is
     * kept. What speaks against a person as a whole (two of one number, a decision) is not asked.
     */
    public List<Lookalike> like(RecordDetails description) {
        var records = new TreeSet<SourceRecord>();
        var one = Prepared.of(description, SameMothers.of(List.of(description), index));
        var blocks = index.blocks(keysOf(one));
        blocks.values().forEach(block -> records.addAll(block.records()));
        records.remove(description.record());
        var people = index.peopleOf(records);
        var others = new Readings(index).of(index.details(records));
        var described = new ArrayList<>(others.values());
        described.add(one);
        var crowded = crowdedAmong(described);
        var own = one.withoutContacts(crowded, detailLimit);
        var found = new ArrayList<Lookalike>();
        others.forEach((record, other) -> {
            var explanation =
                    PersonComparison.compare(own, other.withoutContacts(crowded, detailLimit));
            var person = people.get(record);
            if (person != null && explanation.certainty() != Certainty.NOT_KNOWN) {
                found.add(
                        new Lookalike(
                                record,
                                person,
                                explanation.certainty(),
                                explanation.weightTenths()));
            }
        });
        found.sort(
                Comparator.comparing(Lookalike::certainty)
                        .thenComparing(Lookalike::weightTenths, Comparator.reverseOrder())
                        .thenComparing(Lookalike::record));
        return found;
    }

    private IdentityEffects resolve(
            Batch batch,
            Set<SourceRecord> component,
            Readings readings,
            Map<BlockingKey, Integer> crowded) {
        var prepared = readings.of(index.details(component));
        var known = prepared.keySet();
        var links = index.links(known);
        var decisions = index.decisions(component);
        var resolver = new Resolver(prepared, links, decisions);
        resolver.resolve();
        var people = resolver.people(ids);
        var peopleBefore = new HashMap<>(batch.peopleBefore);
        peopleBefore.putAll(index.peopleOf(known));
        index.assign(people);
        var undecidedBefore = new HashSet<>(batch.undecidedBefore);
        undecidedBefore.addAll(index.undecided(known));
        var undecided = undecided(known, links, decisions, resolver, prepared);
        index.replaceUndecided(known, undecided);
        return new IdentityEffects(
                moves(batch, peopleBefore, people),
                people,
                without(undecided, undecidedBefore),
                without(undecidedBefore, new HashSet<>(undecided)),
                resolver.overruled(),
                crowded);
    }

    /**
     * The pairs of the review queue about these records. Links may lead to people outside the
     * component, about whom decisions on any of their records count.
     */
    private List<UndecidedPair> undecided(
            Set<SourceRecord> known,
            Set<PersonLink> links,
            Set<Decision> decisions,
            Resolver resolver,
            Map<SourceRecord, Prepared> prepared) {
        var ends = new HashSet<>(known);
        links.forEach(link -> {
            ends.add(link.first());
            ends.add(link.second());
        });
        var personOf = index.peopleOf(ends);
        var review =
                new ReviewPairs(record -> Optional.ofNullable(personOf.get(record)), decisions);
        return review.among(
                links,
                resolver.held(),
                (a, b) ->
                        PersonComparison.compare(
                                withoutCrowdedContacts(known(prepared, a)),
                                withoutCrowdedContacts(known(prepared, b))));
    }

    private static List<Move> moves(
            Batch batch, Map<SourceRecord, PersonId> before, List<ResolvedPerson> people) {
        var moves = new ArrayList<Move>();
        for (var person : people) {
            for (var record : person.records()) {
                var from = Optional.ofNullable(before.get(record));
                if (from.filter(person.id()::equals).isEmpty()) {
                    moves.add(new Move(record, from, Optional.of(person.id())));
                }
            }
        }
        for (var record : batch.removed) {
            var from = Optional.ofNullable(before.get(record));
            if (from.isPresent()) {
                moves.add(new Move(record, from, Optional.empty()));
            }
        }
        moves.sort(Comparator.comparing(Move::record));
        return moves;
    }

    private static Set<SourceRecord> recordsOf(
            Map<BlockingKey, IdentityIndex.Block> blocks, BlockingKey key) {
        var block = blocks.get(key);
        return block == null ? Set.of() : block.records();
    }

    private static int sizeOf(Map<BlockingKey, IdentityIndex.Block> blocks, BlockingKey key) {
        var block = blocks.get(key);
        return block == null ? 0 : block.size();
    }

    private static List<UndecidedPair> without(
            Collection<UndecidedPair> pairs, Set<UndecidedPair> others) {
        return pairs.stream().filter(pair -> !others.contains(pair)).toList();
    }
}
