package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.Arrays;
import java.util.List;

/**
 * Dates as eight digits with zeros for what is not known: one slip, day and month changed places,
 * one part wrong, partly known, the same year, years apart.
 */
final class DateComparator extends Comparator {
    private static final int TURNED = 1;
    private static final int SLIP = 2;
    private static final int PARTLY = 3;
    private static final int OTHER_YEAR = 4;
    private static final int OTHER_MONTH_OR_DAY = 5;
    private static final int TWO_SLIPS = 6;
    private static final int SAME_YEAR = 7;
    private static final int GENERATION = 8;
    private static final int DIFFERENT = 9;
    private static final int NEAR_YEARS = 12;

    private final int[] year;
    private final int[] month;
    private final int[] day;

    DateComparator(Feature feature, List<Level> levels) {
        super(feature, levels);
        int n = feature.text.length;
        year = new int[n];
        month = new int[n];
        day = new int[n];
        for (int i = 0; i < n; i++) {
            int all = Integer.parseInt(feature.text[i]);
            year[i] = all / 10000;
            month[i] = all / 100 % 100;
            day[i] = all % 100;
        }
    }

    int year(int code) {
        return year[code];
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        boolean sameYear = year[a] == year[b];
        if (sameYear && month[a] == day[b] && day[a] == month[b]) {
            return TURNED;
        }
        boolean partial = month[a] == 0 || month[b] == 0 || day[a] == 0 || day[b] == 0;
        if (partial) {
            boolean monthFits = month[a] == 0 || month[b] == 0 || month[a] == month[b];
            return sameYear && monthFits ? PARTLY : byYears(a, b, sameYear);
        }
        if (isOneSlip(feature.chars[a], feature.chars[b])) {
            return SLIP;
        }
        if (sameYear && (isFirst(a) || isFirst(b))) {
            return PARTLY;
        }
        if (month[a] == month[b] && day[a] == day[b]) {
            return OTHER_YEAR;
        }
        if (sameYear && (month[a] == month[b] || day[a] == day[b])) {
            return OTHER_MONTH_OR_DAY;
        }
        if (Math.abs(year[a] - year[b]) % 10 == 0
                && similarity.alignment(feature.chars[a], feature.chars[b]) == 2) {
            return TWO_SLIPS;
        }
        return byYears(a, b, sameYear);
    }

    /** One digit for another, or two neighbours that changed places: both have eight digits. */
    private static boolean isOneSlip(char[] x, char[] y) {
        int first = Arrays.mismatch(x, y);
        if (first < 0 || x.length != y.length) {
            return false;
        }
        int from = first + 1;
        if (Arrays.equals(x, from, x.length, y, from, y.length)) {
            return true;
        }
        return from < x.length
                && x[first] == y[from]
                && x[from] == y[first]
                && Arrays.equals(x, from + 1, x.length, y, from + 1, y.length);
    }

    private boolean isFirst(int code) {
        return month[code] == 1 && day[code] == 1;
    }

    @Override
    boolean isOutright(int level) {
        return level >= GENERATION;
    }

    private int byYears(int a, int b, boolean sameYear) {
        if (sameYear) {
            return SAME_YEAR;
        }
        return Math.abs(year[a] - year[b]) <= NEAR_YEARS ? GENERATION : DIFFERENT;
    }
}
