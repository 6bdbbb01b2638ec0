package sightline.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A column in the plain form in which it is compared, its values numbered as the rows brought them.
 */
final class Draft {
    final String name;

    /** The field that it was made of, or is a part of. */
    final String field;

    final FieldKind kind;
    final int[] codes;
    final String[] text;

    /** How a value of the first table was rewritten. */
    final UnaryOperator<String> rule;

    private Draft(
            String field,
            String suffix,
            FieldKind kind,
            int[] codes,
            String[] text,
            UnaryOperator<String> rule) {
        this.rule = rule;
        this.name = field + suffix;
        this.field = field;
        this.kind = kind;
        this.codes = codes;
        this.text = text;
    }

    /**
     * The columns of all tables one after another, each value rewritten by its table's rule; values
     * rewritten to nothing are missing.
     *
     * @param suffix which part of the field it is; empty for the whole
     */
    static Draft of(
            String field,
            String suffix,
            FieldKind kind,
            List<Column> parts,
            List<UnaryOperator<String>> rules) {
        TextIndex known = new TextIndex(parts.stream().mapToInt(Column::distinct).max().orElse(0));
        int[] codes = new int[parts.stream().mapToInt(Column::rows).sum()];
        int at = 0;
        for (int part = 0; part < parts.size(); part++) {
            Column column = parts.get(part);
            UnaryOperator<String> rule = rules.get(part);
            int[] to = new int[column.distinct()];
            for (int code = 0; code < to.length; code++) {
                String plain = rule.apply(column.value(code));
                to[code] = plain.isEmpty() ? Column.MISSING : known.number(plain);
            }
            for (int code : column.codes()) {
                codes[at++] = code < 0 ? Column.MISSING : to[code];
            }
        }
        return new Draft(field, suffix, kind, codes, known.texts(), rules.getFirst());
    }

    /** A number for each value that depends on its text alone. */
    long[] marks() {
        long[] marks = new long[text.length];
        Arrays.setAll(marks, code -> Estimation.mix(text[code].hashCode()));
        return marks;
    }
}
