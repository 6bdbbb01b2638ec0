package sightline.core.identity;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Keeps everything in memory, for tests and simulated worlds. Used by one thread at a time. */
public final class InMemoryIdentityIndex implements IdentityIndex {
    private final Map<SourceRecord, RecordDetails> details = new HashMap<>();
    private final Map<SourceRecord, Set<BlockingKey>> keys = new HashMap<>();
    private final Map<BlockingKey, Set<SourceRecord>> blocks = new HashMap<>();
    private final Map<SourceRecord, Set<PersonLink>> links = new HashMap<>();
    private final Map<SourceRecord, Set<Decision>> decisions = new HashMap<>();
    private final Map<SourceRecord, PersonId> people = new HashMap<>();
    private final Map<PersonId, Set<SourceRecord>> records = new HashMap<>();
    private final Map<PersonId, SourceRecord> anchors = new HashMap<>();
    private final Map<SourceRecord, Set<UndecidedPair>> undecided = new HashMap<>();

    @Override
    public Map<SourceRecord, RecordDetails> details(Set<SourceRecord> wanted) {
        return select(details, wanted);
    }

    @Override
    public Set<SourceRecord> childrenOf(Set<SourceRecord> mothers) {
        return details.values().stream()
                .filter(child ->
                        child.mother()
                                .flatMap(RecordDetails.Mother::record)
                                .filter(mothers::contains)
                                .isPresent())
                .map(RecordDetails::record)
                .collect(Collectors.toSet());
    }

    @Override
    public void put(Map<RecordDetails, Set<BlockingKey>> changed) {
        changed.forEach((detail, newKeys) -> {
            dropKeys(detail.record());
            details.put(detail.record(), detail);
            keys.put(detail.record(), Set.copyOf(newKeys));
            newKeys.forEach(key -> at(blocks, key).add(detail.record()));
        });
    }

    @Override
    public void remove(Set<SourceRecord> gone) {
        replaceLinks(gone, List.of());
        replaceUndecided(gone, List.of());
        for (var record : gone) {
            dropKeys(record);
            details.remove(record);
            var person = people.remove(record);
            if (person != null) {
                at(records, person).remove(record);
            }
        }
    }

    @Override
    public Map<SourceRecord, Set<BlockingKey>> keys(Set<SourceRecord> wanted) {
        return select(keys, wanted);
    }

    @Override
    public Map<BlockingKey, Block> blocks(Set<BlockingKey> wanted) {
        var found = new HashMap<BlockingKey, Block>();
        for (var key : wanted) {
            var block = blocks.getOrDefault(key, Set.of());
            var shown = block.size() > key.limit() ? Set.<SourceRecord>of() : block;
            found.put(key, new Block(block.size(), shown));
        }
        return found;
    }

    @Override
    public Set<PersonLink> links(Set<SourceRecord> touched) {
        return union(links, touched);
    }

    @Override
    public void replaceLinks(Set<SourceRecord> touched, Collection<PersonLink> added) {
        for (var link : links(touched)) {
            at(links, link.first()).remove(link);
            at(links, link.second()).remove(link);
        }
        for (var link : added) {
            at(links, link.first()).add(link);
            at(links, link.second()).add(link);
        }
    }

    @Override
    public Set<Decision> decisions(Set<SourceRecord> touched) {
        return union(decisions, touched);
    }

    @Override
    public void add(Decision decision) {
        at(decisions, decision.first()).add(decision);
        at(decisions, decision.second()).add(decision);
    }

    @Override
    public void remove(Decision decision) {
        at(decisions, decision.first()).remove(decision);
        at(decisions, decision.second()).remove(decision);
    }

    @Override
    public Set<SourceRecord> component(Set<SourceRecord> seeds) {
        var reached = new HashSet<>(seeds);
        var open = new ArrayDeque<>(seeds);
        while (!open.isEmpty()) {
            var record = open.pop();
            var neighbours = new TreeSet<SourceRecord>();
            for (var link : links.getOrDefault(record, Set.of())) {
                if (link.joins()) {
                    neighbours.add(link.other(record));
                }
            }
            for (var decision : decisions.getOrDefault(record, Set.of())) {
                neighbours.add(decision.first());
                neighbours.add(decision.second());
            }
            neighbours.stream().filter(reached::add).forEach(open::push);
        }
        return reached;
    }

    @Override
    public Map<SourceRecord, PersonId> peopleOf(Set<SourceRecord> wanted) {
        return select(people, wanted);
    }

    @Override
    public Map<PersonId, Set<SourceRecord>> records(Set<PersonId> wanted) {
        var found = new HashMap<PersonId, Set<SourceRecord>>();
        select(records, wanted)
                .forEach((person, own) -> {
                    if (!own.isEmpty()) {
                        found.put(person, Set.copyOf(own));
                    }
                });
        return found;
    }

    @Override
    public void assign(Collection<ResolvedPerson> changed) {
        for (var person : changed) {
            anchors.putIfAbsent(person.id(), person.records().first());
            for (var record : person.records()) {
                var before = people.put(record, person.id());
                if (before != null) {
                    at(records, before).remove(record);
                }
                at(records, person.id()).add(record);
            }
        }
    }

    @Override
    public Optional<SourceRecord> anchor(PersonId person) {
        return Optional.ofNullable(anchors.get(person));
    }

    @Override
    public List<UndecidedPair> undecided(Set<SourceRecord> touched) {
        return List.copyOf(union(undecided, touched));
    }

    @Override
    public void replaceUndecided(Set<SourceRecord> touched, Collection<UndecidedPair> added) {
        for (var pair : undecided(touched)) {
            at(undecided, pair.first()).remove(pair);
            at(undecided, pair.second()).remove(pair);
        }
        for (var pair : added) {
            at(undecided, pair.first()).add(pair);
            at(undecided, pair.second()).add(pair);
        }
    }

    private void dropKeys(SourceRecord record) {
        var before = keys.remove(record);
        if (before != null) {
            before.forEach(key -> at(blocks, key).remove(record));
        }
    }

    private static <K, V> Set<V> at(Map<K, Set<V>> map, K key) {
        return map.computeIfAbsent(key, missing -> new HashSet<>());
    }

    private static <K, V> Map<K, V> select(Map<K, V> map, Set<K> wanted) {
        var found = new HashMap<K, V>();
        for (var key : wanted) {
            var value = map.get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }

    private static <K, V> Set<V> union(Map<K, Set<V>> map, Set<K> wanted) {
        var found = new LinkedHashSet<V>();
        wanted.forEach(key -> found.addAll(map.getOrDefault(key, Set.of())));
        return found;
    }
}
