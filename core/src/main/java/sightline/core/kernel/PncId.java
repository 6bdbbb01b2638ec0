package sightline.core.kernel;

import java.time.Year;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Police National Computer id: the year in which the person was first recorded, a serial of seven
 * digits, and a check letter over both (rule as in the Ministry of Justice's person record).
 *
 * @param value the long form with slash, {@code 1981/0000034U}
 */
public record PncId(String value) {
    private static final Pattern SHORT_FORM = Pattern.compile("([0-9]{2})/?([0-9]{1,7})([A-Z])");
    private static final Pattern LONG_FORM = Pattern.compile("([0-9]{4})/?([0-9]{7})([A-Z])");
    private static final Pattern LONG_FORM_UNPADDED =
            Pattern.compile("([0-9]{4})/([0-9]{1,6})([A-Z])");
    private static final int SERIAL_DIGITS = 7;
    private static final int CENTURY = 100;

    /**
     * Up to which two-digit year a short id without a date of its own is of this century. Ids run
     * back to the 1960s at the least, so the middle of the century keeps both readings apart, and
     * gives the same answer whenever it is asked.
     */
    private static final Year PIVOT = Year.of(2049);

    public PncId {
        Written.requireNormal(value, read(value, PIVOT), "This PNC id");
    }

    /** Reads a long or short id; a short one up to 49 is of this century. */
    public static Parsed<PncId> parse(String raw) {
        return parse(raw, PIVOT);
    }

    /**
     * Reads a long or short id, slash optional.
     *
     * @param written the year in which somebody wrote it down: the two digits of a short id are a
     *     year of the same century if not later than it, else of the century before
     */
    public static Parsed<PncId> parse(String raw, Year written) {
        return read(raw, written).map(PncId::new);
    }

    @Override
    public String toString() {
        return "PncId[redacted]";
    }

    private static Parsed<String> read(String raw, Year written) {
        var text = Written.compact(raw);
        var longForm = LONG_FORM.matcher(text);
        if (longForm.matches()) {
            return checked(longForm.group(1), longForm);
        }
        var unpadded = LONG_FORM_UNPADDED.matcher(text);
        if (unpadded.matches()) {
            return checked(unpadded.group(1), unpadded);
        }
        var shortForm = SHORT_FORM.matcher(text);
        if (shortForm.matches()) {
            return checked(fullYear(Integer.parseInt(shortForm.group(1)), written), shortForm);
        }
        return Parsed.invalid(
                "A PNC id is a year, a slash, up to seven digits and a letter.",
                "Write it like 1981/0000034U or 81/34U.");
    }

    private static String fullYear(int twoDigits, Year written) {
        var century = written.getValue() / CENTURY * CENTURY;
        var year = century + twoDigits;
        return Integer.toString(year <= written.getValue() ? year : year - CENTURY);
    }

    private static Parsed<String> checked(String year, Matcher parts) {
        var serial = Written.padded(parts.group(2), SERIAL_DIGITS);
        var letter = parts.group(3).charAt(0);
        if (!CheckLetters.POLICE.has(letter)) {
            return Parsed.invalid(
                    "No PNC id ends in the letter I, O or S.", "Copy it again from its source.");
        }
        if (CheckLetters.POLICE.of(Long.parseLong(year.substring(2) + serial)) != letter) {
            return Parsed.invalid(
                    "The check letter of this PNC id is wrong.", "Copy it again from its source.");
        }
        return Parsed.valid(year + "/" + serial + letter);
    }
}
