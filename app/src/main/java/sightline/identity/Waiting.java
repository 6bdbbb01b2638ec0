package sightline.identity;

import sightline.core.identity.AddressComparison;
import sightline.core.identity.Explanation;
import sightline.core.identity.PlaceKey;
import sightline.core.identity.UndecidedPair.Held;
import sightline.core.kernel.SourceRecord;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A pair about which somebody should or may decide, or has decided. */
public sealed interface Waiting {
    /** Names it in the address of a page; says nothing of either. */
    String id();

    /**
     * Two records that may be one person.
     *
     * @param held why no automatic step joined them; empty once one did, or somebody decided
     */
    record People(
            String id,
            SourceRecord first,
            SourceRecord second,
            Optional<Held> held,
            Optional<Explanation> explanation)
            implements Waiting {}

    /**
     * Two addresses that may be one place.
     *
     * @param reason what is in the way
     * @param firstSpellings keys of the spellings that mean the first
     */
    record Places(
            String id,
            PlaceKey first,
            PlaceKey second,
            AddressComparison.Reason reason,
            Set<UUID> firstSpellings,
            Set<UUID> secondSpellings)
            implements Waiting {
        public Places {
            firstSpellings = Set.copyOf(firstSpellings);
            secondSpellings = Set.copyOf(secondSpellings);
        }

        @Override
        public String toString() {
            return "Places[" + id + "]";
        }
    }
}
