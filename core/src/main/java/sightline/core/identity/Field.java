package sightline.core.identity;

/** What two records can agree or differ in. */
public enum Field {
    /** NHS number. */
    NHS_NUMBER(true),
    /** Any other identifier that a national body issued to one person. */
    OTHER_IDENTIFIER(true),
    /** Forenames. */
    GIVEN_NAME(true),
    /** Family names. */
    FAMILY_NAME(true),
    /** Date of birth, or expected date of birth. */
    DATE_OF_BIRTH(true),
    /** Sex as recorded. */
    SEX(true),
    /** Date of death. */
    DATE_OF_DEATH(true),
    /** Who the mother is. */
    MOTHER(false),
    /** Address. */
    ADDRESS(false),
    /** Telephone. */
    PHONE(false),
    /** E-mail. */
    EMAIL(false);

    private final boolean personal;

    Field(boolean personal) {
        this.personal = personal;
    }

    /**
     * Whether it tells brothers and sisters apart. A shared mother, address or telephone says that
     * two records are of one family, not which of its children they are about.
     */
    boolean personal() {
        return personal;
    }
}
