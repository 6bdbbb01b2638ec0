package sightline.core.facts;

import sightline.core.facts.TakenBack.Sent;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledger in memory, for simulations and tests; one thread. */
public final class InMemoryLedger implements Ledger {
    private final List<Fact> facts = new ArrayList<>();
    private final Map<FactId, Fact> byId = new HashMap<>();
    private final Map<SourceRecord, List<Fact>> byRecord = new HashMap<>();
    private final Map<MessageRef, List<Fact>> byMessage = new HashMap<>();
    private final Set<MessageRef> named = new HashSet<>();
    private final Set<MessageRef> takenBack = new HashSet<>();
    private final Map<MessageRef, MessageRef> corrected = new HashMap<>();
    private final Map<MessageRef, Map<MessageRef, Sent>> corrections = new HashMap<>();
    private final Map<MessageRef, Sent> back = new HashMap<>();

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
        withdraw(placed);
        byMessage.computeIfAbsent(placed.id().message(), _ -> new ArrayList<>()).add(placed);
        placed.participants().stream()
                .map(Participant::record)
                .distinct()
                .forEach(r -> byRecord.computeIfAbsent(r, _ -> new ArrayList<>()).add(placed));
        return placed;
    }

    private void withdraw(Fact fact) {
        Set<MessageRef> withdrawn = Standings.withdrawnBy(fact);
        if (withdrawn.isEmpty()) {
            return;
        }
        named.addAll(withdrawn);
        Standings.takenBackBy(fact).forEach(m -> back.merge(m, Sent.of(fact), Sent::last));
        Corrections.corrected(fact)
                .ifPresent(earlier -> {
                    if (corrected.putIfAbsent(fact.id().message(), earlier) == null) {
                        corrections
                                .computeIfAbsent(earlier, _ -> new HashMap<>())
                                .put(fact.id().message(), Sent.of(fact));
                    }
                });
        takenBack.addAll(TakenBack.among(of(back, entries(withdrawn)), corrections));
    }

    private static Map<MessageRef, Sent> of(Map<MessageRef, Sent> all, Set<MessageRef> messages) {
        Map<MessageRef, Sent> some = new HashMap<>(all);
        some.keySet().retainAll(messages);
        return some;
    }

    /** The messages that were told in the place of the same entries as these, and these. */
    private Set<MessageRef> entries(Collection<MessageRef> messages) {
        return Reached.from(
                messages,
                m ->
                        Stream.concat(
                                Optional.ofNullable(corrected.get(m)).stream(),
                                corrections.getOrDefault(m, Map.of()).keySet().stream()));
    }

    @Override
    public List<Fact> mentioning(Collection<SourceRecord> records) {
        return inOrder(records.stream().map(r -> byRecord.getOrDefault(r, List.of())).toList());
    }

    @Override
    public Map<Long, Standing> withdrawn(Collection<SourceRecord> records) {
        List<Fact> facts = mentioning(records);
        Map<MessageRef, Standing> messages =
                withdrawnOf(facts.stream().map(f -> f.id().message()).collect(Collectors.toSet()));
        Map<Long, Standing> withdrawn = new HashMap<>();
        for (Fact fact : facts) {
            Optional.ofNullable(messages.get(fact.id().message()))
                    .ifPresent(standing -> withdrawn.put(fact.position(), standing));
        }
        return withdrawn;
    }

    @Override
    public Map<MessageRef, Standing> withdrawnOf(Collection<MessageRef> messages) {
        Map<MessageRef, Standing> withdrawn = new HashMap<>();
        Set<MessageRef> correcting = new HashSet<>();
        for (MessageRef message : messages) {
            if (takenBack.contains(message)) {
                withdrawn.put(message, Standing.RETRACTED);
            } else if (named.contains(message)) {
                withdrawn.put(message, Standing.CORRECTED);
            } else if (corrected.containsKey(message)) {
                correcting.add(message);
            }
        }
        if (!correcting.isEmpty()) {
            correcting.retainAll(Corrections.among(ofEntries(correcting), takenBack).replaced());
            correcting.forEach(message -> withdrawn.put(message, Standing.CORRECTED));
        }
        return withdrawn;
    }

    @Override
    public List<Fact> ofEntries(Collection<MessageRef> messages) {
        return ofMessages(entries(messages));
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
