package sightline.linkage;

import java.util.List;
import java.util.Locale;

/** What a column holds, as far as linkage cares: it decides how two values are compared. */
public enum FieldKind {
    GIVEN_NAME(Sharing.PERSON),
    MIDDLE_NAME(Sharing.PERSON),
    SURNAME(Sharing.FAMILY),
    FULL_NAME(Sharing.PERSON),
    BIRTH_DATE(Sharing.PERSON),
    YEAR(Sharing.PERSON),
    SEX(Sharing.PERSON),
    IDENTIFIER(Sharing.PERSON),
    EMAIL(Sharing.PERSON),
    PHONE(Sharing.HOME),
    /** The number of a dwelling in a national register of addresses. */
    UPRN(Sharing.HOME),
    HOUSE_NUMBER(Sharing.HOME),
    STREET(Sharing.HOME),
    /** An address in one line that ends with its postcode. */
    ADDRESS(Sharing.AREA),
    POSTCODE(Sharing.AREA),
    TOWN(Sharing.AREA),
    REGION(Sharing.AREA),
    BIRTH_PLACE(Sharing.ORIGIN),
    CATEGORY(Sharing.NONE),
    TEXT(Sharing.NONE),
    NUMBER(Sharing.NONE),
    /** The key of the row: never evidence, only written to the output. */
    RECORD_ID(Sharing.NONE),
    /** Not used: constant, empty, a copy of other columns, or the answer itself. */
    IGNORED(Sharing.NONE);

    /** Who else may have the same value for a reason other than chance. */
    enum Sharing {
        /** Nobody, or a twin. */
        PERSON,
        /** Who is of one family. */
        FAMILY,
        /** Who lives in one dwelling. */
        HOME,
        /** Who lives near. */
        AREA,
        /** Who comes from one place. */
        ORIGIN,
        /** Nothing is known of it. */
        NONE
    }

    private final Sharing sharing;

    FieldKind(Sharing sharing) {
        this.sharing = sharing;
    }

    /** The levels on which two values are compared, in their order; none where they are not. */
    public List<Level> levels() {
        return Levels.of(this);
    }

    /** Its name in settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Sharing sharing() {
        return sharing;
    }

    boolean isName() {
        return this == GIVEN_NAME || this == MIDDLE_NAME || this == SURNAME;
    }

    boolean isEvidence() {
        return this != RECORD_ID && this != IGNORED;
    }
}
