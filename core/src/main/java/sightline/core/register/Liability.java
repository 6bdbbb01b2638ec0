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
 * @param cut by what it ended before its own last day; nothing where by none of these
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
        Optional<Cut> cut) {

    /**
     * That it ended before its own last day.
     *
     * @param otherwise the last day that it would have had; nothing where none is known
     */
    record Cut(By by, Optional<LocalDate> otherwise) {
        /** By what. */
        enum By {
            /** The partnership set it aside. */
            SET_ASIDE,
            /** Another area runs it from then on. */
            HANDED_OVER,
            /** The person died. */
            DIED
        }
    }

    /** Whether another area runs it. */
    boolean handedOver() {
        return cut.filter(c -> c.by() == Cut.By.HANDED_OVER).isPresent();
    }

    /** The same, and it would run on a day. */
    boolean elsewhereOn(LocalDate day) {
        return handedOver() && cut.flatMap(Cut::otherwise).filter(day::isAfter).isEmpty();
    }

    /** The same, ending on a day. */
    Liability ending(LocalDate last, Cut.By by) {
        LocalDate from = days.from().orElse(relevant);
        Period left = Period.between(from, last.isBefore(from) ? from : last);
        return new Liability(
                trigger,
                says,
                because,
                relevant,
                left,
                length,
                halved,
                law,
                Optional.of(new Cut(by, days.until())));
    }
}
