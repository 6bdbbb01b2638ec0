package sightline.linkage;

import sightline.linkage.text.Folding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

    /** In yob, mob and dob. */
    private static final String OF_BIRTH = "ob";

    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)[0-9]{2}|[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");
    private static final Pattern DAY = Pattern.compile("0?[1-9]|[12][0-9]|3[01]");
    private static final Pattern YEAR_AS_TYPED = Pattern.compile("[1-9][0-9]{3}|[0-9]{2}");
    private static final Pattern DAY_AS_TYPED = Pattern.compile("0?[1-9]|[1-9][0-9]");

    /** What a number has behind it where a table keeps empty cells as numbers, too. */
    private static final String FRACTION = ".0";

    /** How the names of each month begin, folded, in several languages. */
    private static final List<Set<String>> MONTHS =
            List.of(
                    Set.of("jan", "ian", "gen", "ene", "sty", "oca", "sich"),
                    Set.of("feb", "fev", "lut", "liut", "sub"),
                    Set.of("mar", "mrt", "maa", "maer", "berez"),
                    Set.of("apr", "abr", "avr", "kwi", "kvit", "nis"),
                    Set.of("may", "mai", "maj", "mag", "mei", "trav"),
                    Set.of("jun", "juin", "giu", "iun", "iiun", "ioun", "cze", "cher", "haz"),
                    Set.of("jul", "juil", "lug", "iul", "iiul", "ioul", "lip", "tem"),
                    Set.of("aug", "ago", "aou", "avg", "agu", "sie", "serp"),
                    Set.of("sep", "set", "sen", "wrz", "ver", "eyl"),
                    Set.of("oct", "okt", "ott", "out", "paz", "zhov", "eki"),
                    Set.of("nov", "noe", "noi", "lis", "kas"),
                    Set.of("dec", "dez", "des", "dic", "dek", "gru", "ara"));

    private static final Set<String> YEARS =
            Set.of(
                    "year", "yyyy", "yy", "yr", "y", "jahr", "ano", "annee", "anno", "jaar", "ar",
                    "rok", "rik", "god", "etos", "yil");
    private static final Set<String> NAMES_OF_MONTHS =
            Set.of(
                    "month", "mon", "mth", "mm", "m", "monat", "mes", "mois", "mese", "maand",
                    "maned", "manad", "miesiac", "mesiats", "misiats", "minas", "ay");
    private static final Set<String> DAYS =
            Set.of(
                    "day", "dd", "dy", "d", "tag", "dia", "jour", "giorno", "dag", "dzien", "den",
                    "imera", "gun");

    /** A part of a date: what it is called, and what stands in it. */
    private enum Part {
        YEAR,
        MONTH,
        DAY;

        private Set<String> words() {
            return switch (this) {
                case YEAR -> YEARS;
                case MONTH -> NAMES_OF_MONTHS;
                case DAY -> DAYS;
            };
        }

        private boolean isCalled(String word) {
            return words().contains(word);
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
                return isCalled(all.getFirst()) ? Optional.of("") : stemOfWord(all.getFirst());
            }
            return all.stream().anyMatch(this::isCalled)
                    ? Optional.of(String.join(" ", all.stream().filter(w -> !isCalled(w)).toList()))
                    : Optional.empty();
        }

        /** What is left of one word: b of by or bm, ob of yob, and birth of birthmonth. */
        private Optional<String> stemOfWord(String word) {
            if (word.length() <= MOST_LETTERS) {
                return word.endsWith(OF_BIRTH) && isCalled(word.replace(OF_BIRTH, ""))
                        ? Optional.of(OF_BIRTH)
                        : before(word, 1);
            }
            return words().stream()
                    .map(String::length)
                    .filter(length -> length >= MOST_LETTERS && length < word.length())
                    .sorted(Comparator.reverseOrder())
                    .flatMap(length -> before(word, length).stream())
                    .findFirst();
        }

        /** What stands before so many last letters, if these are what the part is called. */
        private Optional<String> before(String word, int letters) {
            int at = word.length() - letters;
            return at >= 0 && isCalled(word.substring(at))
                    ? Optional.of(word.substring(0, at))
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

    /**
     * Whether one table's parts are a date and another has but some of them, or a year of birth.
     */
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
        return table.stream()
                        .noneMatch(field -> isDate(field) || isCalled(field, FieldKind.BIRTH_DATE))
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
        String folded = Folding.fold(text);
        int month = 0;
        int longest = 0;
        for (int i = 0; i < MONTHS.size(); i++) {
            for (String start : MONTHS.get(i)) {
                if (start.length() > longest && folded.startsWith(start)) {
                    longest = start.length();
                    month = i + 1;
                }
            }
        }
        return month == 0 ? "" : Integer.toString(month);
    }
}
