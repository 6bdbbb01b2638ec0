package sightline.linkage;

import java.util.List;

/**
 * Records that have one key are compared with one another. Keys that too many records have are left
 * out, by key, and counted.
 */
final class BlockingRule {
    final String name;
    final List<String> parts;
    final int[] keys;
    final int[] starts;
    final int[] members;
    final boolean[] involved;
    final long pairs;
    final int leftOutBlocks;
    final long leftOutRecords;

    /**
     * @param parts the names of the parts of the key; none for every pair
     * @param keys the key of each record, -1 for none; changed: keys left out become -1
     * @param distinct keys are below this number
     * @param limit the largest block
     * @param involved which columns the key is made of
     */
    BlockingRule(List<String> parts, int[] keys, int distinct, int limit, boolean[] involved) {
        this.parts = List.copyOf(parts);
        this.name = nameOf(parts);
        this.keys = keys;
        this.involved = involved;
        int[] counts = new int[distinct];
        for (int key : keys) {
            if (key >= 0) {
                counts[key]++;
            }
        }
        int blocks = 0;
        long total = 0;
        int left = 0;
        long leftRecords = 0;
        int[] number = new int[distinct];
        int in = 0;
        for (int key = 0; key < distinct; key++) {
            int count = counts[key];
            number[key] = -1;
            if (count > limit) {
                left++;
                leftRecords += count;
            } else if (count >= 2) {
                number[key] = blocks++;
                in += count;
                total += (long) count * (count - 1) / 2;
            }
        }
        starts = new int[blocks + 1];
        for (int key = 0; key < distinct; key++) {
            if (number[key] >= 0) {
                starts[number[key] + 1] = counts[key];
            }
        }
        for (int b = 0; b < blocks; b++) {
            starts[b + 1] += starts[b];
        }
        members = new int[in];
        int[] at = starts.clone();
        for (int record = 0; record < keys.length; record++) {
            int key = keys[record];
            if (key >= 0) {
                int block = number[key];
                keys[record] = block;
                if (block >= 0) {
                    members[at[block]++] = record;
                }
            }
        }
        pairs = total;
        leftOutBlocks = left;
        leftOutRecords = leftRecords;
    }

    /** A rule whose pairs are made elsewhere. */
    BlockingRule(List<String> parts, boolean[] involved, RuleCount count) {
        this.parts = List.copyOf(parts);
        this.name = nameOf(parts);
        this.keys = new int[0];
        this.starts = new int[1];
        this.members = new int[0];
        this.involved = involved;
        this.pairs = count.pairs();
        this.leftOutBlocks = count.leftOutKeys();
        this.leftOutRecords = count.leftOutRecords();
    }

    private static String nameOf(List<String> parts) {
        return parts.isEmpty() ? "every pair" : String.join(" + ", parts);
    }

    /** False for the rule that compares everybody with everybody. */
    boolean isSelective() {
        for (boolean column : involved) {
            if (column) {
                return true;
            }
        }
        return false;
    }

    int blocks() {
        return starts.length - 1;
    }
}
