package sightline.web.view.part;

/**
 * A number with its label. Counts of what was recorded, never a grade.
 *
 * @param href the list that is counted; empty when it is on the page already
 */
public record Count(String number, String label, boolean hot, String href) {
    /** A count that leads nowhere. */
    public static Count of(int number, String label) {
        return new Count(String.valueOf(number), label, false, "");
    }
}
