package sightline.core.directory;

import java.util.regex.Pattern;

/**
 * Somebody who works at an agency, as the directory and their sign-in know them; two people of one
 * name have two.
 *
 * @param value lower-case letters and digits joined by hyphens or full stops, at most 64
 */
public record StaffId(String value) implements Comparable<StaffId> {
    private static final int MAX_LENGTH = 64;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");

    public StaffId {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "This staff id is malformed.\nUse lower-case letters and digits joined by"
                            + " hyphens or full stops, at most "
                            + MAX_LENGTH
                            + ".");
        }
    }

    @Override
    public int compareTo(StaffId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
