package sightline.linkage;

import java.util.Locale;

/**
 * Reads dates as people write them into eight digits, year first, zeros for what is not there. It
 * does not refuse days that no month has: a slip of the pen is still evidence.
 */
final class DateText {
    /** Which part comes first where all are written in digits and the year is last. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int EIGHT = 8;

    private DateText() {}

    /** The digits, or -1 where it is no date. */
    static int read(String raw, Order order) {
        String text = raw.strip();
        int time =
                text.indexOf('T') > 4
                        ? text.indexOf('T')
                        : text.indexOf(':') > 0 ? text.indexOf(' ') : -1;
        if (time > 4) {
            text = text.substring(0, time);
        }
        int[] numbers = new int[4];
        int[] lengths = new int[4];
        int count = 0;
        int month = -1;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int from = at;
            if (c >= '0' && c <= '9') {
                int value = 0;
                while (at < text.length()
                        && Character.isDigit(text.charAt(at))
                        && at - from < EIGHT) {
                    value = value * 10 + Character.digit(text.charAt(at), 10);
                    at++;
                }
                if (count == 3) {
                    return -1;
                }
                numbers[count] = value;
                lengths[count++] = at - from;
            } else if (Character.isLetter(c)) {
                while (at < text.length() && Character.isLetter(text.charAt(at))) {
                    at++;
                }
                int named = named(text.substring(from, at));
                if (named > 0) {
                    month = named;
                } else if (at - from > 2) {
                    return -1;
                }
            } else {
                at++;
            }
        }
        return assemble(numbers, lengths, count, month, order);
    }

    private static int named(String word) {
        if (word.length() < 3) {
            return -1;
        }
        int at = MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT));
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : -1;
    }

    private static int assemble(int[] n, int[] lengths, int count, int month, Order order) {
        if (month > 0) {
            if (count == 1 && lengths[0] == 4) {
                return date(n[0], month, 0);
            }
            if (count != 2) {
                return -1;
            }
            return lengths[0] == 4
                    ? date(n[0], month, n[1])
                    : date(century(n[1], lengths[1]), month, n[0]);
        }
        if (count == 1) {
            return single(n[0], lengths[0], order);
        }
        if (count == 2) {
            return lengths[0] == 4
                    ? date(n[0], n[1], 0)
                    : lengths[1] == 4 ? date(n[1], n[0], 0) : -1;
        }
        if (count != 3) {
            return -1;
        }
        if (lengths[0] >= 3) {
            return date(n[0], n[1], n[2]);
        }
        if (lengths[2] < 2) {
            return -1;
        }
        int year = century(n[2], lengths[2]);
        return order == Order.DAY_FIRST ? date(year, n[1], n[0]) : date(year, n[0], n[1]);
    }

    private static int single(int value, int length, Order order) {
        if (length == 4) {
            return date(value, 0, 0);
        }
        if (length != EIGHT) {
            return -1;
        }
        int year = value / 10000;
        if (year >= 1000 && year <= 2200 && value / 100 % 100 <= 12 + 7) {
            return value;
        }
        int last = value % 10000;
        int first = value / 1_000_000;
        int second = value / 10000 % 100;
        if (last < 1000 || last > 2200) {
            return value;
        }
        return order == Order.DAY_FIRST ? date(last, second, first) : date(last, first, second);
    }

    /** The whole year that two digits of one stand for. */
    static int century(int year, int length) {
        if (length != 2) {
            return year;
        }
        return year <= 30 ? 2000 + year : 1900 + year;
    }

    private static int date(int year, int month, int day) {
        if (year > 9999 || month > 99 || day > 99) {
            return -1;
        }
        return year * 10000 + month * 100 + day;
    }

    /** The order in which a column writes its days, seen from days beyond the twelfth. */
    static Order orderOf(Column column) {
        int dayFirst = 0;
        int monthFirst = 0;
        for (int code = 0; code < column.distinct(); code++) {
            int parts = twoParts(column.value(code));
            if (parts / 100 > 12) {
                dayFirst++;
            } else if (parts % 100 > 12) {
                monthFirst++;
            }
        }
        return monthFirst > dayFirst ? Order.MONTH_FIRST : Order.DAY_FIRST;
    }

    /** The first two numbers, each of at most two digits and followed by a mark; 0 for none. */
    private static int twoParts(String text) {
        int at = 0;
        int both = 0;
        for (int part = 0; part < 2; part++) {
            int from = at;
            int number = 0;
            while (at < text.length() && at - from < 3 && isDigit(text.charAt(at))) {
                number = number * 10 + text.charAt(at) - '0';
                at++;
            }
            boolean marked = at < text.length() && "-/. ".indexOf(text.charAt(at)) >= 0;
            if (at == from || at - from > 2 || !marked) {
                return 0;
            }
            both = both * 100 + number;
            at++;
        }
        return both;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Eight digits as text. */
    static String digits(int date) {
        String plain = Integer.toString(date);
        return "0".repeat(Math.max(0, EIGHT - plain.length())) + plain;
    }
}
