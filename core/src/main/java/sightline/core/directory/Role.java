package sightline.core.directory;

import java.util.regex.Pattern;

/** What somebody does at an agency, whoever holds the post: {@code duty-manager}. */
public record Role(String slug) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Role {
        if (slug.length() > 64 || !FORM.matcher(slug).matches()) {
            throw new IllegalArgumentException("A role is written like duty-manager, not " + slug);
        }
    }
}
