package sightline.core.classification;

import sightline.core.facts.Fact;
import sightline.core.kernel.Certainty;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Why two people are personally connected, and the facts that say so.
 *
 * @param words as a path says it of the two: "recorded as partners"
 * @param certainty a shared address alone is only possible: they may share a home and no more
 */
public record PersonalTie(String words, List<Fact> basis, Certainty certainty) {
    static final Comparator<PersonalTie> IN_ORDER =
            Comparator.comparing(PersonalTie::since).thenComparing(PersonalTie::words);

    public PersonalTie {
        basis = List.copyOf(basis);
    }

    /** When the last of the facts that it needs was received. */
    public Instant since() {
        return basis.stream()
                .map(f -> f.times().received())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
