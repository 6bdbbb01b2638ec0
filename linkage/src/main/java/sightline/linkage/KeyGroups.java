package sightline.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * Which records have a key of several parts in common with another record. Records are dealt by one
 * part, which is a walk through memory, and told apart within by the others.
 */
final class KeyGroups {
    private static final int FEW = 12;

    private final List<KeyPart> parts;
    private final KeyPart lead;
    private final KeyPart.Keys other;
    private final int[] groups;
    private int size;

    /** The records with the same key of these parts, two or three. */
    KeyGroups(List<KeyPart> parts, int records) {
        this.parts = parts;
        boolean byFirst = parts.size() == 2 && parts.get(0).distinct() > parts.get(1).distinct();
        lead = byFirst ? parts.getFirst() : parts.getLast();
        other = (byFirst ? parts.getLast() : parts.getFirst()).keys();
        groups = new int[records];
        Arrays.fill(groups, Column.MISSING);
        deal(records);
        for (int record = 0; record < records; record++) {
            int first = groups[record];
            if (first >= 0) {
                groups[record] = first == record ? size++ : groups[first];
            }
        }
    }

    /**
     * The group of each record, in order of their first records; -1 where no other record has the
     * key.
     */
    int[] groups() {
        return groups;
    }

    /** How many groups. */
    int size() {
        return size;
    }

    private void deal(int records) {
        int[] leads = new int[records];
        int[] rests = new int[records];
        int[] starts = new int[lead.distinct() + 1];
        for (int record = 0; record < records; record++) {
            int rest = rest(record);
            int key = rest < 0 ? Column.MISSING : lead.keys().of(record);
            leads[record] = key;
            rests[record] = rest;
            if (key >= 0) {
                starts[key + 1]++;
            }
        }
        for (int key = 0; key < lead.distinct(); key++) {
            starts[key + 1] = starts[key] + (starts[key + 1] > 1 ? starts[key + 1] : 0);
        }
        long[] dealt = new long[starts[lead.distinct()]];
        int[] ends = starts.clone();
        for (int record = 0; record < records; record++) {
            int key = leads[record];
            if (key >= 0 && starts[key + 1] > starts[key]) {
                dealt[ends[key]++] = (long) rests[record] << Integer.SIZE | record;
            }
        }
        for (int key = 0; key < lead.distinct(); key++) {
            if (starts[key + 1] > starts[key]) {
                tellApart(dealt, starts[key], starts[key + 1]);
            }
        }
    }

    /** Gives each record of a group within these the group's first record. */
    private void tellApart(long[] dealt, int from, int to) {
        sort(dealt, from, to);
        for (int at = from; at < to; ) {
            int end = at + 1;
            while (end < to && dealt[end] >>> Integer.SIZE == dealt[at] >>> Integer.SIZE) {
                end++;
            }
            for (int member = at; end - at > 1 && member < end; member++) {
                groups[(int) dealt[member]] = (int) dealt[at];
            }
            at = end;
        }
    }

    /** The other parts of a record's key, as one number. */
    private int rest(int record) {
        int key = other.of(record);
        for (int p = 1; p < parts.size() - 1 && key >= 0; p++) {
            int next = parts.get(p).keys().of(record);
            key = next < 0 ? Column.MISSING : BlockingPlan.mixed(key, next);
        }
        return key;
    }

    private static void sort(long[] dealt, int from, int to) {
        if (to - from > FEW) {
            Arrays.sort(dealt, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            long own = dealt[i];
            int at = i;
            while (at > from && dealt[at - 1] > own) {
                dealt[at] = dealt[at - 1];
                at--;
            }
            dealt[at] = own;
        }
    }
}
