package sightline.core.facts;

import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ledger in memory, for simulations and tests; one thread. */
public final class InMemoryLedger implements Ledger {
    private final List<Fact> facts = new ArrayList<>();
    private final Map<FactId, Fact> byId = new HashMap<>();
    private final Map<SourceRecord, List<Fact>> byRecord = new HashMap<>();
    private final Map<MessageRef, List<Fact>> byMessage = new HashMap<>();
    private final Set<MessageRef> withdrawn = new HashSet<>();

    @Override
    public List<Fact> append(List<Fact> added) {
        return added.stream().map(this::append).toList();
    }

    private Fact append(Fact fact) {
        Fact held = byId.get(fact.id());
        if (held != null) {
            return held;
        }
        Fact placed = fact.at(facts.size() + 1L);
        facts.add(placed);
        byId.put(placed.id(), placed);
        withdrawn.addAll(Standings.withdrawnBy(placed));
        byMessage.computeIfAbsent(placed.id().message(), _ -> new ArrayList<>()).add(placed);
        placed.participants().stream()
                .map(Participant::record)
                .distinct()
                .forEach(r -> byRecord.computeIfAbsent(r, _ -> new ArrayList<>()).add(placed));
        return placed;
    }

    @Override
    public List<Fact> mentioning(Collection<SourceRecord> records) {
        return inOrder(records.stream().map(r -> byRecord.getOrDefault(r, List.of())).toList());
    }

    @Override
    public Set<Long> withdrawn(Collection<SourceRecord> records) {
        return mentioning(records).stream()
                .filter(f -> withdrawn.contains(f.id().message()))
                .map(Fact::position)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Fact> ofMessages(Collection<MessageRef> messages) {
        return inOrder(messages.stream().map(m -> byMessage.getOrDefault(m, List.of())).toList());
    }

    @Override
    public List<Fact> after(long position, int limit) {
        int from = (int) Math.min(position, facts.size());
        return List.copyOf(facts.subList(from, Math.min(facts.size(), from + limit)));
    }

    @Override
    public long last() {
        return facts.size();
    }

    private static List<Fact> inOrder(Collection<List<Fact>> lists) {
        Set<Fact> distinct = new LinkedHashSet<>();
        lists.forEach(distinct::addAll);
        return distinct.stream().sorted(Comparator.comparingLong(Fact::position)).toList();
    }
}
