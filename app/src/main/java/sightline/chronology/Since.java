package sightline.chronology;

import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a reader had read of one child.
 *
 * @param records of the child
 * @param seen the ledger position up to which each record was seen; records that are not here were
 *     not the child's then
 * @param at when they last looked; empty when they never did
 */
public record Since(Set<SourceRecord> records, Map<SourceRecord, Long> seen, Optional<Instant> at) {
    public Since {
        records = Set.copyOf(records);
        seen = Map.copyOf(seen);
    }

    /** Whether the entry came after they looked; what the system itself noted is never new. */
    public boolean isNew(Fact fact) {
        return at.isPresent()
                && !(fact.body() instanceof SystemBody)
                && fact.participants().stream()
                        .map(p -> p.record())
                        .filter(records::contains)
                        .anyMatch(r -> fact.position() > seen.getOrDefault(r, 0L));
    }

    /** How many of these entries are new. */
    public long count(Collection<Fact> facts) {
        return facts.stream().filter(this::isNew).count();
    }
}
