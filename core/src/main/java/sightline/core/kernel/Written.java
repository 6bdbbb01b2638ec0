package sightline.core.kernel;

import java.util.Locale;

/** How identifiers are written by hand: with blanks and hyphens, in either case. */
final class Written {
    /** Longer than any identifier; what exceeds it is not looked at. */
    static final int MAX_LENGTH = 64;

    private Written() {}

    /** Capitals without blanks and hyphens; cut at a length that no identifier has. */
    static String compact(String raw) {
        var kept = new StringBuilder(Math.min(raw.length(), MAX_LENGTH));
        for (var i = 0; i < raw.length() && kept.length() <= MAX_LENGTH; i++) {
            var c = raw.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '-') {
                kept.append(c);
            }
        }
        return kept.toString().toUpperCase(Locale.ROOT);
    }

    /** The value, if reading it gives itself; for constructors, which take normal forms only. */
    static String requireNormal(String value, Parsed<String> reading, String what) {
        if (!reading.orThrow().equals(value)) {
            throw new IllegalArgumentException(
                    what + " is not in its normal form.\nRead it with parse().");
        }
        return value;
    }

    static String padded(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
