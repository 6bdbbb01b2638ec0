package sightline.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a sample of a column's distinct values looks like. */
final class ColumnContent {
    private static final int SAMPLE = 400;
    private static final int LONGEST_ADDRESS = 160;
    private static final Pattern BRITISH_POSTCODE =
            Pattern.compile("(?i)[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9() .-]{7,20}");
    private static final Pattern SOCIAL = Pattern.compile("[0-9]{3}-[0-9]{2}-[0-9]{4}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{0,4}[0-9][0-9A-Za-z/ -]{3,19}");
    private static final Pattern TURNED_NAME =
            Pattern.compile("[\\p{L}\\p{M}'’. -]+; ?[\\p{L}\\p{M}'’. -]+");
    private static final double NEARLY_ALL = 0.9;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’. -]+");

    /** Words in the names of firms, shops and institutions. */
    private static final Set<String> ORGANISATIONS =
            Set.of(
                    "ltd",
                    "limited",
                    "plc",
                    "llp",
                    "inc",
                    "llc",
                    "corp",
                    "corporation",
                    "company",
                    "co",
                    "gmbh",
                    "sa",
                    "bv",
                    "group",
                    "holdings",
                    "services",
                    "solutions",
                    "trust",
                    "school",
                    "academy",
                    "college",
                    "university",
                    "hospital",
                    "surgery",
                    "clinic",
                    "church",
                    "bank",
                    "hotel",
                    "inn",
                    "restaurant",
                    "cafe",
                    "grill",
                    "bar",
                    "bistro",
                    "kitchen",
                    "shop",
                    "store",
                    "stores",
                    "centre",
                    "center",
                    "association",
                    "club",
                    "society",
                    "council",
                    "nursery",
                    "pharmacy",
                    "garage",
                    "and",
                    "the",
                    "of");

    final int rows;
    final int present;
    final int distinct;
    double dates;
    double emails;
    double postcodes;
    double addresses;
    double phones;
    double numbers;

    /** Whether cells hold several values now and then. */
    final boolean several;

    /** By rows, not by values: few years are frequent, and many misspelt ones stand once. */
    double years;

    /** Whole ones, and others: with decimals, a currency, as minutes and seconds. */
    double anyNumbers;

    /** Words with a number among them. */
    double sizes;

    /** Places on earth as two numbers in one cell. */
    double places;

    private final PageRanges ranges = new PageRanges();

    double marked;
    double codes;
    double words;
    double givenNames;

    /** The same of the rows: few names are frequent, and many misspelt ones stand once. */
    double givenNamesByRows;

    double organisations;
    double namelike;
    double length;
    double tokens;

    /** The scheme of numbers that the values follow, where one is to be seen. */
    final Optional<Scheme> scheme;

    ColumnContent(Column column, Names names) {
        rows = column.rows();
        int some = 0;
        int[] counts = new int[column.distinct()];
        for (int code : column.codes()) {
            if (code >= 0) {
                some++;
                counts[code]++;
            }
        }
        present = some;
        distinct = column.distinct();
        DateText.Order order = DateText.orderOf(column);
        int seen = 0;
        long rowsSeen = 0;
        several = Several.in(column) && !holdsTurnedNames(column);
        List<String> solid = new ArrayList<>();
        for (int code : sample(column)) {
            String value = several ? Several.firstRaw(column.value(code)) : column.value(code);
            solid.add(solid(value));
            double before = givenNames;
            look(value.strip(), order, names);
            givenNamesByRows += (givenNames - before) * counts[code];
            years += isYear(value.strip()) ? counts[code] : 0;
            rowsSeen += counts[code];
            seen++;
        }
        scheme = Scheme.of(solid);
        if (ranges.arePages(Vocabulary.words(column.name()))) {
            anyNumbers += ranges.size();
            codes -= ranges.codes();
        }
        double n = Math.max(1, seen);
        dates /= n;
        emails /= n;
        postcodes /= n;
        addresses /= n;
        phones /= n;
        years /= Math.max(1, rowsSeen);
        numbers /= n;
        anyNumbers /= n;
        places /= n;
        sizes /= n;
        marked /= n;
        codes /= n;
        words /= n;
        givenNames /= n;
        givenNamesByRows /= Math.max(1, rowsSeen);
        organisations /= n;
        namelike /= n;
        length /= n;
        tokens /= n;
    }

    /** Some of the values, the same ones in whatever order they came. */
    static int[] sample(Column column) {
        int n = column.distinct();
        int[] codes = new int[Math.min(n, 4 * SAMPLE)];
        int size = 0;
        double share = 1.5 * SAMPLE / n;
        for (int code = 0; code < n && size < codes.length; code++) {
            long mark = Estimation.mix(column.value(code).hashCode());
            if ((mark >>> 11) * 0x1p-53 < share) {
                codes[size++] = code;
            }
        }
        return Arrays.copyOf(codes, size);
    }

    private static String solid(String value) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(value.length(), 60); i++) {
            char c = value.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toLowerCase(c));
            } else if (c != ' ' && c != '-' && c != '/' && c != '.') {
                return "";
            }
        }
        return out.toString();
    }

    private void look(String value, DateText.Order order, Names names) {
        length += value.length();
        String name = FullName.withoutTitle(value);
        tokens += FullName.withoutLetters(value).split(" ").length;
        if (value.length() <= LONGEST_ADDRESS && AddressLine.isWhole(value)) {
            addresses++;
        }
        sizes += holdsSize(value) ? 1 : 0;
        if (value.length() > 60) {
            return;
        }
        boolean number = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
        int date = value.length() >= 6 ? DateText.read(value, order) : -1;
        if (date >= 0 && isPlausible(date) && (!number || value.length() == 8)) {
            dates++;
        }
        if (number) {
            numbers++;
        }
        if (SOCIAL.matcher(value).matches()) {
            marked++;
        }
        if (value.indexOf('@') > 0) {
            emails++;
        }
        if (BRITISH_POSTCODE.matcher(value).matches()) {
            postcodes++;
        }
        if (Numbers.isPlace(value)) {
            places++;
        }
        if (Numbers.isNumber(value)) {
            anyNumbers++;
        }
        if (PHONE.matcher(value).matches() && digits(value) >= 9 && !Numbers.isMeasure(value)) {
            phones++;
        }
        boolean code = CODE.matcher(value).matches();
        if (code) {
            codes++;
        }
        Numbers.range(value)
                .filter(_ -> !Numbers.isNumber(value))
                .ifPresent(range -> ranges.add(range, code));
        if (WORD.matcher(name.replaceFirst("[,;]", "")).matches()) {
            namelike++;
        }
        if (namesOrganisation(name)) {
            organisations++;
        }
        if (WORD.matcher(value).matches()) {
            words++;
            if (names.known(sightline.linkage.text.Folding.fold(value))) {
                givenNames++;
            }
        }
    }

    private static boolean holdsSize(String value) {
        return value.indexOf(' ') > 0
                && value.chars().anyMatch(Character::isLetter)
                && Numbers.isIn(value);
    }

    private static boolean isYear(String value) {
        return value.length() == 4
                && value.chars().allMatch(c -> c >= '0' && c <= '9')
                && (value.startsWith("18") || value.startsWith("19") || value.startsWith("20"));
    }

    /** Whether nearly all values are as MARSH; ADA B: then the semicolon is within one name. */
    private static boolean holdsTurnedNames(Column column) {
        int turned = 0;
        for (int code = 0; code < column.distinct(); code++) {
            turned += TURNED_NAME.matcher(column.value(code)).matches() ? 1 : 0;
        }
        return turned > NEARLY_ALL * column.distinct();
    }

    private static boolean namesOrganisation(String value) {
        for (String word : sightline.linkage.text.Folding.fold(value).split(" ")) {
            if (ORGANISATIONS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether whole names of people may stand in it: words, few of them, and of no firm. */
    boolean mayNamePeople() {
        return namelike > 0.6 && tokens < 4.5 && organisations < 0.1;
    }

    private static boolean isPlausible(int date) {
        int year = date / 10000;
        int month = date / 100 % 100;
        int day = date % 100;
        return year >= 1500 && year <= 2100 && month >= 1 && month <= 12 && day >= 0 && day <= 31;
    }

    private static long digits(String value) {
        return value.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    boolean isEmpty() {
        return present == 0;
    }

    boolean isConstant() {
        return distinct <= 1;
    }

    boolean isUnique() {
        return present == rows && distinct == rows;
    }

    double distinctShare() {
        return present == 0 ? 0 : (double) distinct / present;
    }
}
