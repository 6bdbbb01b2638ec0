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

    private static final int DIGIT = 4;

    /** The date as a number in front, its eight digits with four bits each behind. */
    private final long[] dates;

    DateComparator(Feature feature, List<Level> levels) {
        super(feature, levels);
        dates = new long[feature.text.length];
        for (int i = 0; i < dates.length; i++) {
            long digits = Integer.parseUnsignedInt(feature.text[i], 16) & 0xFFFF_FFFFL;
            dates[i] = (long) Integer.parseInt(feature.text[i]) << Integer.SIZE | digits;
        }
    }

    int year(int code) {
        return (int) (dates[code] >>> Integer.SIZE) / 10000;
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        int one = (int) dates[a];
        int other = (int) dates[b];
        int apart = one ^ other;
        boolean sameYear = apart >>> 16 == 0;
        int month = one >>> 8 & 0xFF;
        int day = one & 0xFF;
        int otherMonth = other >>> 8 & 0xFF;
        int otherDay = other & 0xFF;
        if (sameYear && month == otherDay && day == otherMonth) {
            return TURNED;
        }
        if (month == 0 || otherMonth == 0 || day == 0 || otherDay == 0) {
            boolean monthFits = month == 0 || otherMonth == 0 || month == otherMonth;
            return sameYear && monthFits ? PARTLY : byYears(a, b, sameYear);
        }
        if (isOneSlip(one, other)) {
            return SLIP;
        }
        if (sameYear && (isFirst(one) || isFirst(other))) {
            return PARTLY;
        }
        if (month == otherMonth && day == otherDay) {
            return OTHER_YEAR;
        }
        if (sameYear && (month == otherMonth || day == otherDay)) {
            return OTHER_MONTH_OR_DAY;
        }
        if ((apart >>> 16 & 0xF) == 0
                && Math.abs(year(a) - year(b)) % 10 == 0
                && similarity.alignment(feature.chars[a], feature.chars[b]) == 2) {
            return TWO_SLIPS;
        }
        return byYears(a, b, sameYear);
    }

    /** One digit for another, or two neighbours that changed places, of two unequal dates. */
    private static boolean isOneSlip(int one, int other) {
        int apart = one ^ other;
        int low = Integer.numberOfTrailingZeros(apart) / DIGIT * DIGIT;
        int high = (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(apart)) / DIGIT * DIGIT;
        return low == high
                || (high - low == DIGIT
                        && (one >>> low & 0xF) == (other >>> high & 0xF)
                        && (one >>> high & 0xF) == (other >>> low & 0xF));
    }

    private static boolean isFirst(int digits) {
        return (digits & 0xFFFF) == 0x0101;
    }

    @Override
    boolean isOutright(int level) {
        return level >= GENERATION;
    }

    private int byYears(int a, int b, boolean sameYear) {
        if (sameYear) {
            return SAME_YEAR;
        }
        return Math.abs(year(a) - year(b)) <= NEAR_YEARS ? GENERATION : DIFFERENT;
    }
}
