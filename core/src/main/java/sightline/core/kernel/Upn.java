package sightline.core.kernel;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A unique pupil number: a check letter, the code of the local authority, seven more digits, and a
 * last digit, or a letter in a temporary number. A pupil may have had several.
 *
 * @param value thirteen characters in capitals
 */
public record Upn(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z][0-9]{11}[0-9A-Z]");
    private static final int LENGTH = 13;
    private static final int NO_AUTHORITY = 0;

    public Upn {
        Written.requireNormal(value, read(value), "This UPN");
    }

    /** Reads a number; warns when the local authority code is not on the list known here. */
    public static Parsed<Upn> parse(String raw) {
        return read(raw).map(Upn::new);
    }

    /** Whether this is a temporary number, to be replaced by a permanent one. */
    public boolean temporary() {
        return Character.isLetter(value.charAt(LENGTH - 1));
    }

    /** The three-digit code of the local authority that issued it. */
    public String authorityCode() {
        return value.substring(1, 4);
    }

    @Override
    public String toString() {
        return "Upn[redacted]";
    }

    private static Parsed<String> read(String raw) {
        var text = Written.compact(raw);
        if (!FORM.matcher(text).matches() || hasStrangeLetter(text)) {
            return Parsed.invalid(
                    "A UPN is a letter and twelve digits; a temporary one ends in a letter.",
                    "Write it like B801200005001. No I, O or S is used.");
        }
        var authority = Integer.parseInt(text.substring(1, 4));
        if (authority == NO_AUTHORITY) {
            return Parsed.invalid(
                    "No local authority has the code 000.", "Copy the UPN again from its source.");
        }
        if (checkLetter(text) != text.charAt(0)) {
            return Parsed.invalid(
                    "The check letter of this UPN is wrong.",
                    "Copy the UPN again from its source.");
        }
        return new Parsed.Valid<>(text, warnings(authority));
    }

    private static boolean hasStrangeLetter(String text) {
        return text.chars()
                .anyMatch(c -> Character.isLetter(c) && !CheckLetters.SCHOOL.has((char) c));
    }

    private static char checkLetter(String text) {
        var sum = 0;
        for (var i = 1; i < LENGTH; i++) {
            var c = text.charAt(i);
            sum += (i + 1) * (Character.isDigit(c) ? c - '0' : CheckLetters.SCHOOL.valueOf(c));
        }
        return CheckLetters.SCHOOL.of(sum);
    }

    private static List<String> warnings(int authority) {
        return SchoolAuthorityCodes.known(authority)
                ? List.of()
                : List.of("The local authority code of this UPN is not on the list known here.");
    }
}
