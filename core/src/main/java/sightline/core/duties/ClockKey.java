package sightline.core.duties;

import java.util.regex.Pattern;

/** A clock's name in its pack, like {@code s47.icpc}. */
public record ClockKey(String value) implements Comparable<ClockKey> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    public ClockKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A clock key looks like s47.icpc, not " + value);
        }
    }

    @Override
    public int compareTo(ClockKey other) {
        return value.compareTo(other.value);
    }
}
