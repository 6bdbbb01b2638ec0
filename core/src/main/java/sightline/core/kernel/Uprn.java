package sightline.core.kernel;

import java.util.regex.Pattern;

/**
 * A unique property reference number: one address of Great Britain. It has no published check.
 *
 * @param value up to twelve digits without leading zeros
 */
public record Uprn(String value) {
    private static final Pattern FORM = Pattern.compile("0*([1-9][0-9]{0,11})");

    public Uprn {
        Written.requireNormal(value, read(value), "This UPRN");
    }

    /** Reads a number; leading zeros are dropped. */
    public static Parsed<Uprn> parse(String raw) {
        return read(raw).map(Uprn::new);
    }

    @Override
    public String toString() {
        return "Uprn[redacted]";
    }

    private static Parsed<String> read(String raw) {
        var form = FORM.matcher(Written.compact(raw));
        return form.matches()
                ? Parsed.valid(form.group(1))
                : Parsed.invalid(
                        "A UPRN is a number of at most twelve digits.",
                        "Copy it again, or send the address without it.");
    }
}
