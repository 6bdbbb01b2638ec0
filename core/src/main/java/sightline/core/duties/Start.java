package sightline.core.duties;

import sightline.core.facts.Fact;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Text;
import sightline.core.screening.Recipient;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that started a clock.
 *
 * @param reference stable: a fact's id, or a finding's rule, matter and item
 * @param received when it was known
 * @param counted the moment from which the clock counts
 * @param position the ledger position after which facts can discharge it
 * @param first whom the finding names first, where a finding started it
 */
record Start(
        String reference,
        Instant received,
        Instant counted,
        long position,
        Text because,
        Optional<Fact> fact,
        List<FactId> evidence,
        Set<Recipient> first) {
    static final Comparator<Start> IN_ORDER =
            Comparator.comparing(Start::counted).thenComparing(Start::reference);
}
