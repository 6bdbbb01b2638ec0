package sightline.population;

/** When a child rolls, crawls and walks: a property of the child, worked out from its number. */
final class Stages {

    private static final double MONTH_DAYS = 30.44;

    private Stages() {}

    static int rollingDay(Someone child) {
        return child.born + months(child, 1, 5.0, 0.8);
    }

    static int crawlingDay(Someone child) {
        return child.born + months(child, 2, 8.2, 1.1);
    }

    static int walkingDay(Someone child) {
        return child.born + months(child, 3, 12.6, 1.5);
    }

    static boolean walks(Someone child, int day) {
        return day >= walkingDay(child);
    }

    private static int months(Someone child, int stage, double mean, double deviation) {
        return (int) (Draw.of(child.id, 77, stage).normal(mean, deviation) * MONTH_DAYS);
    }
}
