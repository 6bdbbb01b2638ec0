package sightline.core.screening;

import sightline.core.household.Individual;
import sightline.core.kernel.London;
import sightline.core.kernel.PartialDate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** The moments at which somebody reaches an age, on the safe side where the day is not known. */
final class Birthdays {
    private static final int ADULT = 18;

    private Birthdays() {}

    /** When somebody is certainly that old; empty while no date of birth is recorded. */
    static Optional<Instant> certainly(Individual person, int years) {
        return person.born().map(PartialDate::latest).map(b -> reaches(b, years));
    }

    /**
     * From when somebody counts as an adult: the distant past where no date of birth is recorded
     * and nobody recorded them as a child; never while only recorded as a child.
     */
    static Optional<Instant> adult(Individual person) {
        if (person.born().isPresent()) {
            return certainly(person, ADULT);
        }
        return person.childOn(LocalDate.MIN) ? Optional.empty() : Optional.of(Instant.MIN);
    }

    /** From when somebody is no child of whom a rule may speak; empty where that is not known. */
    static Optional<Instant> endOfChildhood(Individual person) {
        return certainly(person, ADULT);
    }

    private static Instant reaches(LocalDate birth, int years) {
        LocalDate day = birth.plusYears(years);
        boolean early = Period.between(birth, day).getYears() < years;
        return London.startOf(early ? day.plusDays(1) : day);
    }
}
