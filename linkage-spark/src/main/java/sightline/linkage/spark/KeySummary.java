package sightline.linkage.spark;

import sightline.linkage.RuleCount;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What the keys make: pairs, keys left out, keys that several workers share. */
final class KeySummary implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A key of very many records.
     *
     * @param groups into how many groups its records are dealt
     * @param first the first record that has it
     */
    record SharedKey(int rule, long key, int groups, int first) implements Serializable {}

    private final long[] pairs;
    private final long[] leftOutRecords;
    private final ArrayList<ArrayList<Long>> leftOut = new ArrayList<>();
    private final ArrayList<SharedKey> shared = new ArrayList<>();

    /** Of each part. */
    private final ArrayList<MeetingKeys> meeting = new ArrayList<>();

    KeySummary(int rules) {
        pairs = new long[rules];
        leftOutRecords = new long[rules];
        for (int rule = 0; rule < rules; rule++) {
            leftOut.add(new ArrayList<>());
        }
    }

    void count(int rule, int records) {
        pairs[rule] += (long) records * (records - 1) / 2;
    }

    void leaveOut(int rule, long key, int records) {
        leftOut.get(rule).add(key);
        leftOutRecords[rule] += records;
    }

    void share(SharedKey key) {
        shared.add(key);
    }

    void meeting(MeetingKeys keys) {
        meeting.add(keys);
    }

    /** All parts, in their order, in one, keys in ascending order. */
    static KeySummary of(List<KeySummary> parts, int rules) {
        KeySummary all = new KeySummary(rules);
        for (KeySummary part : parts) {
            for (int rule = 0; rule < rules; rule++) {
                all.pairs[rule] += part.pairs[rule];
                all.leftOutRecords[rule] += part.leftOutRecords[rule];
                all.leftOut.get(rule).addAll(part.leftOut.get(rule));
            }
            all.shared.addAll(part.shared);
            all.meeting.addAll(part.meeting);
        }
        all.leftOut.forEach(keys -> keys.sort(null));
        return all;
    }

    List<RuleCount> counts() {
        List<RuleCount> counts = new ArrayList<>();
        for (int rule = 0; rule < pairs.length; rule++) {
            counts.add(new RuleCount(pairs[rule], leftOut.get(rule).size(), leftOutRecords[rule]));
        }
        return counts;
    }

    /** For each rule the keys left out, in ascending order. */
    List<List<Long>> leftOut() {
        return List.copyOf(leftOut);
    }

    List<MeetingKeys> meeting() {
        return List.copyOf(meeting);
    }

    List<SharedKey> shared() {
        return List.copyOf(shared);
    }
}
