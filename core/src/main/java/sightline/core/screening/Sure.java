package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.household.Individual;
import sightline.core.kernel.Certainty;

import java.util.Arrays;
import java.util.Comparator;

/** How sure it is that a fact is about people: as sure as the identity of their records in it. */
final class Sure {
    private Sure() {}

    /** That it is about this person. */
    static Certainty of(Fact fact, Individual person) {
        return fact.participants().stream()
                .filter(p -> person.has(p.record()))
                .map(p -> person.certaintyOf(p.record()))
                .min(Comparator.naturalOrder())
                .orElse(Certainty.NOT_KNOWN);
    }

    /** That it is about all of them: as sure as the weakest. */
    static Certainty that(Fact fact, Individual... people) {
        return Arrays.stream(people)
                .map(p -> of(fact, p))
                .reduce(Certainty.CONFIRMED, Certainty::and);
    }
}
