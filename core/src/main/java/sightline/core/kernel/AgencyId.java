package sightline.core.kernel;

/**
 * One agency as this installation knows it: a sender of messages, a recipient of alerts.
 *
 * @param value a slug: lower-case letters and digits joined by hyphens, at most 64 characters
 */
public record AgencyId(String value) implements Comparable<AgencyId> {
    public AgencyId {
        Slug.require(value, "agency id");
    }

    @Override
    public int compareTo(AgencyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
