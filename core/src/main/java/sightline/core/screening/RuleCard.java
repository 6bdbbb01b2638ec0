package sightline.core.screening;

import sightline.core.facts.Body;
import sightline.core.kernel.Provision;

import java.util.List;
import java.util.Set;

/**
 * What the catalogue page says of a rule, in plain words.
 *
 * @param title what it means, as a heading
 * @param why the law or the inquiry finding it comes from
 * @param reads the kinds that it reads
 * @param tells who is told first, in words
 * @param moves what private information it moves, from whom to whom
 * @param threshold from what threshold
 * @param lessWouldNotDo why less would not do
 * @param nearMisses what looks like it and does not fire
 * @param mark how sure its source is: P, S, C, GK or INF; GK and INF ship as unconfirmed
 */
public record RuleCard(
        String title,
        String why,
        Set<Class<? extends Body>> reads,
        String tells,
        String moves,
        String threshold,
        String lessWouldNotDo,
        List<String> nearMisses,
        String mark) {
    public RuleCard {
        reads = Set.copyOf(reads);
        nearMisses = List.copyOf(nearMisses);
    }

    /** Whether pages must say that it is unconfirmed. */
    public boolean unconfirmed() {
        return Provision.unconfirmed(mark);
    }
}
