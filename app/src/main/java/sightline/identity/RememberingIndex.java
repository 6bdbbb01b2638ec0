package sightline.identity;

import sightline.core.identity.BlockingKey;
import sightline.core.identity.Decision;
import sightline.core.identity.IdentityIndex;
import sightline.core.identity.PersonLink;
import sightline.core.identity.RecordDetails;
import sightline.core.identity.ResolvedPerson;
import sightline.core.identity.UndecidedPair;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Asks the database once for what a transaction asks again and again. Every write goes through
 * here, and nobody else writes while the pipeline holds its lock, so nothing remembered is stale.
 */
final class RememberingIndex implements IdentityIndex {
    private final PostgresIdentityIndex index;
    private final Recollection recollection;
    private final Map<SourceRecord, Optional<RecordDetails>> details;
    private final Map<SourceRecord, Optional<Set<BlockingKey>>> keys = new HashMap<>();
    private final Map<BlockingKey, Optional<Block>> blocks = new HashMap<>();
    private final Map<SourceRecord, Optional<Set<Decision>>> decisions = new HashMap<>();
    private final Map<SourceRecord, Set<PersonLink>> links = new HashMap<>();

    RememberingIndex(PostgresIdentityIndex index, Recollection recollection) {
        this.index = index;
        this.recollection = recollection;
        this.details = recollection.details();
    }

    private static <K, V> Map<K, V> ask(
            Map<K, Optional<V>> remembered, Set<K> wanted, Function<Set<K>, Map<K, V>> question) {
        Set<K> open = new HashSet<>(wanted);
        open.removeAll(remembered.keySet());
        if (!open.isEmpty()) {
            Map<K, V> answered = question.apply(open);
            open.forEach(it -> remembered.put(it, Optional.ofNullable(answered.get(it))));
        }
        Map<K, V> found = new HashMap<>();
        for (K key : wanted) {
            remembered
                    .getOrDefault(key, Optional.empty())
                    .ifPresent(value -> found.put(key, value));
        }
        return found;
    }

    @Override
    public Map<SourceRecord, RecordDetails> details(Set<SourceRecord> records) {
        return ask(details, records, index::details);
    }

    @Override
    public Map<SourceRecord, Set<BlockingKey>> keys(Set<SourceRecord> records) {
        return ask(keys, records, index::keys);
    }

    @Override
    public Map<BlockingKey, Block> blocks(Set<BlockingKey> wanted) {
        return ask(blocks, wanted, index::blocks);
    }

    @Override
    public Map<SourceRecord, PersonId> peopleOf(Set<SourceRecord> records) {
        return ask(recollection.people(), records, index::peopleOf);
    }

    @Override
    public void put(Map<RecordDetails, Set<BlockingKey>> changed) {
        Set<SourceRecord> records = new HashSet<>();
        changed.keySet().forEach(detail -> records.add(detail.record()));
        index.put(changed, keys(records));
        move(changed);
        changed.forEach((detail, own) -> {
            details.put(detail.record(), Optional.of(detail));
            keys.put(
                    detail.record(),
                    own.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(own)));
        });
    }

    /** What is remembered of blocks changes with those who leave and join them. */
    private void move(Map<RecordDetails, Set<BlockingKey>> changed) {
        Map<BlockingKey, Set<SourceRecord>> leaving = new HashMap<>();
        Map<BlockingKey, Set<SourceRecord>> joining = new HashMap<>();
        for (var each : changed.entrySet()) {
            SourceRecord record = each.getKey().record();
            Set<BlockingKey> before = keys.getOrDefault(record, Optional.empty()).orElse(Set.of());
            note(before, each.getValue(), record, leaving);
            note(each.getValue(), before, record, joining);
        }
        leaving.forEach((key, records) -> {
            Block block = held(key);
            int size = block.size() - records.size();
            if (block.size() > key.limit()) {
                // Nobody told who the others are, nor how many.
                blocks.remove(key);
            } else if (blocks.containsKey(key)) {
                Set<SourceRecord> left = new HashSet<>(block.records());
                left.removeAll(records);
                blocks.put(key, Optional.of(new Block(size, left)));
            }
        });
        joining.forEach((key, records) -> {
            if (blocks.containsKey(key)) {
                Block block = held(key);
                int size = block.size() + records.size();
                Set<SourceRecord> all = new HashSet<>(records);
                all.addAll(block.records());
                blocks.put(key, Optional.of(new Block(size, size > key.limit() ? Set.of() : all)));
            }
        });
    }

    private Block held(BlockingKey key) {
        return blocks.getOrDefault(key, Optional.empty()).orElseGet(() -> new Block(0, Set.of()));
    }

    private static void note(
            Set<BlockingKey> these,
            Set<BlockingKey> besides,
            SourceRecord record,
            Map<BlockingKey, Set<SourceRecord>> noted) {
        these.stream()
                .filter(key -> !besides.contains(key))
                .forEach(key -> noted.computeIfAbsent(key, _ -> new HashSet<>()).add(record));
    }

    @Override
    public void remove(Set<SourceRecord> records) {
        index.remove(records);
        if (!records.isEmpty()) {
            blocks.clear();
            links.clear();
        }
        for (SourceRecord record : records) {
            details.remove(record);
            keys.remove(record);
            recollection.unassigned(record);
        }
    }

    @Override
    public void assign(Collection<ResolvedPerson> changed) {
        index.assign(changed);
        changed.forEach(person -> recollection.assigned(person.id(), person.records()));
    }

    @Override
    public Set<PersonLink> links(Set<SourceRecord> records) {
        Set<SourceRecord> open = new HashSet<>(records);
        open.removeAll(links.keySet());
        open.forEach(record -> links.put(record, new HashSet<>()));
        // Whoever has no details was compared with nobody.
        open.removeIf(this::hasNoDetails);
        for (PersonLink link : index.links(open)) {
            linked(link);
        }
        Set<PersonLink> found = new HashSet<>();
        records.forEach(record -> found.addAll(links.getOrDefault(record, Set.of())));
        return found;
    }

    private boolean hasNoDetails(SourceRecord record) {
        Optional<RecordDetails> known = details.get(record);
        return known != null && known.isEmpty();
    }

    /** Remembers a link at those of its ends of which all links are remembered. */
    private void linked(PersonLink link) {
        for (SourceRecord end : List.of(link.first(), link.second())) {
            Set<PersonLink> known = links.get(end);
            if (known != null) {
                known.add(link);
            }
        }
    }

    @Override
    public void replaceLinks(Set<SourceRecord> records, Collection<PersonLink> changed) {
        Set<PersonLink> gone = links(records);
        Set<PersonLink> added = new HashSet<>(changed);
        added.removeAll(gone);
        gone.removeAll(Set.copyOf(changed));
        index.changeLinks(gone, added);
        for (PersonLink link : gone) {
            for (SourceRecord end : List.of(link.first(), link.second())) {
                links.getOrDefault(end, new HashSet<>()).remove(link);
            }
        }
        added.forEach(this::linked);
    }

    @Override
    public Set<Decision> decisions(Set<SourceRecord> records) {
        Set<Decision> found = new HashSet<>();
        ask(decisions, records, this::decisionsByEnd).values().forEach(found::addAll);
        return found;
    }

    private Map<SourceRecord, Set<Decision>> decisionsByEnd(Set<SourceRecord> records) {
        Map<SourceRecord, Set<Decision>> byEnd = new HashMap<>();
        for (Decision decision : index.decisions(records)) {
            for (SourceRecord end : List.of(decision.first(), decision.second())) {
                byEnd.computeIfAbsent(end, _ -> new HashSet<>()).add(decision);
            }
        }
        return byEnd;
    }

    @Override
    public void add(Decision decision) {
        index.add(decision);
        forgetDecisions(decision);
    }

    @Override
    public void remove(Decision decision) {
        index.remove(decision);
        forgetDecisions(decision);
    }

    private void forgetDecisions(Decision decision) {
        decisions.remove(decision.first());
        decisions.remove(decision.second());
    }

    /** Step by step: what is read on the way is asked for afterwards in any case. */
    @Override
    public Set<SourceRecord> component(Set<SourceRecord> records) {
        Set<SourceRecord> reached = new HashSet<>(records);
        Set<SourceRecord> open = Set.copyOf(records);
        while (!open.isEmpty()) {
            Set<SourceRecord> next = new HashSet<>();
            for (PersonLink link : links(open)) {
                if (link.joins()) {
                    next.add(link.first());
                    next.add(link.second());
                }
            }
            for (Decision decision : decisions(open)) {
                next.add(decision.first());
                next.add(decision.second());
            }
            next.removeAll(reached);
            reached.addAll(next);
            open = next;
        }
        return reached;
    }

    @Override
    public Map<PersonId, Set<SourceRecord>> records(Set<PersonId> wanted) {
        return index.records(wanted);
    }

    @Override
    public Optional<SourceRecord> anchor(PersonId person) {
        return index.anchor(person);
    }

    @Override
    public List<UndecidedPair> undecided(Set<SourceRecord> records) {
        return index.undecided(records);
    }

    @Override
    public void replaceUndecided(Set<SourceRecord> records, Collection<UndecidedPair> pairs) {
        index.replaceUndecided(records, pairs);
    }

    @Override
    public Set<SourceRecord> childrenOf(Set<SourceRecord> mothers) {
        return index.childrenOf(mothers);
    }

    /** The records with which these wait for somebody to decide; of each that is alike any. */
    Map<SourceRecord, Set<SourceRecord>> alike(Set<SourceRecord> records) {
        return index.alike(records);
    }

    /** The records of these people, in order. */
    List<PostgresIdentityIndex.Membership> members(Collection<PersonId> wanted) {
        return index.members(wanted);
    }

    /** The strongest pairs of the review queue first. */
    List<UndecidedPair> reviewQueue(int limit) {
        return index.reviewQueue(limit);
    }

    /** Ends what people answered about these records, with their words. */
    void forgetAnswers(Set<SourceRecord> erased) {
        index.forgetAnswers(erased);
    }

    /** Forgets the names of records that are nobody's, and the ids made after them. */
    void forget(Set<SourceRecord> gone) {
        index.forget(gone);
    }

    /** The records of these keys. */
    Collection<SourceRecord> withKeys(Collection<UUID> keys) {
        return index.withKeys(keys);
    }

    /** The records whose person, or its certainty, was written since this was last asked. */
    Set<SourceRecord> takeReassigned() {
        return index.takeReassigned();
    }
}
