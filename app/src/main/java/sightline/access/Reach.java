package sightline.access;

/** How far a role sees one class of facts, once a relationship permits. */
public enum Reach {
    /** Its own agency's records. */
    OWN("own"),
    /** Its own agency's records; others' as well once a reason is recorded. */
    REASON("reason"),
    /** All records of the person. */
    ALL("all");

    private final String code;

    Reach(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
