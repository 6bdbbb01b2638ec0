package sightline.core.kernel;

import java.util.regex.Pattern;

/**
 * An Organisation Data Service code: a health body, practice or site. Codes close and are
 * succeeded, so the directory dates them.
 *
 * @param value three to ten capitals and digits: trust RXF, site RXF05, practice L81008
 */
public record OdsCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{3,10}");

    public OdsCode {
        Written.requireNormal(value, read(value), "This ODS code");
    }

    /** Reads one as written, in either case, blanks allowed. */
    public static Parsed<OdsCode> parse(String raw) {
        return read(raw).map(OdsCode::new);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Parsed<String> read(String raw) {
        var text = Written.compact(raw);
        return FORM.matcher(text).matches()
                ? Parsed.valid(text)
                : Parsed.invalid(
                        "An ODS code is three to ten letters and digits.",
                        "Look it up in the NHS directory.");
    }
}
