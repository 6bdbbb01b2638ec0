package sightline.core.kernel;

/**
 * One person as identity sees them today: a name for a set of source records, never for a fact.
 *
 * @param value printable, at most 128 characters
 */
public record PersonId(String value) implements Comparable<PersonId> {
    public PersonId {
        Token.require(value, "person id");
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof PersonId that && value.equals(that.value));
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
