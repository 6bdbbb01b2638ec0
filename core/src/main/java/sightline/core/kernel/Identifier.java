package sightline.core.kernel;

import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Some identifier in its normal form, so that two spellings of one number are equal.
 *
 * @param value the normal form of its type; a local authority child id carries its authority
 */
public record Identifier(IdentifierType type, String value) implements Comparable<Identifier> {
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,15}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public Identifier {
        Written.requireNormal(value, read(type, value), "This " + type.slug() + " identifier");
    }

    /** Reads one of a type by the rules of that type. */
    public static Parsed<Identifier> parse(IdentifierType type, String raw) {
        return read(type, raw).map(value -> new Identifier(type, value));
    }

    /**
     * Reads one as a sender wrote it: a child id without an authority is the sender's own, and the
     * century of a short PNC id is that of the year of writing.
     */
    public static Parsed<Identifier> parse(
            IdentifierType type, String raw, AgencyId sender, Year written) {
        var normal = read(type, raw);
        if (type == IdentifierType.LA_CHILD_ID && raw.indexOf(':') < 0) {
            normal = LocalAuthorityChildId.parse(sender, raw).map(LocalAuthorityChildId::text);
        } else if (type == IdentifierType.PNC) {
            normal = PncId.parse(raw, written).map(PncId::value);
        }
        return normal.map(value -> new Identifier(type, value));
    }

    /** What two sources' values have in common when they are of one person: a NINO's body. */
    public String matchKey() {
        return type == IdentifierType.NINO ? new Nino(value).body() : value;
    }

    @Override
    public int compareTo(Identifier other) {
        var byType = type.compareTo(other.type);
        return byType != 0 ? byType : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return "Identifier[" + type.slug() + ", redacted]";
    }

    private static Parsed<String> read(IdentifierType type, String raw) {
        return switch (type) {
            case NHS -> NhsNumber.parse(raw).map(NhsNumber::value);
            case PNC -> PncId.parse(raw).map(PncId::value);
            case CRO -> CroNumber.parse(raw).map(CroNumber::value);
            case UPN -> Upn.parse(raw).map(Upn::value);
            case NINO -> Nino.parse(raw).map(Nino::value);
            case UPRN -> Uprn.parse(raw).map(Uprn::value);
            case CRN -> ProbationCrn.parse(raw).map(ProbationCrn::value);
            case PRISON -> PrisonNumber.parse(raw).map(PrisonNumber::value);
            case LA_CHILD_ID -> LocalAuthorityChildId.parse(raw).map(LocalAuthorityChildId::text);
            case PASSPORT -> passport(raw);
            case OTHER -> other(raw);
        };
    }

    private static Parsed<String> passport(String raw) {
        var text = Written.compact(raw);
        return PASSPORT.matcher(text).matches()
                ? new Parsed.Valid<>(
                        text, List.of("A passport number is unique in its country only."))
                : Parsed.invalid(
                        "A passport number is 5 to 15 letters and digits.",
                        "Copy it again from the document.");
    }

    private static Parsed<String> other(String raw) {
        var text = BLANKS.matcher(raw.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
        return text.isEmpty() || text.length() > Written.MAX_LENGTH
                ? Parsed.invalid(
                        "An identifier has 1 to " + Written.MAX_LENGTH + " characters.",
                        "Leave it out if it is not known.")
                : Parsed.valid(text);
    }
}
