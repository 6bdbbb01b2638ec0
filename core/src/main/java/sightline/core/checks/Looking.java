package sightline.core.checks;

import sightline.core.alerts.Alert;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.directory.Directory;
import sightline.core.facts.JusticeBody;
import sightline.core.household.Bounds;
import sightline.core.household.Individual;
import sightline.core.household.KnownFacts;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.screening.Child;
import sightline.core.screening.Matter;
import sightline.core.screening.Matters;
import sightline.core.screening.Parameters;
import sightline.core.screening.RuleId;
import sightline.core.screening.Situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the rules what stands, or would follow, about some people and the children around them. It
 * is the same function that the running system runs, so that a check never says less than the
 * message that it is will lead to.
 */
public final class Looking {
    /**
     * Beyond so many children around those who are named, not all are looked at, and it says so.
     */
    static final int CHILDREN = 40;

    private final Derivation derivation;
    private final Directory directory;
    private final Map<AgencyId, LocalDate> goLive;
    private final Set<RuleId> counts;
    private final Instant now;

    /**
     * @param goLive from which day each sender sends as things happen
     * @param counts the rules whose open alerts count
     * @param now the moment of asking
     */
    public Looking(
            Derivation derivation,
            Directory directory,
            Map<AgencyId, LocalDate> goLive,
            Set<RuleId> counts,
            Instant now) {
        this.derivation = derivation;
        this.directory = directory;
        this.goLive = goLive;
        this.counts = Set.copyOf(counts);
        this.now = now;
    }

    /**
     * What was seen.
     *
     * @param causes open alerts that count, of anybody looked at
     * @param involved who works with whom: no case data
     * @param unsure whether anybody could not be looked at
     */
    public record Seen(List<Cause> causes, List<Involved> involved, boolean unsure) {
        public Seen {
            causes = List.copyOf(causes);
            involved = List.copyOf(involved);
        }
    }

    /**
     * Looks at these people, at the children in their homes and at their own children. Of whoever
     * is grown and on no record of police, courts or probation no rule here says anything.
     */
    public Seen at(KnownFacts known, Collection<PersonId> named) {
        NeighbourhoodReader reader = new NeighbourhoodReader(known, Bounds.DEFAULT);
        Map<PersonId, Neighbourhood> near = reader.near(named);
        Set<PersonId> subjects = new LinkedHashSet<>();
        Set<PersonId> around = new LinkedHashSet<>();
        near.forEach((person, each) -> {
            if (mayBeSubject(each.subject())) {
                subjects.add(person);
            }
            around.addAll(childrenAround(each));
        });
        around.removeAll(subjects);
        Findings found = new Findings();
        found.unsure = around.size() > CHILDREN || near.size() < Set.copyOf(named).size();
        around.stream().sorted().limit(CHILDREN).forEach(subjects::add);
        if (!subjects.isEmpty()) {
            reader.read(subjects).values().forEach(each -> look(each, found));
        }
        return new Seen(found.causes, found.involved, found.unsure);
    }

    private boolean mayBeSubject(Individual person) {
        return person.childOn(London.day(now))
                || person.facts().stream().anyMatch(f -> f.body() instanceof JusticeBody);
    }

    private static final class Findings {
        private final List<Cause> causes = new ArrayList<>();
        private final List<Involved> involved = new ArrayList<>();
        private boolean unsure;
    }

    private Set<PersonId> childrenAround(Neighbourhood around) {
        LocalDate today = London.day(now);
        PersonId self = around.subject().id();
        List<Individual> near = new ArrayList<>(around.childrenOf(self));
        near.addAll(around.household(self, today));
        Set<PersonId> children = new LinkedHashSet<>();
        near.stream().filter(i -> i.childOn(today)).map(Individual::id).forEach(children::add);
        return children;
    }

    /** A rule that fails for one person says nothing of them: that is a doubt, not a "no". */
    private void look(Neighbourhood around, Findings found) {
        try {
            Situation situation = new Situation(around, now, directory, Parameters.DEFAULT, goLive);
            Derived derived = derivation.derive(situation);
            derived.alerts().stream()
                    .filter(this::stands)
                    .map(Cause::of)
                    .forEach(found.causes::add);
            Child.in(situation).ifPresent(child -> found.involved.addAll(involved(child)));
            found.unsure |= around.people() > Bounds.DEFAULT.people();
        } catch (RuntimeException | StackOverflowError failed) {
            found.unsure = true;
        }
    }

    private boolean stands(Alert alert) {
        return alert.state() instanceof Alert.State.Open && counts.contains(alert.rule());
    }

    private List<Involved> involved(Child child) {
        PersonId id = child.situation().subject().id();
        return Matters.of(child).openAt(now).stream()
                .flatMap(m -> m.agency().map(a -> involved(id, m, a)).stream())
                .distinct()
                .toList();
    }

    private static Involved involved(PersonId child, Matter matter, AgencyId agency) {
        return new Involved(child, matter.kind(), agency);
    }
}
