package sightline.core.kernel;

/**
 * One safeguarding area: the ground for which one partnership answers.
 *
 * @param value a slug: lower-case letters and digits joined by hyphens, at most 64 characters
 */
public record AreaId(String value) implements Comparable<AreaId> {
    public AreaId {
        Slug.require(value, "area id");
    }

    @Override
    public int compareTo(AreaId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
