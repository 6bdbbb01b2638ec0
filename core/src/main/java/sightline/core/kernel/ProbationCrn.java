package sightline.core.kernel;

import java.util.regex.Pattern;

/**
 * A probation case reference number. Codes of older systems are identifiers of type other.
 *
 * @param value a capital and six digits: X123456
 */
public record ProbationCrn(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z][0-9]{6}");

    public ProbationCrn {
        Written.requireNormal(value, read(value), "This probation CRN");
    }

    /** Reads one as written, in either case, blanks allowed. */
    public static Parsed<ProbationCrn> parse(String raw) {
        return read(raw).map(ProbationCrn::new);
    }

    @Override
    public String toString() {
        return "ProbationCrn[redacted]";
    }

    private static Parsed<String> read(String raw) {
        var text = Written.compact(raw);
        return FORM.matcher(text).matches()
                ? Parsed.valid(text)
                : Parsed.invalid(
                        "A probation CRN is a letter and six digits.",
                        "Write it like X123456; send an older code as type other.");
    }
}
