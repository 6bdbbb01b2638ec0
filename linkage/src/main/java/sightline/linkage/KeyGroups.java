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
    private final int[] groups;
    private int size;

    /** The records with the same key of these parts, two or three. */
    KeyGroups(List<KeyPart> parts, int records) {
        this.parts = parts;
        boolean byFirst = parts.size() == 2 && parts.get(0).distinct() > parts.get(1).distinct();
        lead = byFirst ? parts.getFirst() : parts.getLast();
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
        int[] starts = new int[lead.distinct() + 1];
        for (int record = 0; record < records; record++) {
            int key = lead.keys().of(record);
            if (key >= 0) {
                starts[key + 1]++;
            }
        }
        for (int key = 0; key < lead.distinct(); key++) {
            starts[key + 1] = starts[key] + (starts[key + 1] > 1 ? starts[key + 1] : 0);
        }
        int[] dealt = new int[starts[lead.distinct()]];
        int[] ends = starts.clone();
        for (int record = 0; record < records; record++) {
            int key = lead.keys().of(record);
            if (key >= 0 && starts[key + 1] > starts[key]) {
                dealt[ends[key]++] = record;
            }
        }
        long[] room = new long[FEW];
        for (int key = 0; key < lead.distinct(); key++) {
            int count = starts[key + 1] - starts[key];
            if (count > room.length) {
                room = new long[count * 2];
            }
            if (count > 0) {
                tellApart(dealt, starts[key], count, room);
            }
        }
    }

    /** Gives each record of a group within these the group's first record. */
    private void tellApart(int[] dealt, int from, int count, long[] room) {
        int some = 0;
        for (int at = from; at < from + count; at++) {
            long rest = rest(dealt[at]);
            if (rest >= 0) {
                room[some++] = rest << Integer.SIZE | dealt[at];
            }
        }
        sort(room, some);
        for (int at = 0; at < some; ) {
            int end = at + 1;
            while (end < some && room[end] >>> Integer.SIZE == room[at] >>> Integer.SIZE) {
                end++;
            }
            for (int member = at; end - at > 1 && member < end; member++) {
                groups[(int) room[member]] = (int) room[at];
            }
            at = end;
        }
    }

    private int rest(int record) {
        if (parts.size() == 2) {
            return (lead == parts.getFirst() ? parts.getLast() : parts.getFirst())
                    .keys()
                    .of(record);
        }
        int key = parts.getFirst().keys().of(record);
        for (int p = 1; p < parts.size() - 1 && key >= 0; p++) {
            int other = parts.get(p).keys().of(record);
            key = other < 0 ? -1 : BlockingPlan.mixed(key, other);
        }
        return key;
    }

    private static void sort(long[] room, int size) {
        if (size > FEW) {
            Arrays.sort(room, 0, size);
            return;
        }
        for (int i = 1; i < size; i++) {
            long own = room[i];
            int at = i;
            while (at > 0 && room[at - 1] > own) {
                room[at] = room[at - 1];
                at--;
            }
            room[at] = own;
        }
    }
}
