package sightline.core.screening;

import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One thing that a rule found. Findings of one rule, subject and matter are one alert that grows.
 *
 * @param subject whom it is about: a child, an unborn child, or for some rules an adult
 * @param matter what the alert is keyed by beside rule and subject; stable, no personal data
 * @param item what distinguishes this finding within the matter; stable, usually a fact's id
 * @param since when the evidence was first complete: the moment at which the newest fact that it
 *     needs was received, or the moment at which time alone completed it. The clock runs from here.
 * @param headline what it means, in one sentence about the subject
 * @param path the evidence, in order; as a whole as sure as its weakest step
 * @param first who is told first
 * @param sharing who may be told, who must not, who decides
 * @param notShown what the records do not show
 */
public record Finding(
        RuleId rule,
        PersonId subject,
        String matter,
        String item,
        Instant since,
        Text headline,
        List<Step> path,
        Set<Recipient> first,
        Sharing sharing,
        List<Text> notShown) {
    public Finding {
        path = List.copyOf(path);
        first = Set.copyOf(first);
        notShown = List.copyOf(notShown);
        if (path.isEmpty()) {
            throw new IllegalArgumentException(rule + " must show why: its path is empty");
        }
    }

    /** As sure as the weakest step. */
    public Certainty certainty() {
        return path.stream().map(Step::certainty).reduce(Certainty.CONFIRMED, Certainty::and);
    }

    /** Every fact that it rests on. */
    public List<FactId> evidence() {
        return path.stream().flatMap(s -> s.facts().stream()).distinct().toList();
    }
}
