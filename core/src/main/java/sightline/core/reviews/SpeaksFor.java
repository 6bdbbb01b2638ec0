package sightline.core.reviews;

import sightline.core.kernel.AgencyId;

import java.util.Set;

/**
 * For whom somebody speaks who adds to a review.
 *
 * @param agencies their own agency, and the closed ones whose work it has
 * @param owes what of the review is theirs to do today, by their post or because it fell to them
 */
public record SpeaksFor(Set<AgencyId> agencies, Set<ReviewDuty.Of> owes) {
    public SpeaksFor {
        agencies = Set.copyOf(agencies);
        owes = Set.copyOf(owes);
    }

    /** Somebody of one agency to whom nothing fell. */
    static SpeaksFor own(By by) {
        return new SpeaksFor(Set.of(by.agency()), Set.of());
    }

    /** Whether they answer for an organisation's part of a recommendation. */
    public boolean answers(int recommendation, AgencyId organisation) {
        return agencies.contains(organisation)
                || owes.contains(new ReviewDuty.Of.Part(recommendation, organisation));
    }

    /** Whether an organisation's own report is theirs to hand in. */
    public boolean handsIn(AgencyId organisation) {
        return owes.contains(new ReviewDuty.Of.Report(organisation));
    }
}
