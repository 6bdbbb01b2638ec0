package sightline.core.identity;

import sightline.core.kernel.Certainty;
import sightline.core.kernel.PlaceId;

import java.util.List;

/**
 * One place and the addresses that mean it.
 *
 * @param addresses never empty, ordered by {@link PlaceKey#text()}
 * @param certainty confirmed when one spelling, one UPRN or a person's decision holds them
 *     together; likely when spellings had to be compared; not known when the words mean no one
 *     place ("no fixed abode", a street without a house, a house without a town): then people who
 *     have them in common are not at one place
 */
public record ResolvedPlace(PlaceId id, List<PlaceKey> addresses, Certainty certainty) {
    public ResolvedPlace {
        addresses = List.copyOf(addresses);
    }

    /** Whether people there are no household, by what any of its addresses says. */
    public boolean communal() {
        return addresses.stream().anyMatch(PlaceKey::communal);
    }
}
