package sightline.core.register;

import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.kernel.Period;
import sightline.core.kernel.Provision;

import java.util.Optional;
import java.util.Set;

/**
 * What puts somebody under a pack.
 *
 * @param name its name within the pack; bands refer to it
 * @param basis a conviction, an order or a marker
 * @param says in a sentence, for the page
 * @param offences the groups of offence; for any other basis none
 * @param violenceAgainstChild instead of groups: whatever {@code classification} finds to be
 *     violence against a child, the charge kept under OC-3 included
 * @param orders the orders that are meant, where the basis is one
 * @param victimUnder the victim's age on the day must be below this, in years
 * @param offenderAtLeast the person's age on that day must be this or more, in years
 * @param dealtWithAtLeast the same, on the day on which the person is dealt with for it
 * @param cautions whether a caution does
 * @param sentences the sentences that do; none means any
 * @param monthsAtLeast how long custody must be
 * @param convictedIn the days on which a conviction counts
 */
record Trigger(
        String name,
        Basis basis,
        String says,
        Set<OffenceGroup> offences,
        boolean violenceAgainstChild,
        Set<SupervisionType> orders,
        Optional<Integer> victimUnder,
        Optional<Integer> offenderAtLeast,
        Optional<Integer> dealtWithAtLeast,
        boolean cautions,
        Set<SentenceKind> sentences,
        Optional<Integer> monthsAtLeast,
        Period convictedIn,
        Provision law) {

    /** On what kind of fact it rests. */
    enum Basis {
        CONVICTION,
        ORDER,
        MARKER
    }

    Trigger {
        offences = Set.copyOf(offences);
        orders = Set.copyOf(orders);
        sentences = Set.copyOf(sentences);
        if (basis == Basis.CONVICTION && offences.isEmpty() && !violenceAgainstChild) {
            throw new IllegalArgumentException(
                    "trigger '%s' names no offences\nwrite 'offences', or 'violence-against-child: true'"
                            .formatted(name));
        }
        if (basis == Basis.ORDER && orders.isEmpty()) {
            throw new IllegalArgumentException(
                    "trigger '%s' names no orders\nwrite 'orders'".formatted(name));
        }
    }
}
