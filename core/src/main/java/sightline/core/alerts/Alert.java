package sightline.core.alerts;

import sightline.core.facts.SharedBody;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.PersonId;
import sightline.core.screening.Finding;
import sightline.core.screening.Recipient;
import sightline.core.screening.RuleId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Findings of one rule on one matter about one subject. It grows; its first clock never moves; it
 * ends only when a named person answers it.
 *
 * @param reference a short reference that names nobody, for messages and links
 * @param findings oldest first; each has its own time
 * @param state where it stands
 */
public record Alert(
        String reference,
        RuleId rule,
        PersonId subject,
        String matter,
        List<Finding> findings,
        State state) {

    /**
     * Where an alert stands.
     *
     * <p>Open becomes Answered by a named person, or Passed when an unborn child is born. New
     * evidence on an answered matter is a new matter.
     */
    public sealed interface State {
        /** Nobody has answered it. */
        record Open() implements State {}

        /** A named person answered it. */
        record Answered(SharedBody.AlertAnswered.AlertAnswer answer, FactId by, Instant at)
                implements State {}

        /** The unborn child was born; the alert is the child's, or each twin's. */
        record Passed() implements State {}
    }

    public Alert {
        findings =
                findings.stream()
                        .sorted(Comparator.comparing(Finding::since).thenComparing(Finding::item))
                        .toList();
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("an alert has at least one finding");
        }
    }

    /** When the first finding was complete: the clock that never moves. */
    public Instant raisedAt() {
        return findings.getFirst().since();
    }

    /** As sure as its weakest finding. */
    public Certainty certainty() {
        return findings.stream()
                .map(Finding::certainty)
                .reduce(Certainty.CONFIRMED, Certainty::and);
    }

    /** Everybody who is told first, by any finding. */
    public Set<Recipient> recipients() {
        Set<Recipient> all = new TreeSet<>();
        findings.forEach(f -> all.addAll(f.first()));
        return all;
    }

    /** The newest finding. */
    public Finding newest() {
        return findings.getLast();
    }

    /** The answer, when a person gave one. */
    public Optional<State.Answered> answered() {
        return state instanceof State.Answered answered ? Optional.of(answered) : Optional.empty();
    }
}
