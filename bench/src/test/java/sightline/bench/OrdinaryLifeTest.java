package sightline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Set;

/**
 * What the rules cost families in whose lives nothing happens but life: alerts per 1,000 children
 * and year over an invented population, every rule on. {@code -Dordinary.people=} takes another
 * number of people, {@code -Dseed=} other ones.
 */
final class OrdinaryLifeTest {
    private static final int PEOPLE =
            Integer.getInteger("ordinary.people", Sizes.of(1_000, 1_500, 20_000));
    private static final long SEED = Long.getLong("seed", 11);

    /** Rules that ordinary life does not touch: together fewer than this per 1,000 and year. */
    private static final Set<String> SELDOM = Set.of("AL-14", "AL-17", "AL-20", "AL-21", "AL-22");

    private static final int SELDOM_AT_MOST = 2;

    @Test
    void ordinaryLifeRaisesFewAlerts() {
        OrdinaryYear year = OrdinaryYear.of(PEOPLE, SEED);

        int children = year.children().size();
        String figures =
                "%d children, %d alerts, -Dseed=%d: %s"
                        .formatted(
                                children,
                                year.alerts().size(),
                                SEED,
                                year.alerts().stream()
                                        .map(OrdinaryYear.Raised::rule)
                                        .sorted()
                                        .toList());
        System.out.println(figures);
        assertThat(children).as(figures).isGreaterThan(PEOPLE / 10);
        assertThat(year.alerts()).as(figures).isNotEmpty();
        long seldom = year.alerts().stream().filter(a -> SELDOM.contains(a.rule())).count();
        assertThat((double) seldom).as(figures).isLessThanOrEqualTo(allowed(children));
    }

    /** The bound, and what chance adds to so few: three standard deviations of a count. */
    private static double allowed(long children) {
        double expected = SELDOM_AT_MOST * children / 1000.0;
        return expected + 3 * Math.sqrt(expected);
    }
}
