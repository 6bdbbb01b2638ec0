package sightline.core.kernel;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A National Insurance number: two letters, six digits, and a suffix that is often not known. The
 * first eight characters alone are unique; compare {@link #body()}. It has no check digit (form as
 * in the Department for Work and Pensions' rule CV0013).
 *
 * @param value eight characters, or nine with the suffix
 */
public record Nino(String value) {
    private static final Pattern FORM =
            Pattern.compile("[A-Z&&[^DFIQUV]][A-Z&&[^DFIOQUV]][0-9]{6}[A-D]?");
    private static final Set<String> NEVER_ISSUED =
            Set.of("BG", "GB", "NK", "KN", "TN", "NT", "ZZ");
    private static final int BODY = 8;

    public Nino {
        Written.requireNormal(value, read(value), "This National Insurance number");
    }

    /** Reads a number as written, blanks allowed; warns when the suffix is missing. */
    public static Parsed<Nino> parse(String raw) {
        return read(raw).map(Nino::new);
    }

    /** The eight characters that identify, without the suffix. */
    public String body() {
        return value.substring(0, BODY);
    }

    @Override
    public String toString() {
        return "Nino[redacted]";
    }

    private static Parsed<String> read(String raw) {
        var text = Written.compact(raw);
        if (!FORM.matcher(text).matches()) {
            return Parsed.invalid(
                    "A National Insurance number is two letters, six digits and a letter A to D.",
                    "Copy it again. D, F, I, Q, U and V begin none, and QQ is used in samples"
                            + " only.");
        }
        if (NEVER_ISSUED.contains(text.substring(0, 2))) {
            return Parsed.invalid(
                    "No National Insurance number begins with these two letters.",
                    "Copy it again from its source.");
        }
        return text.length() == BODY
                ? new Parsed.Valid<>(text, List.of("The suffix letter is missing."))
                : Parsed.valid(text);
    }
}
