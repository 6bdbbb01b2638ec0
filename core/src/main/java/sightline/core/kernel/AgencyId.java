package sightline.core.kernel;

import java.util.Optional;

/**
 * One agency as this installation knows it: a sender of messages, a recipient of alerts.
 *
 * @param value a slug: lower-case letters and digits joined by hyphens, at most 64 characters
 */
public record AgencyId(String value) implements Comparable<AgencyId> {
    public AgencyId {
        Slug.require(value, "agency id");
    }

    /** The id that somebody typed, where it has the form of one. */
    public static Optional<AgencyId> typed(String text) {
        return Optional.of(text).filter(Slug::fits).map(AgencyId::new);
    }

    /** As words, for one that no directory names: health-department is "Health department". */
    public String inWords() {
        return Words.capital(value.replace('-', ' '));
    }

    @Override
    public int compareTo(AgencyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof AgencyId that && value.equals(that.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
