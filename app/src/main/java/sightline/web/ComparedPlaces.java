package sightline.web;

import sightline.access.AccessRole;
import sightline.alerts.Compared;
import sightline.alerts.Compared.Side;
import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.kernel.SourceRecord;
import sightline.facts.AddressKey;
import sightline.identity.Waiting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Two addresses that may be one place, as their reader may see them. For whoever keeps a register,
 * an address that health services alone wrote down is not there, nor who lives there by their word:
 * beside a name it would say where somebody is before health has decided that it may be said. What
 * a health decision-maker told is there.
 */
record ComparedPlaces(Visit visit, Compared compared) {

    /** Whether the reader may be asked about the pair at all. */
    boolean shown() {
        return !(compared.pair() instanceof Waiting.Places places)
                || !keeper()
                || (!written(compared.first(), places.firstSpellings()).isEmpty()
                        && !written(compared.second(), places.secondSpellings()).isEmpty());
    }

    /** The address of one side, as somebody wrote it whose word the reader may see. */
    Optional<Address> address(Side side) {
        return keeper()
                ? written(side, spellings(side)).stream()
                        .flatMap(f -> f.place().stream())
                        .findFirst()
                : side.address();
    }

    /** What the reader sees of those who are there by a word that the reader may see. */
    List<Fact> residents(Side side) {
        if (!keeper()) {
            return side.facts();
        }
        Set<SourceRecord> there =
                written(side, spellings(side)).stream()
                        .flatMap(f -> f.subject().stream())
                        .collect(Collectors.toSet());
        return side.facts().stream()
                .filter(f -> f.subject().filter(there::contains).isPresent())
                .toList();
    }

    private boolean keeper() {
        return visit.account().roles().contains(AccessRole.REGISTER_KEEPER);
    }

    private Set<UUID> spellings(Side side) {
        if (!(compared.pair() instanceof Waiting.Places places)) {
            return Set.of();
        }
        return side.equals(compared.first()) ? places.firstSpellings() : places.secondSpellings();
    }

    private List<Fact> written(Side side, Set<UUID> spellings) {
        return side.facts().stream()
                .filter(f ->
                        !HealthAddresses.keptFrom(visit, f.source())
                                || HealthAddresses.disclosed(visit, side.facts(), f))
                .filter(f -> f.place().map(AddressKey::of).filter(spellings::contains).isPresent())
                .toList();
    }
}
