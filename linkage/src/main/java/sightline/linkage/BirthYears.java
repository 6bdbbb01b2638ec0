package sightline.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Years of birth, where a record tells how old somebody was and when. */
final class BirthYears {
    private static final int OLDEST = 120;
    private static final int YEAR_DIGITS = 4;
    private static final double MOST = 0.6;
    private static final double NEARLY_ALL = 0.9;

    /** Ages on one day: each year of birth has one or two of them. */
    private static final int OF_ONE_DAY = 3;

    private BirthYears() {}

    /** The year of the one less the age, empty where one of them cannot be read. */
    static String of(String when, String age) {
        int year = year(when);
        int old = age(age);
        return year > 0 && old >= 0 ? Integer.toString(year - old) : "";
    }

    /** Whether the ages are of people, at times that are not all one. */
    static boolean canBeOf(Column when, Column age) {
        Map<Integer, Integer> sums = new HashMap<>();
        int given = 0;
        int read = 0;
        for (int row = 0; row < when.rows(); row++) {
            if (age.code(row) < 0 || when.code(row) < 0) {
                continue;
            }
            given++;
            int year = year(when.text(row));
            int old = age(age.text(row));
            if (year > 0 && old >= 0) {
                read++;
                sums.merge(year + old, 1, Integer::sum);
            }
        }
        List<Integer> most =
                sums.values().stream().sorted(java.util.Comparator.reverseOrder()).toList();
        int ofOneDay = most.stream().limit(OF_ONE_DAY).mapToInt(Integer::intValue).sum();
        return given > 0 && read > MOST * given && ofOneDay < NEARLY_ALL * read;
    }

    private static int year(String text) {
        String plain = text.strip();
        if (plain.length() == YEAR_DIGITS && isDigits(plain)) {
            return Integer.parseInt(plain);
        }
        int date = DateText.read(plain, DateText.Order.DAY_FIRST);
        return date <= 0 ? -1 : date / 10_000;
    }

    private static int age(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.length() >= YEAR_DIGITS || !isDigits(plain)) {
            return -1;
        }
        int age = Integer.parseInt(plain);
        return age <= OLDEST ? age : -1;
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
