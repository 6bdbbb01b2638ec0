package sightline.core.household;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.KindSet;
import sightline.core.facts.Occupancy;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.Standing;
import sightline.core.household.Connection.Kind;
import sightline.core.kernel.FactId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What new facts change for whoever looked at those whom they name. Most entries name a mother
 * beside her child who was named so before, or say once more where somebody lives: whoever looked
 * at their ties and homes sees the same.
 */
public final class Ties {
    private static final KindSet DESCRIPTION = KindSet.of(PersonBody.Person.class);

    private final KnownFacts known;

    public Ties(KnownFacts known) {
        this.known = known;
    }

    /**
     * What changed.
     *
     * @param records which kinds of whose facts; who only reports or works with them is left out
     * @param homes where somebody may be who was not there before
     */
    public record Changed(Map<SourceRecord, KindSet> records, Set<Address> homes) {
        public Changed {
            records = Map.copyOf(records);
            homes = Set.copyOf(homes);
        }
    }

    /** What these facts change, which are known already. */
    public Changed changedBy(Collection<Fact> fresh) {
        return changed(fresh, compare(fresh));
    }

    /** What these facts change as though nothing had been said before. */
    public static Changed allOf(Collection<Fact> fresh) {
        World nothing = new World();
        return changed(fresh, new Compared(Map.of(), new Seen(nothing), new Seen(nothing)));
    }

    private static Changed changed(Collection<Fact> fresh, Compared compared) {
        Map<SourceRecord, KindSet> records = new HashMap<>();
        Set<Address> homes = new HashSet<>();
        for (Fact fact : fresh) {
            KindSet kinds = KindSet.changedBy(fact);
            fact.spokenOf()
                    .map(Participant::record)
                    .forEach(each ->
                            records.merge(each, compared.changed(fact, kinds, each), KindSet::and));
            if (Occupancy.of(fact.body()).isPresent() && !compared.livesThere(fact)) {
                fact.place().ifPresent(homes::add);
            }
        }
        return new Changed(records, homes);
    }

    /** Everything about those whom the facts name, with the facts and without them. */
    private Compared compare(Collection<Fact> fresh) {
        Set<SourceRecord> named =
                fresh.stream()
                        .filter(f -> !KindSet.changedBy(f).equals(KindSet.ALL))
                        .flatMap(f -> f.participants().stream())
                        .map(Participant::record)
                        .collect(Collectors.toSet());
        Map<SourceRecord, PersonId> whose = known.peopleOf(named);
        Map<PersonId, List<KnownFacts.Member>> members =
                known.recordsOf(Set.copyOf(whose.values()));
        Set<SourceRecord> records =
                members.values().stream()
                        .flatMap(List::stream)
                        .map(KnownFacts.Member::record)
                        .collect(Collectors.toSet());
        List<Fact> facts = known.mentioning(records);
        Set<FactId> added = fresh.stream().map(Fact::id).collect(Collectors.toSet());
        List<Fact> without = facts.stream().filter(f -> !added.contains(f.id())).toList();
        Map<Long, Standing> withdrawn = known.withdrawn(records);
        return new Compared(
                whose,
                new Seen(world(members, without, withdrawn)),
                new Seen(world(members, facts, withdrawn)));
    }

    private World world(
            Map<PersonId, List<KnownFacts.Member>> members,
            List<Fact> facts,
            Map<Long, Standing> withdrawn) {
        World world = new World();
        world.addMembers(members);
        world.addFacts(facts);
        world.addPlaces(
                known.placesOf(
                        facts.stream()
                                .flatMap(f -> f.place().stream())
                                .collect(Collectors.toSet())));
        world.addPeople(
                known.peopleOf(
                        facts.stream()
                                .flatMap(f -> f.participants().stream())
                                .map(Participant::record)
                                .filter(r -> world.personOf(r).isEmpty())
                                .collect(Collectors.toSet())));
        world.close(withdrawn);
        return world;
    }

    /** The people whom facts name, as they are seen before and after. */
    private static final class Compared {
        private final Map<SourceRecord, PersonId> whose;
        private final Seen before;
        private final Seen after;
        private final Map<PersonId, Boolean> tied = new HashMap<>();
        private final Map<PersonId, Boolean> described = new HashMap<>();

        Compared(Map<SourceRecord, PersonId> whose, Seen before, Seen after) {
            this.whose = whose;
            this.before = before;
            this.after = after;
        }

        KindSet changed(Fact fact, KindSet kinds, SourceRecord record) {
            PersonId person = whose.get(record);
            if (kinds.equals(KindSet.ALL) || person == null) {
                return kinds;
            }
            KindSet left = sameTies(person) ? kinds.withoutStructure() : kinds;
            boolean saysAgain =
                    fact.body() instanceof PersonBody.Person p
                            && p.died().isEmpty()
                            && sameDescription(person);
            return saysAgain && left.equals(DESCRIPTION) ? KindSet.NONE : left;
        }

        /** Whether the fact says that somebody lives where the same source had them live before. */
        boolean livesThere(Fact fact) {
            return fact.body() instanceof PersonBody.Residence
                    && !KindSet.changedBy(fact).equals(KindSet.ALL)
                    && fact.participants().stream()
                            .map(p -> whose.get(p.record()))
                            .allMatch(p -> p != null && sameTies(p));
        }

        private boolean sameTies(PersonId person) {
            return tied.computeIfAbsent(person, p -> after.sameTies(before, p));
        }

        private boolean sameDescription(PersonId person) {
            return described.computeIfAbsent(person, p -> after.born(p).equals(before.born(p)));
        }
    }

    /** What is seen of ties and homes in a world in which everything about a person is told. */
    private static final class Seen {
        private final World world;
        private final Stays stays;

        Seen(World world) {
            this.world = world;
            this.stays = new Stays(world);
        }

        /** What rules ask of descriptions: when somebody was born or is expected, known when. */
        List<Object> born(PersonId person) {
            Individual individual = world.individual(person);
            Optional<Instant> known =
                    individual.about(PersonBody.Person.class).stream()
                            .filter(e -> e.body().dateOfBirth().isPresent())
                            .map(Entry::received)
                            .min(Comparator.naturalOrder());
            return List.of(individual.born(), individual.expected(), known);
        }

        boolean sameTies(Seen other, PersonId person) {
            return stays.of(person).equals(other.stays.of(person))
                    && namedAs(person).equals(other.namedAs(person))
                    && sameConnections(
                            world.connectionsOf(person), other.world.connectionsOf(person));
        }

        /** Whether somebody was ever called a child, or a child not yet born. */
        private Set<PersonRole> namedAs(PersonId person) {
            return world.factsOf(person).stream()
                    .flatMap(f -> f.participants().stream())
                    .filter(p -> world.personOf(p.record()).filter(person::equals).isPresent())
                    .map(Participant::role)
                    .filter(r -> r == PersonRole.CHILD || r == PersonRole.UNBORN_CHILD)
                    .collect(Collectors.toSet());
        }

        private static boolean sameConnections(List<Connection> some, List<Connection> others) {
            if (some.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < some.size(); i++) {
                if (!same(some.get(i), others.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /** Rules ask of a tie which fact said it first; of partners, each that says so. */
        private static boolean same(Connection one, Connection other) {
            boolean partners = one.kind() == Kind.PARTNER || one.kind() == Kind.EX_PARTNER;
            return one.to().equals(other.to())
                    && one.kind() == other.kind()
                    && one.when().equals(other.when())
                    && one.certainty() == other.certainty()
                    && one.basis().getFirst().id().equals(other.basis().getFirst().id())
                    && heard(one).equals(heard(other))
                    && (!partners || one.basis().equals(other.basis()));
        }

        private static Instant heard(Connection tie) {
            return tie.basis().stream()
                    .map(f -> f.times().received())
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.MAX);
        }
    }
}
