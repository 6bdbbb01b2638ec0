package sightline.core.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a rule found, and when time alone would change the answer.
 *
 * @param recheckAt the next moment at which the rule must be asked again although nothing new came
 */
public record Evaluation(List<Finding> findings, Optional<Instant> recheckAt) {

    /** Nothing found, and time alone will not change it. */
    public static final Evaluation NOTHING = new Evaluation(List.of(), Optional.empty());

    public Evaluation {
        findings = List.copyOf(findings);
    }

    /** These findings, which time alone does not change. */
    public static Evaluation found(Collection<Finding> findings) {
        return new Evaluation(List.copyOf(findings), Optional.empty());
    }

    /** Nothing yet; ask again then. */
    public static Evaluation askAgain(Instant at) {
        return new Evaluation(List.of(), Optional.of(at));
    }

    /** Both, with the earlier of the two moments. */
    public Evaluation and(Evaluation other) {
        List<Finding> both = new ArrayList<>(findings);
        both.addAll(other.findings);
        return new Evaluation(both, earliest(recheckAt, other.recheckAt));
    }

    /** The same, each finding told to others in the place of those whom it names. */
    Evaluation toldTo(UnaryOperator<Recipient> others) {
        return new Evaluation(findings.stream().map(f -> f.toldTo(others)).toList(), recheckAt);
    }

    static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo);
    }
}
