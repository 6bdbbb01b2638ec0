package sightline.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A column in the plain form in which it is compared, with how frequent each value is. */
final class Feature {
    /** Exact agreement is told apart by how rare the value is, in steps of two bits. */
    static final int BUCKETS = 8;

    private static final double FIRST_BITS = 3;
    private static final double STEP_BITS = 2;

    final String name;
    final FieldKind kind;
    final int[] codes;
    final String[] text;
    final char[][] chars;
    final double[] frequency;
    final byte[] bucket;
    final int present;

    Feature(String name, FieldKind kind, int[] codes, String[] text) {
        this.name = name;
        this.kind = kind;
        this.codes = codes;
        this.text = text;
        this.chars = new char[text.length][];
        for (int i = 0; i < text.length; i++) {
            chars[i] = text[i].toCharArray();
        }
        this.frequency = new double[text.length];
        int some = 0;
        for (int code : codes) {
            if (code >= 0) {
                frequency[code]++;
                some++;
            }
        }
        this.present = some;
        this.bucket = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            frequency[i] = some == 0 ? 0 : frequency[i] / some;
            bucket[i] = (byte) bucketOf(frequency[i]);
        }
    }

    static int bucketOf(double frequency) {
        double bits = -Math.log(Math.max(frequency, 1e-12)) / Math.log(2);
        int bucket = (int) Math.floor((bits - FIRST_BITS) / STEP_BITS) + 1;
        return Math.max(0, Math.min(BUCKETS - 1, bucket));
    }

    /** The column with each value rewritten; values rewritten to nothing are missing. */
    static Feature rewritten(Column column, FieldKind kind, UnaryOperator<String> rule) {
        Map<String, Integer> known = new HashMap<>(column.distinct() * 2);
        int[] to = new int[column.distinct()];
        String[] text = new String[column.distinct()];
        for (int code = 0; code < to.length; code++) {
            String plain = rule.apply(column.value(code));
            if (plain.isEmpty()) {
                to[code] = Column.MISSING;
                continue;
            }
            Integer old = known.putIfAbsent(plain, known.size());
            to[code] = old == null ? known.size() - 1 : old;
            text[to[code]] = plain;
        }
        int[] codes = new int[column.rows()];
        int[] raw = column.codes();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = raw[row] < 0 ? Column.MISSING : to[raw[row]];
        }
        return new Feature(column.name(), kind, codes, Arrays.copyOf(text, known.size()));
    }

    /** This column rewritten once more, as keys are made. */
    Feature rewritten(UnaryOperator<String> rule) {
        return rewritten(new Column(name, codes, text), kind, rule);
    }

    /** The chance that two values drawn at random are equal. */
    double collision() {
        double sum = 0;
        for (double f : frequency) {
            sum += f * f;
        }
        return sum;
    }
}
