package sightline.core.identity;

import java.util.List;

/**
 * Who is who among some records.
 *
 * @param people each record in exactly one, ordered by their smallest record
 * @param undecided pairs for the review queue, strongest first
 * @param overruled decisions that newer ones contradict, newest first; each needs a person
 */
public record Resolution(
        List<ResolvedPerson> people, List<UndecidedPair> undecided, List<Decision> overruled) {
    public Resolution {
        people = List.copyOf(people);
        undecided = List.copyOf(undecided);
        overruled = List.copyOf(overruled);
    }
}
