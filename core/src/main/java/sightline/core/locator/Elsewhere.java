package sightline.core.locator;

import sightline.core.household.Individual;
import sightline.core.household.Reach;
import sightline.core.household.Reach.Why;
import sightline.core.screening.Situation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Of whom another area is asked: the adults around a child, at whom AL-02 looks, nobody else. */
public final class Elsewhere {
    private Elsewhere() {}

    /** Those around the situation's subject today; nobody where that is no child. */
    public static List<Individual> toAsk(Situation situation) {
        if (!situation.subject().childOn(situation.today())
                || !situation.around().becameBorn().isEmpty()
                || situation.subject().died().isPresent()) {
            return List.of();
        }
        Set<Individual> adults = new LinkedHashSet<>();
        for (Reach reach : situation.around().reach(situation.today())) {
            Individual person = reach.person();
            if (reach.why() != Why.SIBLING
                    && !person.childOn(situation.today())
                    && person.died().isEmpty()) {
                adults.add(person);
            }
        }
        return List.copyOf(adults);
    }
}
