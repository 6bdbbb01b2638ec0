package sightline.population;

/** The kinds of agency in the invented partnership. */
public enum AgencyKind {
    CHILDRENS_SOCIAL_CARE("csc", "C"),
    POLICE("police", "P"),
    GP_PRACTICE("gp", "G"),
    HOSPITAL("hospital", "H"),
    MATERNITY("maternity", "M"),
    HEALTH_VISITING("health-visiting", "V"),
    SCHOOL("school", "S"),
    NURSERY("nursery", "N"),
    PROBATION("probation", "X"),
    HOUSING("housing", "T"),
    AMBULANCE("ambulance", "A"),
    EDUCATION("education", "E");

    private final String slug;
    private final String prefix;

    AgencyKind(String slug, String prefix) {
        this.slug = slug;
        this.prefix = prefix;
    }

    /** The word used in agency ids and in {@code rates.csv}. */
    public String slug() {
        return slug;
    }

    /** The letter before this kind's local record numbers. */
    String prefix() {
        return prefix;
    }
}
