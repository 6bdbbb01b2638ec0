package sightline.linkage.spark;

import org.jspecify.annotations.Nullable;

import sightline.linkage.PairPlan;
import sightline.linkage.PairWorker;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What every worker knows of the keys before it makes pairs: those left out, those shared. */
final class Keys implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<ArrayList<Long>> leftOut = new ArrayList<>();
    private final ArrayList<HashMap<Long, KeySummary.SharedKey>> shared = new ArrayList<>();

    private final ArrayList<MeetingKeys> meeting;
    private transient @Nullable Queue<PairWorker> workers;

    Keys(KeySummary summary) {
        meeting = new ArrayList<>(summary.meeting());
        for (List<Long> keys : summary.leftOut()) {
            leftOut.add(new ArrayList<>(keys));
            shared.add(new HashMap<>());
        }
        for (KeySummary.SharedKey key : summary.shared()) {
            shared.get(key.rule()).put(key.key(), key);
        }
    }

    /**
     * A worker that knows which keys are left out; one that another task is done with, where there
     * is one, since it remembers what it compared.
     */
    PairWorker worker(PairPlan plan) {
        PairWorker known = workers().poll();
        if (known != null) {
            return known;
        }
        PairWorker worker = plan.worker();
        worker.leaveOut(List.copyOf(leftOut));
        return worker;
    }

    /** Takes back a worker that is no longer needed. */
    void done(PairWorker worker) {
        workers().add(worker);
    }

    private synchronized Queue<PairWorker> workers() {
        Queue<PairWorker> known = workers;
        if (known == null) {
            known = new ConcurrentLinkedQueue<>();
            workers = known;
        }
        return known;
    }

    /** Whether some other record may have the key as well. */
    boolean mayMeet(int rule, long key) {
        int part = Hash.part(Hash.of(rule, key), meeting.size());
        return meeting.get(part).mayHave(rule, key);
    }

    /** How a key is shared between workers; null for most, which are not. */
    KeySummary.@Nullable SharedKey shared(int rule, long key) {
        Map<Long, KeySummary.SharedKey> of = shared.get(rule);
        return of.isEmpty() ? null : of.get(key);
    }
}
