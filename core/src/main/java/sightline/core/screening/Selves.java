package sightline.core.screening;

import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;

import java.util.ArrayList;
import java.util.List;

/** The subject, and the unborn child that it was: what was recorded before birth is about both. */
final class Selves {
    private Selves() {}

    static List<Individual> of(Neighbourhood around) {
        List<Individual> selves = new ArrayList<>();
        selves.add(around.subject());
        selves.addAll(around.formerSelves());
        return selves;
    }
}
