package sightline.core.facts;

import sightline.core.kernel.London;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The append-only store of facts. Positions are given in the order of appending, gap-free from 1.
 * Implementations pass {@code LedgerContractTest}.
 */
public interface Ledger {
    /** By the day on which it was so, else the one on which it was written down. */
    Comparator<Fact> LAST_FIRST =
            Comparator.comparing((Fact f) ->
                            f.times()
                                    .happened()
                                    .earliest()
                                    .orElseGet(() -> London.day(f.times().recorded())))
                    .thenComparingLong(Fact::position)
                    .reversed();

    /**
     * Appends facts in the given order and returns them with their positions. A fact whose id is
     * already held is returned as it is held: appending twice is appending once.
     */
    List<Fact> append(List<Fact> facts);

    /** All facts in which any of the records takes part, in ledger order. */
    List<Fact> mentioning(Collection<SourceRecord> records);

    /**
     * {@link #mentioningBut(Collection, Collection, int)}, and none of those that happened last.
     */
    default List<Fact> mentioningBut(Collection<SourceRecord> records, Collection<String> leftOut) {
        return mentioningBut(records, leftOut, 0);
    }

    /**
     * The same but for entries of these kinds that are {@link Alone}: of those only the newest of
     * each record, and so many of each that happened last and that their sender took not back.
     */
    default List<Fact> mentioningBut(
            Collection<SourceRecord> records, Collection<String> leftOut, int latest) {
        Set<SourceRecord> asked = Set.copyOf(records);
        Map<SourceRecord, Long> newest = new HashMap<>();
        Predicate<Fact> left = f -> leftOut.contains(f.kind()) && Alone.is(f);
        List<Fact> all = mentioning(records);
        all.stream()
                .filter(left)
                .map(f -> Map.entry(f.participants().getFirst().record(), f.position()))
                .filter(e -> asked.contains(e.getKey()))
                .forEach(e -> newest.put(e.getKey(), e.getValue()));
        Set<Long> kept = new HashSet<>(newest.values());
        Map<Long, Standing> withdrawn = withdrawn(records);
        for (SourceRecord record : asked) {
            all.stream()
                    .filter(f -> left.test(f) && !withdrawn.containsKey(f.position()))
                    .filter(f -> f.participants().getFirst().record().equals(record))
                    .sorted(LAST_FIRST)
                    .limit(latest)
                    .forEach(f -> kept.add(f.position()));
        }
        return all.stream().filter(f -> !left.test(f) || kept.contains(f.position())).toList();
    }

    /**
     * Which of the facts that {@link #mentioning} gives their sender withdrew in another message,
     * whoever that is about: {@link Standing#CORRECTED} or {@link Standing#RETRACTED}, by their
     * positions. Whoever takes an entry back takes back what corrected it until then, and of two
     * corrections of one entry that concern anybody in common the later stands.
     */
    Map<Long, Standing> withdrawn(Collection<SourceRecord> records);

    /** The same of whole messages, of those as well that are still to come; others are left out. */
    Map<MessageRef, Standing> withdrawnOf(Collection<MessageRef> messages);

    /** All facts of the given messages, in ledger order. */
    List<Fact> ofMessages(Collection<MessageRef> messages);

    /**
     * The same, and those of all messages that correct one of these, that one of these corrects,
     * and so on: what was ever told in the place of one entry.
     */
    List<Fact> ofEntries(Collection<MessageRef> messages);

    /** At most {@code limit} facts after a position, in ledger order. */
    List<Fact> after(long position, int limit);

    /** The position of the newest fact; 0 when there is none. */
    long last();
}
