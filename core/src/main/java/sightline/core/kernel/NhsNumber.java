package sightline.core.kernel;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An NHS number, a Scottish CHI number or a Northern Irish health number: ten digits of one series,
 * the last a modulus 11 check of the others (NHS data dictionary).
 *
 * @param value ten digits without blanks
 */
public record NhsNumber(String value) {
    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
    private static final int LENGTH = 10;
    private static final int MODULUS = 11;
    private static final String AGAIN = "Copy it again from a letter, or trace the person.";

    public NhsNumber {
        Written.requireNormal(value, read(value), "This NHS number");
    }

    /**
     * Reads a number as written, blanks and hyphens allowed. Warns of the range kept for tests and
     * of ranges of which no issue is known.
     */
    public static Parsed<NhsNumber> parse(String raw) {
        return read(raw).map(NhsNumber::new);
    }

    /** As letters print it: 943 476 5919. */
    public String spaced() {
        return value.substring(0, 3) + " " + value.substring(3, 6) + " " + value.substring(6);
    }

    @Override
    public String toString() {
        return "NhsNumber[redacted]";
    }

    private static Parsed<String> read(String raw) {
        var digits = Written.compact(raw);
        if (!TEN_DIGITS.matcher(digits).matches()) {
            return Parsed.invalid("An NHS number has ten digits.", AGAIN);
        }
        if (digits.equals(digits.substring(0, 1).repeat(LENGTH))) {
            return Parsed.invalid(
                    "Ten times one digit is a placeholder, not an NHS number.",
                    "Leave it out if it is not known.");
        }
        if (checkDigit(digits) != digits.charAt(LENGTH - 1) - '0') {
            return Parsed.invalid("The check digit of this NHS number is wrong.", AGAIN);
        }
        return new Parsed.Valid<>(digits, warnings(Long.parseLong(digits)));
    }

    /** 10 for the numbers that are never issued, which equals no digit. */
    private static int checkDigit(String digits) {
        var sum = 0;
        for (var i = 0; i < LENGTH - 1; i++) {
            sum += (digits.charAt(i) - '0') * (LENGTH - i);
        }
        return (MODULUS - sum % MODULUS) % MODULUS;
    }

    private static List<String> warnings(long number) {
        if (number >= 9_990_000_000L) {
            return List.of("This NHS number is of the range kept for tests.");
        }
        return issued(number)
                ? List.of()
                : List.of("No NHS number is known to have been issued in this range.");
    }

    private static boolean issued(long number) {
        var scotland = number >= 101_000_000L && number <= 3_112_999_999L;
        var northernIreland = number >= 3_200_000_010L && number <= 3_999_999_999L;
        var england = number >= 4_000_000_000L && number <= 4_999_999_999L;
        var later = number >= 6_000_000_000L && number <= 7_999_999_999L;
        var early = number >= 3_000_000_000L && number <= 3_209_999_999L;
        return scotland || northernIreland || england || later || early;
    }
}
