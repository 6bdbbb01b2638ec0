package sightline.core.kernel;

/**
 * One place as identity sees it today: a name for a set of source addresses.
 *
 * @param value printable, at most 128 characters
 */
public record PlaceId(String value) implements Comparable<PlaceId> {
    public PlaceId {
        Token.require(value, "place id");
    }

    @Override
    public int compareTo(PlaceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof PlaceId that && value.equals(that.value));
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
