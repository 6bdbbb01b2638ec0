package sightline.population;

import java.util.ArrayList;
import java.util.List;

/** How often each thing happens, by sex and age: one look-up a person and week. */
final class Hazards {

    private static final double DAYS_A_YEAR = 365.25;

    private final List<Happening> happenings = new ArrayList<>();
    private final double[][][] cumulative = new double[2][Rates.AGE_MAX + 1][];

    Hazards(Rates rates) {
        for (Happening happening : Happening.values()) {
            happening.rate().ifPresent(r -> happenings.add(happening));
        }
        fill(rates, Sex.FEMALE, 0);
        fill(rates, Sex.MALE, 1);
    }

    private void fill(Rates rates, Sex sex, int row) {
        List<double[]> byAge =
                happenings.stream().map(h -> rates.byAge(h.rate().orElseThrow(), sex)).toList();
        for (int age = 0; age <= Rates.AGE_MAX; age++) {
            double[] sums = new double[byAge.size()];
            double sum = 0;
            for (int i = 0; i < sums.length; i++) {
                sum += byAge.get(i)[age] * factor(happenings.get(i));
                sums[i] = sum;
            }
            cumulative[row][age] = sums;
        }
    }

    /** Rates that the handler thins again are drawn at their highest. */
    private static double factor(Happening happening) {
        return happening == Happening.MOVE ? HomeLife.MOVE_FACTOR_MAX : 1;
    }

    /** How many things to expect in so many days. */
    double expected(Someone person, int age, int days) {
        double[] sums = cumulative[person.female() ? 0 : 1][Math.min(age, Rates.AGE_MAX)];
        return sums[sums.length - 1] * days / DAYS_A_YEAR;
    }

    Happening pick(Draw draw, Someone person, int age) {
        double[] sums = cumulative[person.female() ? 0 : 1][Math.min(age, Rates.AGE_MAX)];
        double at = draw.unit() * sums[sums.length - 1];
        for (int i = 0; i < sums.length; i++) {
            if (at < sums[i]) {
                return happenings.get(i);
            }
        }
        return happenings.get(sums.length - 1);
    }
}
