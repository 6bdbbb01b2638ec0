package sightline.core.identity;

import sightline.core.kernel.Certainty;

import java.util.List;

/**
 * Why two records are, may be or are not one person. Holds no value of either record.
 *
 * @param certainty how sure the records alone make it
 * @param reason what settled it
 * @param lines one a field that says something, in the order of {@link Field}
 * @param model version of the weights
 */
public record Explanation(Certainty certainty, Reason reason, List<Line> lines, String model) {

    /**
     * One field's share.
     *
     * @param weightTenths evidence in tenths of a bit; negative speaks against
     */
    public record Line(Field field, Agreement agreement, int weightTenths) {}

    /** What settled a comparison. */
    public enum Reason {
        /**
         * An identifier issued to one person agrees, and names or birth do not speak against it.
         */
        IDENTIFIER_AGREES,
        /** An identifier agrees, yet name and date of birth both differ. */
        IDENTIFIER_AGREES_BUT_NOTHING_ELSE,
        /** Two different valid NHS numbers. */
        TWO_NHS_NUMBERS,
        /** One family name and birthday, two forenames: twins, or one child under two names. */
        TWINS_OR_TWO_NAMES,
        /** Forenames differ. */
        FORENAMES_DIFFER,
        /** One name, a generation apart. */
        GENERATIONS_APART,
        /** Dates of birth differ by more than a slip. */
        BIRTHS_DIFFER,
        /** A pregnancy and the child born of it. */
        BORN_OF_THIS_PREGNANCY,
        /** The weight of all fields together. */
        WEIGHT
    }

    public Explanation {
        lines = List.copyOf(lines);
    }

    /** The evidence of all fields together, in tenths of a bit. */
    public int weightTenths() {
        return lines.stream().mapToInt(Line::weightTenths).sum();
    }

    /** The evidence of one field, in tenths of a bit. */
    int weightTenths(Field field) {
        return lines.stream()
                .filter(line -> line.field() == field)
                .mapToInt(Line::weightTenths)
                .sum();
    }

    /** The evidence that would tell brothers and sisters apart, in tenths of a bit. */
    int personalTenths() {
        return lines.stream()
                .filter(line -> line.field().personal())
                .mapToInt(Line::weightTenths)
                .sum();
    }

    /** How the records compare in a field. */
    public Agreement in(Field field) {
        return lines.stream()
                .filter(line -> line.field() == field)
                .map(Line::agreement)
                .findFirst()
                .orElse(Agreement.NOT_KNOWN);
    }
}
