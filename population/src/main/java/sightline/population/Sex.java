package sightline.population;

/** Sex as registered at birth. */
public enum Sex {
    FEMALE("female"),
    MALE("male");

    private final String slug;

    Sex(String slug) {
        this.slug = slug;
    }

    /** The word used in records: {@code female} or {@code male}. */
    public String slug() {
        return slug;
    }
}
