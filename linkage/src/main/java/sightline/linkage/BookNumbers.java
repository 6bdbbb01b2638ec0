package sightline.linkage;

import sightline.linkage.text.Folding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * International numbers of books (ISBN): those of ten characters, as they were until 2007, and of
 * thirteen are one number in two forms. What stands behind one, such as "(hbk.)", is no part of it.
 */
final class BookNumbers {
    private static final Pattern NUMBER =
            Pattern.compile("^(97[89][0-9]{10}|[0-9]{9}[0-9x])(?![0-9])");
    private static final String PREFIX = "978";
    private static final int LONG = 13;
    private static final double SOME = 0.1;
    private static final int FEW = 3;

    private BookNumbers() {}

    /**
     * Whether numbers of books with thirteen digits and a right check digit stand in the column.
     */
    static boolean in(Column column) {
        long right = column.count(cell -> Several.raw(cell).anyMatch(BookNumbers::isLongOne));
        return right >= FEW && right >= SOME * column.distinct();
    }

    /**
     * The form of thirteen digits; what is no number of a book, or has a wrong check digit, as it
     * stands.
     */
    static String of(String raw) {
        String plain = plain(raw);
        Matcher number = NUMBER.matcher(plain);
        if (!number.find()) {
            return plain;
        }
        String found = number.group(1);
        if (isLong(found)) {
            return found;
        }
        if (!isShort(found)) {
            return plain;
        }
        String twelve = PREFIX + found.substring(0, LONG - PREFIX.length() - 1);
        return twelve + check(twelve);
    }

    private static String plain(String raw) {
        return Records.solid(Folding.fold(raw));
    }

    private static boolean isLongOne(String raw) {
        Matcher number = NUMBER.matcher(plain(raw));
        return number.find() && isLong(number.group(1));
    }

    private static boolean isLong(String number) {
        return number.length() == LONG && check(number) == number.charAt(LONG - 1);
    }

    private static boolean isShort(String number) {
        return number.length() < LONG && Scheme.isRightModuloEleven(number);
    }

    /** The check digit behind the first twelve digits. */
    private static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < LONG - 1; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
