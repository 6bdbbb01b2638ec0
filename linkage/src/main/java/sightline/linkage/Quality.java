package sightline.linkage;

import java.util.Locale;

/**
 * How right a result can be expected to be where nobody knows the truth.
 *
 * @param precision the share of the pairs put together that are one person
 * @param recall the share of the pairs of one person that were put together
 */
public record Quality(Share precision, Share recall) {

    /**
     * A share with the range in which it probably lies.
     *
     * @param value the best guess, 0 to 1
     * @param low the lower end
     * @param high the upper end
     */
    public record Share(double value, double low, double high) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
        }
    }

    /** In words. */
    public String text() {
        return "expected precision " + precision + ", recall " + recall;
    }
}
