package sightline.linkage;

/**
 * A share with the interval in which it lies with a confidence of 95 %: Wilson's, which holds for
 * shares of nought and one and for few cases.
 *
 * @param part how many of them
 * @param of out of how many
 * @param low the lower end of the interval
 * @param high the upper end
 */
public record Rate(long part, long of, double low, double high) {
    private static final double Z = 1.959964;

    /** The rate of independent cases. */
    public static Rate of(long part, long of) {
        return of(part, of, (double) of);
    }

    /**
     * The rate of cases of which only so many are independent, as where one person has many pairs:
     * the interval is as wide as of that many.
     */
    public static Rate of(long part, long of, double independent) {
        if (of == 0 || !(independent > 0)) {
            return new Rate(part, of, 0, 1);
        }
        double p = (double) part / of;
        double square = Z * Z / independent;
        double middle = (p + square / 2) / (1 + square);
        double half =
                Z
                        * Math.sqrt(p * (1 - p) / independent + square / (4 * independent))
                        / (1 + square);
        return new Rate(part, of, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /** The share itself; one where there are no cases. */
    public double share() {
        return of == 0 ? 1 : (double) part / of;
    }
}
