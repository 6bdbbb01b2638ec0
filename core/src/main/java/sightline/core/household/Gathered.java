package sightline.core.household;

import org.jspecify.annotations.Nullable;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.Occupancy;
import sightline.core.facts.Participant;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fact as a reading gathered it: whom it names and where it was are looked up once. */
final class Gathered {
    private final Fact fact;
    private final boolean occupies;
    private List<PersonId> people = List.of();
    private List<PersonId> company = List.of();
    private Optional<PlaceId> place = Optional.empty();

    Gathered(Fact fact) {
        this.fact = fact;
        this.occupies = Occupancy.of(fact.body()).isPresent();
    }

    /** The same of another form of the fact, which names the same people and place. */
    Gathered as(Fact other) {
        Gathered as = new Gathered(other);
        as.people = people;
        as.company = company;
        as.place = place;
        return as;
    }

    /** Takes who and where it is, as far as that is known by now. */
    void settle(Map<SourceRecord, PersonId> whose, Map<Address, PlaceId> places) {
        List<Participant> named = fact.participants();
        List<PersonId> all = new ArrayList<>(named.size());
        List<PersonId> others = new ArrayList<>(named.size());
        named.forEach(each -> add(whose.get(each.record()), all));
        fact.spokenOf().forEach(each -> add(whose.get(each.record()), others));
        people = all;
        company = others.size() == all.size() ? all : others;
        place = fact.place().map(places::get);
    }

    private static void add(@Nullable PersonId person, List<PersonId> people) {
        if (person != null && !people.contains(person)) {
            people.add(person);
        }
    }

    Fact fact() {
        return fact;
    }

    /** Whether it puts somebody at a place. */
    boolean occupies() {
        return occupies;
    }

    /** Each person whom it names once, in its order. */
    List<PersonId> people() {
        return people;
    }

    /** Those of them who are not there at work only, and whoever a child is left with. */
    List<PersonId> notAtWork() {
        return company;
    }

    Optional<PlaceId> place() {
        return place;
    }

    boolean names(Collection<PersonId> any) {
        for (PersonId person : people) {
            if (any.contains(person)) {
                return true;
            }
        }
        return false;
    }

    /** Whether so many are named that they are not beside each other. */
    boolean crowded(int crowd) {
        return fact.participants().size() > crowd;
    }

    static List<Fact> facts(List<Gathered> gathered) {
        List<Fact> facts = new ArrayList<>(gathered.size());
        gathered.forEach(g -> facts.add(g.fact));
        return facts;
    }
}
