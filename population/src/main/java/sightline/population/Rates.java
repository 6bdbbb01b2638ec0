package sightline.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one table of rates, {@code rates.csv}: key, value, unit, source, mark.
 *
 * <p>A key may end in an age band, {@code [5-17]}, {@code [18-]}, and a sex, {@code [f:16-19]}.
 * Marks: {@code C} read in a public repository or paper, {@code GK} general knowledge, unconfirmed.
 */
public final class Rates {

    /** The oldest age that a rate is kept for; older people have the rate of this age. */
    public static final int AGE_MAX = 110;

    private final Map<String, Rate> byKey;

    private Rates(Map<String, Rate> byKey) {
        this.byKey = byKey;
    }

    /** One line of the table. */
    public record Rate(String key, double value, String unit, String source, String mark) {}

    /** The table packed with this module. */
    public static Rates standard() {
        Map<String, Rate> rates = new LinkedHashMap<>();
        for (List<String> row : Resources.rows("rates.csv")) {
            double value = Double.parseDouble(row.get(1));
            rates.put(row.get(0), new Rate(row.get(0), value, row.get(2), row.get(3), row.get(4)));
        }
        return new Rates(Collections.unmodifiableMap(rates));
    }

    /** Every line, in the order of the file. */
    public List<Rate> all() {
        return new ArrayList<>(byKey.values());
    }

    /** The value of a key that has no band. */
    public double value(String key) {
        Rate rate = byKey.get(key);
        if (rate == null) {
            throw new IllegalArgumentException("no rate " + key + "\nAdd a line to rates.csv.");
        }
        return rate.value();
    }

    /**
     * The values of a key's bands for each age from 0 to {@link #AGE_MAX}; 0 where no band covers.
     */
    public double[] byAge(String key, Sex sex) {
        double[] values = new double[AGE_MAX + 1];
        for (Rate rate : byKey.values()) {
            int bracket = rate.key().indexOf('[');
            if (bracket > 0 && rate.key().substring(0, bracket).equals(key)) {
                fill(values, rate.key().substring(bracket + 1, rate.key().length() - 1), sex, rate);
            }
        }
        return values;
    }

    private static void fill(double[] values, String band, Sex sex, Rate rate) {
        int colon = band.indexOf(':');
        if (colon > 0 && band.charAt(0) != sex.slug().charAt(0)) {
            return;
        }
        int dash = band.indexOf('-');
        int low = Integer.parseInt(band.substring(colon + 1, dash));
        String end = band.substring(dash + 1);
        int high = end.isEmpty() ? AGE_MAX : Integer.parseInt(end);
        Arrays.fill(values, low, high + 1, rate.value());
    }
}
