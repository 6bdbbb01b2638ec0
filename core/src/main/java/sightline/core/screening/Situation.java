package sightline.core.screening;

import sightline.core.directory.Directory;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.London;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a rule is given: a neighbourhood, a moment, who works where, and the area's numbers.
 *
 * @param now the moment of the evaluation; nothing received after it is in the neighbourhood
 */
public record Situation(
        Neighbourhood around, Instant now, Directory directory, Parameters parameters) {

    /** Whom it is about. */
    public Individual subject() {
        return around.subject();
    }

    /** The local day. */
    public LocalDate today() {
        return London.day(now);
    }

    /** Who is told, worked out from the subject's responsible area and the directory. */
    public Recipients recipients() {
        return new Recipients(this);
    }
}
