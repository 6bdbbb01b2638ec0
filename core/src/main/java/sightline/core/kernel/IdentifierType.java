package sightline.core.kernel;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of number by which agencies know somebody, or a place. */
public enum IdentifierType {
    NHS("nhs", "NHS number"),
    PNC("pnc", "PNC id"),
    CRO("cro", "CRO number"),
    UPN("upn", "Unique pupil number"),
    NINO("nino", "National Insurance number"),
    UPRN("uprn", "Unique property reference number"),
    CRN("crn", "Probation case reference number"),
    PRISON("prison", "Prison number"),
    LA_CHILD_ID("la-child-id", "Local authority child id"),
    PASSPORT("passport", "Passport number"),
    OTHER("other", "Other number");

    private final String slug;
    private final String title;

    IdentifierType(String slug, String title) {
        this.slug = slug;
        this.title = title;
    }

    /** The word used in messages. */
    public String slug() {
        return slug;
    }

    /** The name shown to people. */
    public String title() {
        return title;
    }

    /** Whether one value names one person everywhere; false for what is only locally so. */
    public boolean unique() {
        return this != OTHER && this != PASSPORT && this != UPRN;
    }

    /** The type of that slug. */
    public static Optional<IdentifierType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
    }
}
