package sightline.core.kernel;

import java.util.Arrays;
import java.util.Optional;

/** The four nations, whose holidays, guidance and limits differ. */
public enum Nation {
    ENGLAND("england", "England"),
    WALES("wales", "Wales"),
    SCOTLAND("scotland", "Scotland"),
    NORTHERN_IRELAND("northern-ireland", "Northern Ireland");

    private final String slug;
    private final String title;

    Nation(String slug, String title) {
        this.slug = slug;
        this.title = title;
    }

    /** The word used in packs and messages. */
    public String slug() {
        return slug;
    }

    /** The name shown to people. */
    public String title() {
        return title;
    }

    /** The nation of that slug. */
    public static Optional<Nation> of(String slug) {
        return Arrays.stream(values()).filter(nation -> nation.slug.equals(slug)).findFirst();
    }
}
