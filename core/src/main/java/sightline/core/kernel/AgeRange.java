package sightline.core.kernel;

import java.time.LocalDate;
import java.time.Period;

/**
 * How old somebody may be, in completed years; both ends are the same when the day of birth is
 * known. Below zero means not yet born: an unborn child is under every age. Whoever is born on 29
 * February is a year older on 1 March of a common year.
 *
 * @param min the youngest that they may be
 * @param max the oldest that they may be
 */
public record AgeRange(int min, int max) {
    public AgeRange {
        if (min > max) {
            throw new IllegalArgumentException(
                    "An age of %d to %d is none.\nWrite the lower first.".formatted(min, max));
        }
    }

    static AgeRange of(LocalDate earliestBirth, LocalDate latestBirth, LocalDate day) {
        return new AgeRange(age(latestBirth, day), age(earliestBirth, day));
    }

    /** Whether they are under that age whatever their day of birth. */
    public boolean certainlyUnder(int age) {
        return max < age;
    }

    /** Whether they may be under that age. */
    public boolean possiblyUnder(int age) {
        return min < age;
    }

    private static int age(LocalDate birth, LocalDate day) {
        return day.isBefore(birth)
                ? -1 - Period.between(day, birth.minusDays(1)).getYears()
                : Period.between(birth, day).getYears();
    }
}
