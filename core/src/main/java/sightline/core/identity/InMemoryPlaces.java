package sightline.core.identity;

import sightline.core.facts.Address;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PlaceId;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which place each address is, as a running system resolves them, for tests and simulated worlds.
 * Used by one thread at a time.
 */
public final class InMemoryPlaces {
    private final Places places;
    private final Map<Address, PlaceKey> known = new HashMap<>();
    private final Map<PlaceKey, PlaceId> resolved = new HashMap<>();

    /** Names places by these ids. */
    public InMemoryPlaces(PersonIds ids) {
        this.places = new Places(ids);
    }

    /** Learns addresses; those that were known may be at another place then. */
    public void learn(Collection<Address> addresses) {
        int before = known.size();
        addresses.forEach(address -> known.computeIfAbsent(address, InMemoryPlaces::parsed));
        if (known.size() > before) {
            resolve();
        }
    }

    /** The place of an address that was learnt; empty where its words name no one place. */
    public Optional<PlaceId> placeOf(Address address) {
        return Optional.ofNullable(known.get(address))
                .flatMap(key -> Optional.ofNullable(resolved.get(key)));
    }

    private void resolve() {
        resolved.clear();
        places.resolve(known.values(), List.of()).places().stream()
                .filter(place -> place.certainty() != Certainty.NOT_KNOWN)
                .forEach(place -> place.addresses().forEach(key -> resolved.put(key, place.id())));
    }

    /** Whether a place is shared by strangers is said of each stay, not of the address. */
    private static PlaceKey parsed(Address address) {
        return DetailsOf.place(
                new Address(address.line(), address.postcode(), address.uprn(), false));
    }
}
