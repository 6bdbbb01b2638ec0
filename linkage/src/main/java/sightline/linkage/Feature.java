package sightline.linkage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A column in the plain form in which it is compared, with how frequent each value is. */
final class Feature {
    /** Exact agreement is told apart by how rare the value is, in steps of two bits. */
    static final int BUCKETS = 8;

    private static final double FIRST_BITS = 3;
    private static final double STEP_BITS = 2;

    final String name;

    /** The field that it was made of, or is a part of. */
    final String field;

    final FieldKind kind;
    final int[] codes;
    final String[] text;
    final char[][] chars;
    final int[] counts;
    final byte[] bucket;
    final int present;

    /** How a value is brought into the form that is compared. */
    final UnaryOperator<String> rule;

    /**
     * The column in the order of the records.
     *
     * @param rowOf the row of each record
     */
    Feature(Draft draft, int[] rowOf) {
        name = draft.name;
        field = draft.field;
        kind = draft.kind;
        rule = draft.rule;
        codes = new int[rowOf.length];
        String[] texts = new String[draft.text.length];
        int[] to = new int[texts.length];
        int[] count = new int[texts.length];
        int known = 0;
        int some = 0;
        for (int i = 0; i < rowOf.length; i++) {
            int old = draft.codes[rowOf[i]];
            if (old < 0) {
                codes[i] = Column.MISSING;
                continue;
            }
            int code = to[old] - 1;
            if (code < 0) {
                code = known++;
                to[old] = known;
                texts[code] = draft.text[old];
            }
            codes[i] = code;
            count[code]++;
            some++;
        }
        present = some;
        counts = Arrays.copyOf(count, known);
        text = Arrays.copyOf(texts, known);
        chars = new char[known][];
        bucket = new byte[known];
        for (int i = 0; i < known; i++) {
            chars[i] = text[i].toCharArray();
            bucket[i] = (byte) bucketOf(frequency(i));
        }
    }

    /** Values that the column did not have, as rare as a value can be in it. */
    Feature(Feature column, List<String> values) {
        name = column.name;
        field = column.field;
        kind = column.kind;
        rule = column.rule;
        present = column.present;
        codes = new int[0];
        text = values.toArray(String[]::new);
        chars = new char[text.length][];
        counts = new int[text.length];
        bucket = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            chars[i] = text[i].toCharArray();
            bucket[i] = rarest();
        }
    }

    /** Values with what is known of how rare each is. */
    Feature(String name, FieldKind kind, List<String> values, List<Byte> buckets) {
        this.name = name;
        this.field = name;
        this.kind = kind;
        rule = UnaryOperator.identity();
        present = 0;
        codes = new int[0];
        text = values.toArray(String[]::new);
        chars = new char[text.length][];
        counts = new int[text.length];
        bucket = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            chars[i] = text[i].toCharArray();
            bucket[i] = buckets.get(i);
        }
    }

    /** A column's values with how often each stands, apart from the records. */
    private Feature(String name, FieldKind kind, String[] text, int[] counts, int present) {
        this.name = name;
        this.field = name;
        this.kind = kind;
        this.text = text;
        this.counts = counts;
        this.present = present;
        rule = UnaryOperator.identity();
        codes = new int[0];
        chars = new char[text.length][];
        bucket = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            chars[i] = text[i].toCharArray();
            bucket[i] = (byte) bucketOf(frequency(i));
        }
    }

    /** Writes the values, not the records. */
    void write(DataOutput out) throws IOException {
        out.writeUTF(name);
        out.writeUTF(kind.name());
        out.writeInt(present);
        out.writeInt(text.length);
        for (int i = 0; i < text.length; i++) {
            out.writeUTF(text[i]);
            out.writeInt(counts[i]);
        }
    }

    /** The column that was written. */
    static Feature read(DataInput in) throws IOException {
        String name = in.readUTF();
        FieldKind kind = FieldKind.valueOf(in.readUTF());
        int present = in.readInt();
        String[] text = new String[in.readInt()];
        int[] counts = new int[text.length];
        for (int i = 0; i < text.length; i++) {
            text[i] = in.readUTF();
            counts[i] = in.readInt();
        }
        return new Feature(name, kind, text, counts, present);
    }

    /** How rare a value is that was never seen. */
    byte rarest() {
        return (byte) bucketOf(1.0 / Math.max(1, present));
    }

    /** How much of the present values is this one. */
    double frequency(int code) {
        return present == 0 ? 0 : (double) counts[code] / present;
    }

    /** Whether it was made of the field of that name, or of a part of it. */
    boolean isOf(String other) {
        return field.equals(other);
    }

    static int bucketOf(double frequency) {
        double bits = -Math.log(Math.max(frequency, 1e-12)) / Math.log(2);
        int bucket = (int) Math.floor((bits - FIRST_BITS) / STEP_BITS) + 1;
        return Math.max(0, Math.min(BUCKETS - 1, bucket));
    }

    /** The chance that two values drawn at random are equal. */
    double collision() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += frequency(i) * frequency(i);
        }
        return sum;
    }
}
