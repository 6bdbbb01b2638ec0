package sightline.linkage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Dates that a system writes where none is known, such as 1 January 1900. They are real dates too:
 * one counts as a stopgap only where it stands far more often than a date of this column does, and
 * more often than all other dates of the years around it.
 */
final class Stopgaps {
    private static final List<String> USUAL =
            List.of(
                    "19000101",
                    "19010101",
                    "18991230",
                    "18991231",
                    "18000101",
                    "17530101",
                    "19700101",
                    "99991231",
                    "99990101",
                    "20991231",
                    "11111111");
    private static final double FAR_MORE = 8;
    private static final int LEAST = 5;
    private static final int YEARS_AROUND = 2;

    private Stopgaps() {}

    /** The stopgaps of the column, as eight digits. */
    static Set<String> of(Column column, DateText.Order order) {
        int[] counts = column.counts();
        long all = 0;
        for (int count : counts) {
            all += count;
        }
        double often = Math.max(LEAST, FAR_MORE * all / Math.max(1, counts.length));
        Set<String> out = new HashSet<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > often) {
                int date = DateText.read(column.value(code), order);
                if (date > 0
                        && USUAL.contains(DateText.digits(date))
                        && counts[code] > around(column, counts, order, date)) {
                    out.add(DateText.digits(date));
                }
            }
        }
        return out;
    }

    /** How many other dates the years around it have. */
    private static long around(Column column, int[] counts, DateText.Order order, int date) {
        long others = 0;
        for (int code = 0; code < counts.length; code++) {
            int other = DateText.read(column.value(code), order);
            if (other != date && Math.abs(other / 10000 - date / 10000) <= YEARS_AROUND) {
                others += counts[code];
            }
        }
        return others;
    }
}
