package sightline.core.household;

import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.Standing;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.London;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One fact as it stands today, seen from one person.
 *
 * @param certainty how sure it is that the record it hangs on is this person's
 */
public record Entry<B extends Body>(Fact fact, B body, Standing standing, Certainty certainty) {

    /** When it reached us. */
    public Instant received() {
        return fact.times().received();
    }

    /** The earliest day on which it was so, else the day on which it was recorded. */
    public LocalDate day() {
        return fact.times().happened().earliest().orElseGet(this::recordedDay);
    }

    /** The latest day on which it was so, else the day on which it was recorded. */
    public LocalDate latestDay() {
        return fact.times().happened().latest().orElseGet(this::recordedDay);
    }

    /** The day on which its source wrote it down. */
    public LocalDate recordedDay() {
        return London.day(fact.times().recorded());
    }

    /** The moment it happened, when the source knows it to the moment. */
    public Optional<Instant> moment() {
        return fact.times().happened().instant();
    }
}
