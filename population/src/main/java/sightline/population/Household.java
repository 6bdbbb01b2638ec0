package sightline.population;

import java.util.List;

/**
 * People who live together, as it truly is at one point of the run.
 *
 * @param sort {@code family}, {@code shared-house}, {@code hostel} or {@code care}
 * @param tenure {@code owned}, {@code private} or {@code social}
 */
public record Household(
        HouseholdId id, String sort, String tenure, Address address, List<PersonId> members) {

    public Household {
        members = List.copyOf(members);
    }
}
