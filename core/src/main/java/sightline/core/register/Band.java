package sightline.core.register;

import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.kernel.Provision;

import java.util.Optional;
import java.util.Set;

/**
 * For how long, by sentence. The bands of a pack are read from the top; the first that fits holds.
 *
 * @param of the triggers that it is about; none means any
 * @param sentences the sentences that it is about; none means any
 * @param months how long custody is
 * @param agedAtLeast the person's age on the day of the conviction, in years
 * @param number how many liabilities of these triggers the person must have had by then, this one
 *     counted
 * @param afterNoticeUnder triggers under which the person had been and had given notice before
 */
record Band(
        Set<String> of,
        Set<SentenceKind> sentences,
        Months months,
        Optional<Integer> agedAtLeast,
        int number,
        Set<String> afterNoticeUnder,
        Length length,
        Provision law) {

    /**
     * A span of months of custody.
     *
     * @param atLeast so many or more
     * @param over more than so many
     */
    record Months(Optional<Integer> atLeast, Optional<Integer> over) {
        boolean any() {
            return atLeast.isEmpty() && over.isEmpty();
        }

        boolean contains(int months) {
            return atLeast.map(least -> months >= least).orElse(true)
                    && over.map(most -> months > most).orElse(true);
        }
    }

    Band {
        of = Set.copyOf(of);
        sentences = Set.copyOf(sentences);
        afterNoticeUnder = Set.copyOf(afterNoticeUnder);
    }
}
