package sightline.linkage;

import sightline.linkage.text.Folding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One way to make a key of one column: its value, its sound, its beginning, its year. Knows how
 * often two values that are at some level of their comparison have the key in common.
 *
 * @param column the number of the column
 * @param name for people
 * @param keys key of each record, -1 for none
 * @param distinct keys are below this number
 * @param rule makes the key of a value, empty for none
 * @param feature the column itself
 * @param agreement for each level of the column's comparison, how often the keys agree
 */
record KeyPart(
        int column,
        String name,
        Keys keys,
        int distinct,
        List<Double> agreement,
        UnaryOperator<String> rule,
        Feature feature) {

    /** The values of the column. */
    String[] values() {
        return feature.text;
    }

    /** The keys of all records, by way of their values. */
    static final class Keys {
        private final int[] codes;
        private final int[] keyOf;

        Keys(int[] codes, int[] keyOf) {
            this.codes = codes;
            this.keyOf = keyOf;
        }

        int ofCode(int code) {
            return keyOf[code];
        }

        int of(int record) {
            int code = codes[record];
            return code < 0 ? Column.MISSING : keyOf[code];
        }
    }

    private static final int LINE_HEAD = 8;
    private static final Map<String, Double> WHOLE = Map.of("equal", 1.0);
    private static final Map<String, Double> SOUND =
            Map.of("equal", 1.0, "same sound", 1.0, "one slip", 0.4, "near", 0.3, "variant", 0.2);
    private static final Map<String, Double> BEGINNING =
            Map.of(
                    "equal",
                    1.0,
                    "same sound",
                    0.5,
                    "one slip",
                    0.65,
                    "near",
                    0.7,
                    "variant",
                    0.4,
                    "part",
                    0.6,
                    "like",
                    0.4);
    private static final Map<String, Double> YEAR =
            Map.of(
                    "equal",
                    1.0,
                    "day and month turned",
                    1.0,
                    "one slip",
                    0.6,
                    "partly known",
                    1.0,
                    "other month or day",
                    1.0,
                    "two slips",
                    0.4,
                    "same year",
                    1.0);
    private static final Map<String, Double> DAY =
            Map.of(
                    "equal",
                    1.0,
                    "day and month turned",
                    1.0,
                    "one slip",
                    0.4,
                    "other year",
                    1.0,
                    "two slips",
                    0.2);
    private static final Map<String, Double> DISTRICT =
            Map.of(
                    "equal",
                    1.0,
                    "one slip",
                    0.6,
                    "same sector",
                    1.0,
                    "same district",
                    1.0,
                    "two slips",
                    0.3);
    private static final Map<String, Double> HALF =
            Map.of("equal", 1.0, "one slip", 0.5, "two slips", 0.25, "half alike", 0.4);
    private static final Map<String, Double> RARE_WORD =
            Map.of("equal", 1.0, "slips", 0.7, "most words", 0.7, "some words", 0.4);
    private static final Map<String, Double> LINE_BEGINNING =
            Map.of("equal", 1.0, "slips", 0.7, "most words", 0.5, "some words", 0.2, "like", 0.6);
    private static final Map<String, Double> CELL =
            Map.of("equal", 1.0, "one apart", 0.85, "near", 0.3);
    private static final Map<String, Double> MAIL_NAME =
            Map.of("equal", 1.0, "same name", 1.0, "slips", 0.5);

    /** All ways to make a key of the columns. */
    static List<KeyPart> of(List<Comparator> comparators) {
        return IntStream.range(0, comparators.size())
                .parallel()
                .mapToObj(c -> partsOf(c, comparators.get(c)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<KeyPart> partsOf(int c, Comparator comparator) {
        List<KeyPart> parts = new ArrayList<>();
        FieldKind kind = comparator.feature.kind;
        if (kind != FieldKind.SEX) {
            parts.add(part(c, comparator, "", WHOLE, v -> v));
        }
        switch (kind) {
            case GIVEN_NAME, SURNAME -> {
                parts.add(part(c, comparator, " sound", SOUND, Folding::skeleton));
                parts.add(part(c, comparator, " beginning", BEGINNING, v -> head(v, 3)));
            }
            case BIRTH_DATE -> {
                parts.add(part(c, comparator, " year", YEAR, v -> head(v, 4)));
                parts.add(part(c, comparator, " day and month", DAY, KeyPart::dayAndMonth));
            }
            case POSTCODE ->
                    parts.add(
                            part(
                                    c,
                                    comparator,
                                    " district",
                                    DISTRICT,
                                    v ->
                                            v.length() < 5
                                                    ? head(v, v.length() - 1)
                                                    : head(v, v.length() - 3)));
            case EMAIL ->
                    parts.add(
                            part(
                                    c,
                                    comparator,
                                    " name",
                                    MAIL_NAME,
                                    v -> v.indexOf('@') < 4 ? "" : head(v, v.indexOf('@'))));
            case IDENTIFIER, PHONE -> {
                parts.add(
                        part(
                                c,
                                comparator,
                                " beginning",
                                HALF,
                                v -> v.length() < 6 ? "" : head(v, v.length() / 2 + 1)));
                parts.add(
                        part(
                                c,
                                comparator,
                                " end",
                                HALF,
                                v -> v.length() < 6 ? "" : v.substring(v.length() / 2)));
            }
            case TEXT, STREET, ADDRESS -> {
                if (comparator instanceof TextComparator lines) {
                    parts.add(part(c, lines, " rare word", RARE_WORD, lines::rarestWord));
                    parts.add(
                            part(c, lines, " beginning", LINE_BEGINNING, v -> head(v, LINE_HEAD)));
                }
            }
            case NUMBER -> {
                if (comparator instanceof NumberComparator numbers && numbers.isMeasured()) {
                    parts.add(part(c, numbers, " cell", CELL, numbers::cell));
                }
            }
            case MIDDLE_NAME,
                    FULL_NAME,
                    YEAR,
                    SEX,
                    UPRN,
                    HOUSE_NUMBER,
                    TOWN,
                    REGION,
                    BIRTH_PLACE,
                    CATEGORY,
                    RECORD_ID,
                    IGNORED -> {}
        }
        return parts;
    }

    private static String head(String value, int length) {
        return value.length() <= length ? value : value.substring(0, Math.max(1, length));
    }

    private static String dayAndMonth(String digits) {
        String month = digits.substring(4, 6);
        String day = digits.substring(6, 8);
        if (month.equals("00") || day.equals("00")) {
            return "";
        }
        return month.compareTo(day) < 0 ? month + day : day + month;
    }

    private static KeyPart part(
            int column,
            Comparator comparator,
            String suffix,
            Map<String, Double> agreement,
            UnaryOperator<String> plainRule) {
        Feature feature = comparator.feature;
        UnaryOperator<String> rule =
                comparator instanceof SeveralComparator
                        ? v -> plainRule.apply(Several.first(v))
                        : plainRule;
        TextIndex known = new TextIndex(feature.text.length / 2);
        int[] keys = new int[feature.text.length];
        for (int code = 0; code < keys.length; code++) {
            String key = rule.apply(feature.text[code]);
            keys[code] = key.isEmpty() ? Column.MISSING : known.number(key);
        }
        List<Double> byLevel =
                comparator.levels.stream().map(l -> agreement.getOrDefault(l.name(), 0.0)).toList();
        return new KeyPart(
                column,
                feature.name + suffix,
                new Keys(feature.codes, keys),
                known.size(),
                byLevel,
                rule,
                feature);
    }
}
