package sightline.core.household;

import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;

/**
 * Somebody's days at a place, as one source recorded them and as later entries ended them.
 *
 * @param days both ends included; open while nothing ended it
 * @param basis the first fact that put them there
 */
public record Stay(PersonId person, PlaceId place, PersonBody.Stay kind, Period days, Fact basis) {

    /** Whether they are there on that day and on the days after it, as far as anybody recorded. */
    public boolean openOn(java.time.LocalDate day) {
        return days.contains(day);
    }
}
