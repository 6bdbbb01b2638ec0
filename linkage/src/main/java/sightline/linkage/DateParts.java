package sightline.linkage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dates whose year, month and day stand in three columns, which are called alike but for what part
 * each is: DOB_YEAR, DOB_MON and DOB_DAY, or by, bm and bd.
 */
final class DateParts {
    /** Why three columns are one field. */
    static final String REASON = "year, month and day in three columns";

    private static final double NEARLY_ALL = 0.9;
    private static final int MOST_LETTERS = 3;
    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)[0-9]{2}|[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");
    private static final Pattern DAY = Pattern.compile("0?[1-9]|[12][0-9]|3[01]");
    private static final Pattern YEAR_AS_TYPED = Pattern.compile("[1-9][0-9]{3}|[0-9]{2}");
    private static final Pattern DAY_AS_TYPED = Pattern.compile("0?[1-9]|[1-9][0-9]");

    /** What a number has behind it where a table keeps empty cells as numbers, too. */
    private static final String FRACTION = ".0";

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private static final Set<String> YEARS = Set.of("year", "yyyy", "yy", "yr", "y");
    private static final Set<String> NAMES_OF_MONTHS = Set.of("month", "mon", "mth", "mm", "m");
    private static final Set<String> DAYS = Set.of("day", "dd", "dy", "d");

    /** A part of a date: what it is called, and what stands in it. */
    private enum Part {
        YEAR,
        MONTH,
        DAY;

        private boolean isCalled(String word) {
            return switch (this) {
                case YEAR -> YEARS.contains(word);
                case MONTH -> NAMES_OF_MONTHS.contains(word);
                case DAY -> DAYS.contains(word);
            };
        }

        private boolean holds(String value) {
            return switch (this) {
                case YEAR -> DateParts.YEAR.matcher(value).matches();
                case MONTH -> !month(value).isEmpty();
                case DAY -> DateParts.DAY.matcher(value).matches();
            };
        }

        /** Whether nearly all rows that have something there have such a part. */
        boolean is(Column column) {
            int[] counts = column.counts();
            long held = 0;
            long present = 0;
            for (int value = 0; value < counts.length; value++) {
                present += counts[value];
                held += holds(whole(column.value(value))) ? counts[value] : 0;
            }
            return counts.length > 1 && held >= NEARLY_ALL * present;
        }

        /** What the column is called besides its part; nothing where it is not called so. */
        Optional<String> stem(String name) {
            List<String> all = List.of(Vocabulary.words(name).split(" "));
            if (all.size() == 1) {
                String word = all.getFirst();
                int last = word.length() - 1;
                return last >= 0 && last < MOST_LETTERS && isCalled(word.substring(last))
                        ? Optional.of(word.substring(0, last))
                        : isCalled(word) ? Optional.of("") : Optional.empty();
            }
            return all.stream().anyMatch(this::isCalled)
                    ? Optional.of(String.join(" ", all.stream().filter(w -> !isCalled(w)).toList()))
                    : Optional.empty();
        }
    }

    private DateParts() {}

    /** The columns of a date, in the order year, month, day, and whether they speak of birth. */
    record Found(List<String> columns, boolean isOfBirth) {}

    /**
     * The columns with year, month and day, where there is one of each: those of birth before those
     * of which nothing tells what they are of, and none of a death, of the record or of others.
     */
    static Optional<Found> in(List<Column> columns) {
        return columns.stream()
                .flatMap(year -> Part.YEAR.stem(year.name()).stream())
                .distinct()
                .filter(Vocabulary::mayBeOfBirth)
                .map(stem -> new Found(called(stem, columns), Vocabulary.isOfBirth(stem)))
                .filter(found -> found.columns().size() == Part.values().length)
                .min(Comparator.comparing(found -> found.isOfBirth() ? 0 : 1));
    }

    /** Whether one table's parts are a date and another has but some of them, or a year of birth. */
    static boolean standAlone(List<List<Field>> tables) {
        Set<String> parts =
                tables.stream()
                        .flatMap(List::stream)
                        .filter(DateParts::isDate)
                        .flatMap(date -> Arrays.stream(date.name().split(Table.DATE)))
                        .collect(Collectors.toSet());
        return !parts.isEmpty() && tables.stream().anyMatch(table -> hasOnlySome(table, parts));
    }

    private static boolean hasOnlySome(List<Field> table, Set<String> parts) {
        return table.stream().noneMatch(field -> isDate(field) || isCalled(field, FieldKind.BIRTH_DATE))
                && table.stream()
                        .anyMatch(f -> parts.contains(f.name()) || isCalled(f, FieldKind.YEAR));
    }

    private static boolean isDate(Field field) {
        return field.reason().endsWith(REASON);
    }

    private static boolean isCalled(Field field, FieldKind kind) {
        return field.kind() == kind && field.reason().startsWith(Recogniser.BY_NAME);
    }

    private static List<String> called(String stem, List<Column> columns) {
        return Arrays.stream(Part.values()).flatMap(part -> only(part, stem, columns)).toList();
    }

    private static Stream<String> only(Part part, String stem, List<Column> columns) {
        List<String> found =
                columns.stream()
                        .filter(c -> part.stem(c.name()).filter(stem::equals).isPresent())
                        .filter(part::is)
                        .map(Column::name)
                        .toList();
        return found.size() == 1 ? found.stream() : Stream.empty();
    }

    /**
     * The date that year, month and day make; what is behind a missing part is not known. A year of
     * four digits may be mistyped; what has no digits of a year, such as NA, is none.
     */
    static String of(String year, String month, String day) {
        String started = year(whole(year));
        String of = month(whole(month));
        if (started.isEmpty() || of.isEmpty()) {
            return started;
        }
        String ended = whole(day);
        return DAY_AS_TYPED.matcher(ended).matches()
                ? started + "-" + of + "-" + ended
                : started + "-" + of;
    }

    /** The year in four digits; empty where it is none. */
    private static String year(String text) {
        if (!YEAR_AS_TYPED.matcher(text).matches()) {
            return "";
        }
        return Integer.toString(DateText.century(Integer.parseInt(text), text.length()));
    }

    /** A whole number without the fraction that it gets where some rows have none. */
    private static String whole(String cell) {
        String text = cell.strip();
        return text.endsWith(FRACTION)
                ? text.substring(0, text.length() - FRACTION.length())
                : text;
    }

    /** The number of the month; empty where it is none. */
    private static String month(String text) {
        if (MONTH.matcher(text).matches()) {
            return text;
        }
        int named =
                text.length() < MONTHS.getFirst().length()
                        ? -1
                        : MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT));
        return named < 0 ? "" : Integer.toString(named + 1);
    }
}
