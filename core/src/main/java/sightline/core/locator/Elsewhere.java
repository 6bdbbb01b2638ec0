package sightline.core.locator;

import sightline.core.facts.PersonBody;
import sightline.core.household.Individual;
import sightline.core.household.Reach;
import sightline.core.household.Reach.Why;
import sightline.core.household.Stay;
import sightline.core.register.RegisterEntry;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPack.Status;
import sightline.core.register.RegisterPackReader;
import sightline.core.register.State;
import sightline.core.screening.Situation;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of whom another area is asked: the adults around a child, at whom AL-02 looks; and somebody on a
 * register in force here who by the records lives in no area of this installation, whose
 * whereabouts nobody knows, or whose entry was ended while it runs on. Nobody else.
 */
public final class Elsewhere {
    private static final Set<String> IN_FORCE =
            RegisterPackReader.shipped().stream()
                    .filter(p -> p.status() == Status.IN_FORCE)
                    .map(RegisterPack::key)
                    .collect(Collectors.toSet());

    private Elsewhere() {}

    /**
     * Those around the situation's subject today, or the subject alone; mostly nobody.
     *
     * @param registers where the subject stands under each register
     */
    public static List<Individual> toAsk(Situation situation, Collection<RegisterEntry> registers) {
        Individual subject = situation.subject();
        if (!situation.around().becameBorn().isEmpty() || subject.died().isPresent()) {
            return List.of();
        }
        if (subject.childOn(situation.today())) {
            return around(situation);
        }
        return gone(situation, registers) || since(situation).isPresent()
                ? List.of(subject)
                : List.of();
    }

    /**
     * Since when whether another area answers for the subject is to be known anew: from the moment
     * at which the entry here was said to have ended, while it runs on.
     */
    public static Optional<Instant> since(Situation situation) {
        return situation.registers().waits().map(f -> f.times().received());
    }

    /**
     * Whether this installation answers for the subject: under a register that is law here, whose
     * entry nobody said has ended. A local list is no register that another area could rely upon.
     */
    public static boolean answeredHere(Situation situation) {
        return situation.registers().waits().isEmpty()
                && situation
                        .registers()
                        .covering()
                        .filter(s -> s.pack().status() == Status.IN_FORCE)
                        .anyMatch(s -> s.registration().state().under());
    }

    private static List<Individual> around(Situation situation) {
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

    /** Whoever is in custody, in hospital or abroad is known to be there. */
    private static boolean gone(Situation situation, Collection<RegisterEntry> registers) {
        List<RegisterEntry> standing =
                registers.stream()
                        .filter(e -> IN_FORCE.contains(e.pack()) && e.state().under())
                        .toList();
        return !standing.isEmpty()
                && standing.stream().allMatch(e -> e.away().isEmpty())
                && (standing.stream().anyMatch(e -> e.state() == State.WHEREABOUTS_UNKNOWN)
                        || livesOutside(situation));
    }

    /**
     * Every home on record today is in no area of this installation, as far as that can be told.
     */
    private static boolean livesOutside(Situation situation) {
        List<Stay> homes =
                situation.around().stays(situation.subject().id()).stream()
                        .filter(s ->
                                s.kind() == PersonBody.Stay.HOME && s.openOn(situation.today()))
                        .toList();
        return !homes.isEmpty() && homes.stream().noneMatch(s -> inAnArea(situation, s));
    }

    private static boolean inAnArea(Situation situation, Stay home) {
        return home.basis()
                .place()
                .flatMap(p -> situation.directory().areaOf(p.line().value(), p.postcode()))
                .isPresent();
    }
}
