package sightline.access;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * One user's account.
 *
 * @param value lower-case letters and digits joined by hyphens, at most 64 characters; never a name
 */
public record UserId(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public UserId {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "This user id is no slug.\nUse lower-case letters and digits joined by hyphens.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
