package sightline.core.screening;

import java.util.regex.Pattern;

/**
 * A rule's name in the catalogue, like {@code AL-02}, or a rule of how records are kept, like
 * {@code OC-2}; it never changes its meaning.
 */
public record RuleId(String value) implements Comparable<RuleId> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}-\\d{1,2}");

    public RuleId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A rule id looks like AL-02, not " + value);
        }
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
