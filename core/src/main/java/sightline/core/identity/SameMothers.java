package sightline.core.identity;

import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which records of mothers are one mother's because persons decided so. Agencies that know her by
 * other names and by no common number thereby speak of one mother's children. Of decisions that
 * contradict each other the newer hold here, too.
 */
final class SameMothers {
    /** Nobody decided anything. */
    static final SameMothers UNDECIDED = new SameMothers(List.of());

    private final Map<SourceRecord, Set<SourceRecord>> same = new HashMap<>();

    SameMothers(Collection<Decision> decisions) {
        var inForce = Decisions.inForce(decisions);
        var numbers = new HashMap<SourceRecord, Integer>();
        var records = new ArrayList<SourceRecord>();
        for (var decision : inForce) {
            for (var end : List.of(decision.first(), decision.second())) {
                if (numbers.putIfAbsent(end, records.size()) == null) {
                    records.add(end);
                }
            }
        }
        var mothers = new Agglomeration(records.size());
        for (var decision : inForce) {
            mothers.follow(
                    decision.verdict(),
                    Objects.requireNonNull(numbers.get(decision.first())),
                    Objects.requireNonNull(numbers.get(decision.second())));
        }
        for (var i = 0; i < records.size(); i++) {
            var all = new TreeSet<SourceRecord>();
            mothers.membersOf(i).forEach(member -> all.add(records.get(member)));
            same.put(records.get(i), all);
        }
    }

    /** What the decisions in an index say of the mothers that these details name. */
    static SameMothers of(Collection<RecordDetails> children, IdentityIndex index) {
        var mothers = new HashSet<SourceRecord>();
        for (var child : children) {
            child.mother().ifPresent(mother -> mother.record().ifPresent(mothers::add));
        }
        return mothers.isEmpty() ? UNDECIDED : new SameMothers(reached(index, mothers));
    }

    /** The decisions that lead away from these records, with those that lead on from there. */
    static Set<Decision> reached(IdentityIndex index, Set<SourceRecord> from) {
        var all = new HashSet<Decision>();
        var seen = new HashSet<>(from);
        var open = from;
        while (!open.isEmpty()) {
            var next = new HashSet<SourceRecord>();
            for (var decision : index.decisions(open)) {
                all.add(decision);
                for (var end : List.of(decision.first(), decision.second())) {
                    if (seen.add(end)) {
                        next.add(end);
                    }
                }
            }
            open = next;
        }
        return all;
    }

    /** All records of the mother who has this one, itself included. */
    Set<SourceRecord> recordsOf(SourceRecord mother) {
        return same.getOrDefault(mother, Set.of(mother));
    }
}
