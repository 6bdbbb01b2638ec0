package sightline.core.kernel;

/**
 * One team of an agency.
 *
 * @param value a slug: lower-case letters and digits joined by hyphens, at most 64 characters
 */
public record TeamId(String value) implements Comparable<TeamId> {
    public TeamId {
        Slug.require(value, "team id");
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
