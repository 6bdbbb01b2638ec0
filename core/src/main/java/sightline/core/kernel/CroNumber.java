package sightline.core.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Criminal Records Office number: a standard one, {@code 065656/91H}, or one of a file without
 * fingerprints, {@code SF05/482703J}. The check letter is over year and serial; the standard serial
 * counts padded to six digits, the other as it stands (rule as in the Ministry of Justice's person
 * record).
 *
 * @param value the normal form with slash
 */
public record CroNumber(String value) {
    private static final Pattern STANDARD = Pattern.compile("([0-9]{1,6})/?([0-9]{2})([A-Z])");
    private static final Pattern FILE_ONLY = Pattern.compile("SF([0-9]{2})/?([0-9]{1,6})([A-Z])");
    private static final int SERIAL_DIGITS = 6;

    public CroNumber {
        Written.requireNormal(value, read(value), "This CRO number");
    }

    /** Reads either form, slash optional. */
    public static Parsed<CroNumber> parse(String raw) {
        return read(raw).map(CroNumber::new);
    }

    @Override
    public String toString() {
        return "CroNumber[redacted]";
    }

    private static Parsed<String> read(String raw) {
        var text = Written.compact(raw);
        var fileOnly = FILE_ONLY.matcher(text);
        if (fileOnly.matches()) {
            var year = fileOnly.group(1);
            var serial = fileOnly.group(2);
            return checked(fileOnly, year + serial, "SF" + year + "/" + serial);
        }
        var standard = STANDARD.matcher(text);
        if (standard.matches()) {
            var serial = Written.padded(standard.group(1), SERIAL_DIGITS);
            var year = standard.group(2);
            return checked(standard, year + serial, serial + "/" + year);
        }
        return Parsed.invalid(
                "A CRO number is up to six digits, a slash, two digits of the year and a letter.",
                "Write it like 65656/91H or SF05/482703J.");
    }

    private static Parsed<String> checked(Matcher parts, String number, String stem) {
        var letter = parts.group(3).charAt(0);
        if (CheckLetters.POLICE.of(Long.parseLong(number)) != letter) {
            return Parsed.invalid(
                    "The check letter of this CRO number is wrong.",
                    "Copy it again from its source.");
        }
        return Parsed.valid(stem + letter);
    }
}
