package sightline.core.kernel;

/**
 * One post: a seat that somebody holds, so that a duty outlives whoever sits in it.
 *
 * @param value a slug: lower-case letters and digits joined by hyphens, at most 64 characters
 */
public record PostId(String value) implements Comparable<PostId> {
    public PostId {
        Slug.require(value, "post id");
    }

    @Override
    public int compareTo(PostId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
