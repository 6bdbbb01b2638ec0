package sightline.core.kernel;

import java.util.regex.Pattern;

/**
 * A prison number (NOMIS id) of England and Wales. It has no check.
 *
 * @param value a capital, four digits, two capitals: A1234BC
 */
public record PrisonNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z][0-9]{4}[A-Z]{2}");

    public PrisonNumber {
        Written.requireNormal(value, read(value), "This prison number");
    }

    /** Reads one as written, in either case, blanks allowed. */
    public static Parsed<PrisonNumber> parse(String raw) {
        return read(raw).map(PrisonNumber::new);
    }

    @Override
    public String toString() {
        return "PrisonNumber[redacted]";
    }

    private static Parsed<String> read(String raw) {
        var text = Written.compact(raw);
        return FORM.matcher(text).matches()
                ? Parsed.valid(text)
                : Parsed.invalid(
                        "A prison number is a letter, four digits and two letters.",
                        "Write it like A1234BC.");
    }
}
