package sightline.linkage;

import sightline.linkage.text.Similarity;

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
        int edits = similarity.alignment(feature.chars[a], feature.chars[b]);
        if (edits == 1) {
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
        if (edits == 2 && Math.abs(year[a] - year[b]) % 10 == 0) {
            return TWO_SLIPS;
        }
        return byYears(a, b, sameYear);
    }

    private boolean isFirst(int code) {
        return month[code] == 1 && day[code] == 1;
    }

    private int byYears(int a, int b, boolean sameYear) {
        if (sameYear) {
            return SAME_YEAR;
        }
        return Math.abs(year[a] - year[b]) <= NEAR_YEARS ? GENERATION : DIFFERENT;
    }
}
