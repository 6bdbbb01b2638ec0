package sightline.core.screening;

/**
 * A number of a rule that an area may set.
 *
 * @param name as the rule asks for it: {@code months}
 * @param words what it counts, as a page says it
 * @param usual the rule's own value, where the area set none
 * @param least the smallest that makes sense
 * @param most the largest that makes sense
 */
public record RuleNumber(String name, String words, int usual, int least, int most) {
    public RuleNumber {
        if (least > usual || usual > most) {
            throw new IllegalArgumentException(
                    "%s: %d is not between %d and %d".formatted(name, usual, least, most));
        }
    }

    /** Whether an area may set it to this. */
    public boolean allows(int value) {
        return value >= least && value <= most;
    }
}
