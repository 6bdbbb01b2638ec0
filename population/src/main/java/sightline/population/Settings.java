package sightline.population;

import java.time.LocalDate;

/**
 * What a population is made from; equal settings give equal people, records and events.
 *
 * @param seed any number; another seed gives other people
 * @param people how many people live in the partnership at the start, at least 50
 * @param from the first day of simulated life; registrations from before it come first in the
 *     stream
 * @param to the day after the last day of simulated life
 * @param errorFactor multiplies every recording error rate: 1 as in {@code rates.csv}, 0 none
 */
public record Settings(long seed, int people, LocalDate from, LocalDate to, double errorFactor) {

    /** The most people that one population may have at the start. */
    public static final int PEOPLE_MAX = 20_000_000;

    public Settings {
        if (people < 50 || people > PEOPLE_MAX) {
            throw new IllegalArgumentException(
                    "people is " + people + "\nGive a number from 50 to " + PEOPLE_MAX + ".");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "from " + from + " is not before to " + to + "\nGive at least one day.");
        }
        if (errorFactor < 0 || errorFactor > 5) {
            throw new IllegalArgumentException(
                    "errorFactor is " + errorFactor + "\nGive a number from 0 to 5.");
        }
    }

    /** Settings with the error rates of the table. */
    public static Settings of(long seed, int people, LocalDate from, LocalDate to) {
        return new Settings(seed, people, from, to, 1.0);
    }
}
