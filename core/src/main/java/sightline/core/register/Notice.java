package sightline.core.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a registered person tells the police, or must. */
public enum Notice {
    INITIAL("the first notice"),
    NAME("a new name"),
    HOME("a new home address"),
    STAY("a stay elsewhere"),
    RELEASE("a release"),
    RETURN("a return from abroad"),
    CHILD("living or staying with a child"),
    TRAVEL("travel abroad"),
    PERIODIC("the periodic notice");

    private final String words;

    Notice(String words) {
        this.words = words;
    }

    /** The word used in packs. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a sentence names it: "a new home address". */
    public String words() {
        return words;
    }

    /** As a heading names it: "A new home address". */
    public String title() {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static Optional<Notice> of(String slug) {
        return Arrays.stream(values()).filter(n -> n.slug().equals(slug)).findFirst();
    }
}
