package sightline.reviews;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A review's number, as addresses and letters have it: {@code REV-26-004}. It says nothing about
 * the child.
 */
public record ReviewId(String value) {
    private static final Pattern FORM = Pattern.compile("REV-[0-9]{2}-[0-9]{3,9}");

    public ReviewId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the number of a review.\nWrite REV-26-004.");
        }
    }

    /** The number that somebody typed, where it has the form of one. */
    public static Optional<ReviewId> typed(String text) {
        return Optional.of(text).filter(t -> FORM.matcher(t).matches()).map(ReviewId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
