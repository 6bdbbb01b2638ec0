package sightline.core.identity;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a batch of changes did.
 *
 * @param moves records that are another person's than before, or somebody's for the first time
 * @param resolved everybody who was looked at again, as they now are
 * @param newlyUndecided pairs that the review queue did not have before
 * @param settled pairs that it no longer has
 * @param overruled decisions among those looked at that newer ones contradict
 * @param crowded keys of the changed records that were left out because too many records share
 *     them, with at least how many: those records were not compared by that key
 */
public record IdentityEffects(
        List<Move> moves,
        List<ResolvedPerson> resolved,
        List<UndecidedPair> newlyUndecided,
        List<UndecidedPair> settled,
        List<Decision> overruled,
        Map<BlockingKey, Integer> crowded) {

    /**
     * A record changed hands.
     *
     * @param from whose it was; nobody's when it is new
     * @param to whose it is; nobody's when it was removed
     */
    public record Move(SourceRecord record, Optional<PersonId> from, Optional<PersonId> to) {}

    public IdentityEffects {
        moves = List.copyOf(moves);
        resolved = List.copyOf(resolved);
        newlyUndecided = List.copyOf(newlyUndecided);
        settled = List.copyOf(settled);
        overruled = List.copyOf(overruled);
        crowded = Map.copyOf(crowded);
    }

    /** The records that are somebody else's than before. */
    public Set<SourceRecord> moved() {
        return moves.stream().map(Move::record).collect(Collectors.toUnmodifiableSet());
    }
}
