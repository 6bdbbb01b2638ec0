package sightline.core.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gathers findings by the moment at which each begins to hold. Those that begin later are left out,
 * and the first of them is when to ask again: so time alone never changes an answer unannounced.
 */
public final class Timed {
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Instant> next = Optional.empty();

    public Timed(Situation situation) {
        this.now = situation.now();
    }

    /** A finding that holds from a moment on; it is asked for only when that has come. */
    public void from(Instant since, Function<Instant, Finding> finding) {
        if (since.isAfter(now)) {
            next = Evaluation.earliest(next, Optional.of(since));
        } else {
            findings.add(finding.apply(since));
        }
    }

    /** What holds now, and when to ask again. */
    public Evaluation evaluation() {
        List<Finding> ordered =
                findings.stream()
                        .sorted(
                                Comparator.comparing(Finding::since)
                                        .thenComparing(Finding::matter)
                                        .thenComparing(Finding::item))
                        .toList();
        return new Evaluation(ordered, next);
    }
}
