package sightline.linkage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cells that hold several values apart by a bar or a semicolon, as of former addresses, other names
 * or old telephone numbers; what stands in brackets behind a value, such as years, is left out. In
 * plain form they are in order, each once, with a bar between them.
 */
final class Several {
    private static final Pattern BETWEEN = Pattern.compile("[|;]");
    private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)");
    private static final double OFTEN = 0.05;
    private static final int LEAST = 2;
    private static final int MOST = 12;
    private static final Set<FieldKind> KINDS =
            EnumSet.of(
                    FieldKind.GIVEN_NAME,
                    FieldKind.MIDDLE_NAME,
                    FieldKind.SURNAME,
                    FieldKind.BIRTH_DATE,
                    FieldKind.IDENTIFIER,
                    FieldKind.EMAIL,
                    FieldKind.PHONE,
                    FieldKind.UPRN,
                    FieldKind.STREET,
                    FieldKind.POSTCODE);

    private Several() {}

    /** Whether cells of the column hold several values now and then. */
    static boolean in(Column column) {
        long several = column.count(Several::holdsSeveral);
        return several >= LEAST && several >= OFTEN * column.distinct();
    }

    private static boolean holdsSeveral(String cell) {
        return cell.indexOf('|') >= 0 || cell.indexOf(';') >= 0;
    }

    static boolean in(FieldKind kind, Column column) {
        return KINDS.contains(kind) && in(column);
    }

    /** The rule for each of the values of a cell; at most the first dozen of them count. */
    static UnaryOperator<String> each(UnaryOperator<String> rule) {
        return cell ->
                String.join(
                        "|",
                        raw(cell)
                                .map(rule)
                                .filter(v -> !v.isEmpty())
                                .distinct()
                                .sorted()
                                .limit(MOST)
                                .toList());
    }

    /** The values of a cell as they stand in a file. */
    static Stream<String> raw(String cell) {
        return BETWEEN.splitAsStream(REMARK.matcher(cell).replaceAll(" "))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    /** The first value of a cell as it stands in a file. */
    static String firstRaw(String cell) {
        return BETWEEN.split(REMARK.matcher(cell).replaceAll(" "), 2)[0].strip();
    }

    /** The first value of a cell in plain form. */
    static String first(String plain) {
        int bar = plain.indexOf('|');
        return bar < 0 ? plain : plain.substring(0, bar);
    }

    static boolean isIn(Feature feature) {
        if (KINDS.contains(feature.kind)) {
            for (String text : feature.text) {
                if (text.indexOf('|') >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<String> values(String plain) {
        List<String> values = new ArrayList<>();
        int from = 0;
        for (int bar = plain.indexOf('|'); bar >= 0; bar = plain.indexOf('|', from)) {
            values.add(plain.substring(from, bar));
            from = bar + 1;
        }
        values.add(plain.substring(from));
        return values;
    }
}
