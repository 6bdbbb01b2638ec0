package sightline.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One column of a table: each distinct value once, and per row the number of its value, or {@link
 * #MISSING}.
 */
public final class Column {
    /** The code of a row that has no value. */
    public static final int MISSING = -1;

    private final String name;
    private final int[] codes;
    private final String[] values;

    Column(String name, int[] codes, String[] values) {
        this.name = name;
        this.codes = codes;
        this.values = values;
    }

    /** A column of these values, one a row; empty and blank ones are missing. */
    public static Column of(String name, List<String> rows) {
        Map<String, Integer> known = new HashMap<>();
        int[] codes = new int[rows.size()];
        for (int row = 0; row < codes.length; row++) {
            String value = rows.get(row).strip();
            codes[row] =
                    value.isEmpty() ? MISSING : known.computeIfAbsent(value, v -> known.size());
        }
        String[] values = new String[known.size()];
        known.forEach((value, code) -> values[code] = value);
        return new Column(name, codes, values);
    }

    /** Makes a column from its values, one row after another, each distinct value kept once. */
    public static final class Builder {
        private final String name;
        private final Map<String, Integer> known = new HashMap<>();
        private int[] codes = new int[1024];
        private int rows;

        /** A column of that name, without rows. */
        public Builder(String name) {
            this.name = name;
        }

        /** Adds a row; an empty value is missing. */
        public void add(String value) {
            if (rows == codes.length) {
                codes = Arrays.copyOf(codes, Math.addExact(rows, rows));
            }
            codes[rows++] =
                    value.isEmpty() ? MISSING : known.computeIfAbsent(value, v -> known.size());
        }

        /** The column of the rows so far. */
        public Column build() {
            String[] values = new String[known.size()];
            known.forEach((value, code) -> values[code] = value);
            return new Column(name, Arrays.copyOf(codes, rows), values);
        }
    }

    /** The name in the header. */
    public String name() {
        return name;
    }

    /** How many rows. */
    public int rows() {
        return codes.length;
    }

    /** How many distinct values. */
    public int distinct() {
        return values.length;
    }

    /** The number of the row's value, or {@link #MISSING}. */
    public int code(int row) {
        return codes[row];
    }

    /** The value of that number. */
    public String value(int code) {
        return values[code];
    }

    /** The row's value, or the empty string where there is none. */
    public String text(int row) {
        return codes[row] < 0 ? "" : values[codes[row]];
    }

    /** How often each value occurs. */
    int[] counts() {
        int[] counts = new int[values.length];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }

    /** How many of the distinct values are such. */
    long count(Predicate<String> isSuch) {
        return Arrays.stream(values).filter(isSuch).count();
    }

    int[] codes() {
        return codes;
    }

    /** A column of nothing. */
    static Column missing(String name, int rows) {
        int[] codes = new int[rows];
        Arrays.fill(codes, MISSING);
        return new Column(name, codes, new String[0]);
    }
}
