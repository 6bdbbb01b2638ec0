package sightline.core.register;

import sightline.core.kernel.Period;
import sightline.core.kernel.Provision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One reason for which somebody is under a pack, and for how long.
 *
 * @param trigger which reason of the pack
 * @param says the reason, in a sentence
 * @param because why it applies to this person
 * @param relevant the day of the conviction, order or marker
 * @param days from when until when; without an end where it has none, or none is known yet
 * @param length for how long, as the pack says it; nothing where the sentence is not known
 * @param halved whether the person was young enough on the relevant date for half the period
 * @param law of the length
 * @param setAside whether it ended by being set aside
 */
public record Liability(
        String trigger,
        String says,
        String because,
        LocalDate relevant,
        Period days,
        Optional<Length> length,
        boolean halved,
        Provision law,
        boolean setAside) {

    /** The same, ending on a day. */
    Liability ending(LocalDate last, boolean aside) {
        LocalDate from = days.from().orElse(relevant);
        Period cut = Period.between(from, last.isBefore(from) ? from : last);
        return new Liability(trigger, says, because, relevant, cut, length, halved, law, aside);
    }
}
