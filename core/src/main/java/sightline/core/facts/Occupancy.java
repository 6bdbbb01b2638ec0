package sightline.core.facts;

import java.util.Optional;

/** Which kinds put people at the fact's place, and why they are there. */
public final class Occupancy {
    private Occupancy() {}

    /** What a body says about being at the fact's place; empty when it says nothing. */
    public static Optional<PersonBody.Stay> of(Body body) {
        return switch (body) {
            case PersonBody.Residence r -> Optional.of(r.stay());
            case PersonBody.HouseholdMemberSeen h -> Optional.of(h.stay());
            case HousingBody.Tenancy _ -> Optional.of(PersonBody.Stay.HOME);
            case HousingBody.OccupantReported _ -> Optional.of(PersonBody.Stay.NOT_KNOWN);
            default -> Optional.empty();
        };
    }
}
