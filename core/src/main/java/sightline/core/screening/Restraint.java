package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PlaceId;

import java.time.Instant;
import java.util.Optional;

/**
 * A bail condition, an order or an open investigation that says that a child does not live with
 * somebody.
 *
 * @param matter the fact that stands for it: the arrest, else the bail or the order
 * @param fact what says so
 * @param from when it was known to be in force
 * @param until the first moment at which it is no more, where known
 * @param place the one place that it is about, where it is about one
 * @param sentence the step of the path
 */
record Restraint(
        Fact matter,
        Fact fact,
        Certainty certainty,
        Instant from,
        Optional<Instant> until,
        Optional<PlaceId> place,
        String sentence) {

    boolean inForce(Instant moment) {
        return !moment.isBefore(from) && until.filter(u -> !moment.isBefore(u)).isEmpty();
    }
}
