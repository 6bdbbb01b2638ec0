package sightline.linkage;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as they stand in files: with a sign, decimals, thousands apart, a currency before or
 * behind them, with a unit, or as hours, minutes and seconds.
 */
final class Numbers {
    private static final int LONGEST = 24;
    private static final int MINUTE = 60;
    private static final Pattern WHOLE = Pattern.compile("[0-9]+");
    private static final Pattern MEASURE = Pattern.compile("[+-]?(0|[1-9][0-9]*)\\.[0-9]+");
    private static final Pattern SIGNED =
            sum("[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.[0-9]+)?");

    /** With a comma before the decimals, as most of Europe writes sums of money. */
    private static final Pattern COMMA = sum("[+-]?(?:[0-9]+|[0-9]{1,3}(?:\\.[0-9]{3})+),[0-9]{2}");

    private static final Pattern PLACE =
            Pattern.compile("\\(?([+-]?[0-9]{1,3}\\.[0-9]+)[,; ] ?([+-]?[0-9]{1,3}\\.[0-9]+)\\)?");
    private static final int THOUSANDTHS = 3;
    private static final Pattern IN_TEXT =
            Pattern.compile(
                    "(?<![0-9]|[0-9][.,])"
                            + "(?:([1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}(?:\\.[0-9]{1,3})?)"
                            + "|([0-9]{1,9}(?:[.,][0-9]{1,3})?))(?![0-9]|(?:st|nd|rd|th)\\b)"
                            + "(?: ?(?:(kg|l|lit(?:re|er)s?)|(cl))\\b)?",
                    Pattern.CASE_INSENSITIVE);

    /** A number and what it counts or measures, and nothing besides. */
    private static final Pattern WITH_UNIT =
            Pattern.compile(
                    "[0-9]{1,9}(?:[.,][0-9]{1,3})? ?(?:mins?|minutes?|cm|mm|km|kgs?|g|ml|cl|l|lbs?|oz"
                            + "|years?|yrs?|pages?|pp|gb|mb|inch(?:es)?|ft|mph|hp|kw|cc)\\.?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern LASTING =
            Pattern.compile(
                    "([0-9]{1,2}) ?h(?:rs?|ours?)?\\.?,? ?(?:([0-9]{1,2}) ?m(?:ins?|inutes?)?\\.?)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME =
            Pattern.compile("(?:([0-9]{1,2}):)?([0-9]{1,2}):([0-5][0-9])");

    /** From one page to another: of the last, all digits or those in which it differs. */
    private static final Pattern PAGES =
            Pattern.compile("(?:pp?\\.? ?)?([1-9][0-9]{0,4}) ?[-\u2013\u2014] ?([1-9][0-9]{0,4})");

    /** What is further apart, as in 0378-5955, is a code. */
    private static final int MOST_PAGES = 1000;

    private Numbers() {}

    /** The number, with or without a currency before or behind it. */
    private static Pattern sum(String number) {
        return Pattern.compile(
                "[£$€]? ?(" + number + ") ?(?:[£$€]|gbp|usd|eur)?", Pattern.CASE_INSENSITIVE);
    }

    /** Whether it is one number and nothing besides; a range of pages only where marked so. */
    static boolean isNumber(String text) {
        return text.length() <= LONGEST
                && (SIGNED.matcher(text).matches()
                        || COMMA.matcher(text).matches()
                        || TIME.matcher(text).matches()
                        || LASTING.matcher(text).matches()
                        || WITH_UNIT.matcher(text).matches()
                        || isMarkedRange(text));
    }

    /** Pages as said to be such: p. or pp. stands before them. */
    private static boolean isMarkedRange(String text) {
        return text.startsWith("p") && range(text).isPresent();
    }

    /**
     * From one number to a greater one near it, as an article's pages are. A number of a case may
     * look like one: {@link PageRanges} tells them apart.
     */
    record Range(int first, int last) {}

    /** The range that the text is; empty where it is none. */
    static Optional<Range> range(String text) {
        Matcher pages = PAGES.matcher(text);
        if (text.length() > LONGEST || !pages.matches()) {
            return Optional.empty();
        }
        String first = pages.group(1);
        String last = pages.group(2);
        int kept = Math.max(0, first.length() - last.length());
        int from = Integer.parseInt(first);
        int to = Integer.parseInt(first.substring(0, kept) + last);
        return to > from && to - from < MOST_PAGES
                ? Optional.of(new Range(from, to))
                : Optional.empty();
    }

    /** Whether it has decimals and is no code, telephone number or date. */
    static boolean isMeasure(String text) {
        return text.length() <= LONGEST && MEASURE.matcher(text).matches();
    }

    /** Whether it is a place on earth as two numbers with decimals. */
    static boolean isPlace(String text) {
        return !ofPlace(text, 0).isEmpty();
    }

    /** The first or the second number of a place; empty where it is none. */
    static String ofPlace(String text, int which) {
        Matcher place = PLACE.matcher(text);
        return text.length() <= 2 * LONGEST && place.matches() ? place.group(which + 1) : "";
    }

    /**
     * The largest number in a text, with litres, centilitres and kilograms as thousandths of a
     * litre or kilogram, so that half a litre is as much as 500 ml; commas before three digits part
     * thousands. An ordinal, as of the 7th regiment, is a name and measures nothing. Empty where
     * there is none.
     */
    static String largestIn(String text) {
        Matcher numbers = IN_TEXT.matcher(text);
        BigDecimal largest = null;
        while (numbers.find()) {
            BigDecimal number = inThousandths(numbers);
            largest = largest == null ? number : largest.max(number);
        }
        return largest == null ? "" : shortest(largest);
    }

    /** Whether a number stands in the text that may measure something. */
    static boolean isIn(String text) {
        return IN_TEXT.matcher(text).find();
    }

    private static BigDecimal inThousandths(Matcher number) {
        String grouped = number.group(1);
        BigDecimal read =
                grouped == null
                        ? new BigDecimal(number.group(2).replace(',', '.'))
                        : new BigDecimal(grouped.replace(",", ""));
        boolean hundredths = number.group(4) != null;
        return read.movePointRight(number.group(3) != null ? THOUSANDTHS : hundredths ? 1 : 0);
    }

    /**
     * One spelling of the number, minutes and seconds in seconds, hours and minutes in minutes, and
     * without its unit; of a range the first; what is no number as it stands.
     */
    static String plain(String text) {
        if (text.length() > LONGEST || WHOLE.matcher(text).matches()) {
            return text;
        }
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            int hours = time.group(1) == null ? 0 : Integer.parseInt(time.group(1));
            int minutes = Integer.parseInt(time.group(2));
            return Integer.toString(
                    (hours * MINUTE + minutes) * MINUTE + Integer.parseInt(time.group(3)));
        }
        Matcher lasting = LASTING.matcher(text);
        if (lasting.matches()) {
            int minutes = lasting.group(2) == null ? 0 : Integer.parseInt(lasting.group(2));
            return Integer.toString(Integer.parseInt(lasting.group(1)) * MINUTE + minutes);
        }
        if (WITH_UNIT.matcher(text).matches()) {
            return largestIn(text);
        }
        Optional<Range> range = range(text);
        if (range.isPresent()) {
            return Integer.toString(range.get().first());
        }
        Matcher comma = COMMA.matcher(text);
        if (comma.matches()) {
            return shortest(new BigDecimal(comma.group(1).replace(".", "").replace(',', '.')));
        }
        Matcher signed = SIGNED.matcher(text);
        return signed.matches() ? shortest(new BigDecimal(signed.group(1).replace(",", ""))) : text;
    }

    private static String shortest(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** The number in one spelling; not a number where it is none. */
    static double read(String plain) {
        return plain.length() <= LONGEST && SIGNED.matcher(plain).matches()
                ? Double.parseDouble(plain)
                : Double.NaN;
    }
}
