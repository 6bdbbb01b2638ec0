package sightline.linkage.spark;

import org.jspecify.annotations.Nullable;

import sightline.linkage.PairPlan;
import sightline.linkage.PairWorker;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every worker knows of the keys before it makes pairs: those left out, those shared. */
final class Keys implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<ArrayList<Long>> leftOut = new ArrayList<>();
    private final ArrayList<HashMap<Long, KeySummary.SharedKey>> shared = new ArrayList<>();

    Keys(KeySummary summary) {
        for (List<Long> keys : summary.leftOut()) {
            leftOut.add(new ArrayList<>(keys));
            shared.add(new HashMap<>());
        }
        for (KeySummary.SharedKey key : summary.shared()) {
            shared.get(key.rule()).put(key.key(), key);
        }
    }

    /** A worker that knows which keys are left out. */
    PairWorker worker(PairPlan plan) {
        PairWorker worker = plan.worker();
        worker.leaveOut(List.copyOf(leftOut));
        return worker;
    }

    /** How a key is shared between workers; null for most, which are not. */
    KeySummary.@Nullable SharedKey shared(int rule, long key) {
        Map<Long, KeySummary.SharedKey> of = shared.get(rule);
        return of.isEmpty() ? null : of.get(key);
    }
}
