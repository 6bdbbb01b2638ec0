package sightline.core.reviews;

import sightline.core.reviews.ReviewEntry.RecommendationMade;

import java.time.LocalDate;
import java.util.List;

/**
 * One recommendation with everybody to whom it was made.
 *
 * @param actions one for each organisation, in the order of their ids
 */
public record Recommendation(RecommendationMade made, List<Action> actions) {
    public Recommendation {
        actions = List.copyOf(actions);
    }

    /** Its number, from 1. */
    public int number() {
        return made.number();
    }

    /** Where it stands as a whole. */
    public Group group() {
        return Group.of(actions);
    }

    /** Whether it is past its date for somebody. */
    public boolean pastDate(LocalDate today) {
        return actions.stream().anyMatch(a -> a.pastDate(today));
    }
}
