package sightline.core.kernel;

import java.util.List;

/**
 * A local authority's own id of a child: free text, unique in that authority only, so it never
 * travels, and is never compared, without the authority.
 *
 * @param authority the authority whose id it is
 * @param localId its id, as the authority writes it
 */
public record LocalAuthorityChildId(AgencyId authority, String localId) {
    private static final int USUAL_LENGTH = 10;

    public LocalAuthorityChildId {
        Written.requireNormal(localId, read(localId), "This local authority child id");
    }

    /** Reads {@link #text()}: the authority's agency id, a colon, and its id of the child. */
    public static Parsed<LocalAuthorityChildId> parse(String raw) {
        var colon = raw.indexOf(':');
        if (colon < 0) {
            return Parsed.invalid(
                    "A local authority's child id is unique in that authority only.",
                    "Write the authority's agency id, a colon and the id.");
        }
        try {
            return parse(new AgencyId(raw.substring(0, colon).strip()), raw.substring(colon + 1));
        } catch (IllegalArgumentException _) {
            return Parsed.invalid(
                    "What stands before the colon is no agency id.",
                    "Write the authority's agency id, a colon and the id.");
        }
    }

    /** Reads the id of a known authority; warns when it is longer than these ids usually are. */
    public static Parsed<LocalAuthorityChildId> parse(AgencyId authority, String raw) {
        return read(raw).map(id -> new LocalAuthorityChildId(authority, id));
    }

    /** The form {@code authority:id}. */
    public String text() {
        return authority.value() + ":" + localId;
    }

    @Override
    public String toString() {
        return "LocalAuthorityChildId[redacted]";
    }

    private static Parsed<String> read(String raw) {
        var text = raw.strip();
        if (text.isEmpty()
                || text.length() > Written.MAX_LENGTH
                || text.chars().anyMatch(Character::isISOControl)) {
            return Parsed.invalid(
                    "A local authority's child id has 1 to " + Written.MAX_LENGTH + " characters.",
                    "Copy it again from the authority's record.");
        }
        return text.length() > USUAL_LENGTH
                ? new Parsed.Valid<>(text, List.of("This id is longer than such ids usually are."))
                : Parsed.valid(text);
    }
}
