package sightline.core.reviews;

import java.util.Collection;

/** Where a whole recommendation stands: the first of these that fits. */
public enum Group {
    FELL_BACK("slipped or re-opened"),
    VERIFIED("verified by somebody else in every organisation"),
    NO_EVIDENCE("no evidence"),
    PART_WAY("part of the way");

    private final String words;

    Group(String words) {
        this.words = words;
    }

    /** In plain words. */
    public String words() {
        return words;
    }

    /** The group of a recommendation whose organisations stand so. */
    static Group of(Collection<Action> actions) {
        if (actions.stream().anyMatch(a -> a.standing().fellBack())) {
            return FELL_BACK;
        }
        if (!actions.isEmpty() && actions.stream().allMatch(a -> a.standing().verified())) {
            return VERIFIED;
        }
        return actions.stream().allMatch(a -> a.evidence().isEmpty()) ? NO_EVIDENCE : PART_WAY;
    }
}
