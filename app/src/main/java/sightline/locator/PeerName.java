package sightline.locator;

import java.util.regex.Pattern;

/** What an installation is called: lower case letters, digits and hyphens. */
public record PeerName(String value) implements Comparable<PeerName> {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public PeerName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The name of an installation has 1 to 40 lower case letters, digits and hyphens.\n"
                            + "Write it like: eastport");
        }
    }

    @Override
    public int compareTo(PeerName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
