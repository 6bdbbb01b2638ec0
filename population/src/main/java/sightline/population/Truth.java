package sightline.population;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who is who: the answer that no agency has. Reads the run as it stands. */
public final class Truth {

    private final World world;
    private final Scribe scribe;

    Truth(World world, Scribe scribe) {
        this.world = world;
        this.scribe = scribe;
    }

    /** Whose record it is; empty where the agency has no such record so far. */
    public Optional<PersonId> personOf(RecordId record) {
        int rec = find(record);
        return rec < 0 ? Optional.empty() : Optional.of(new PersonId(world.records.person(rec)));
    }

    /** Every record of a person at any agency so far, the newest first. */
    public List<RecordId> recordsOf(PersonId person) {
        return world.records.of(person.value()).mapToObj(this::id).toList();
    }

    private RecordId id(int rec) {
        String agency = world.agencies.get(world.records.agency(rec)).id();
        return new RecordId(agency, scribe.localId(rec));
    }

    /** How many people there have been so far, the dead and the newborn included. */
    public int peopleCount() {
        return world.people.size();
    }

    /** How many agency records there are so far. */
    public int recordCount() {
        return world.records.size();
    }

    /**
     * The person with this id.
     *
     * @throws IndexOutOfBoundsException when there is none
     */
    public Person person(PersonId id) {
        return describe(world.person(id.value()));
    }

    /** Everybody, one by one. */
    public Stream<Person> people() {
        return IntStream.range(0, world.people.size()).mapToObj(i -> describe(world.person(i)));
    }

    /** The households in which somebody lives. */
    public Stream<Household> households() {
        return world.homes.stream().filter(h -> !h.members.isEmpty()).map(this::describe);
    }

    private int find(RecordId record) {
        int agency = world.agencies.indexOf(record.agencyId());
        if (agency < 0 || !record.localId().matches("[A-Z][0-9]{7}")) {
            return -1;
        }
        int rec = world.records.withSerial(agency, Integer.parseInt(record.localId().substring(1)));
        boolean same = rec >= 0 && scribe.localId(rec).equals(record.localId());
        return same ? rec : -1;
    }

    private Household describe(Home home) {
        return new Household(
                new HouseholdId(home.id),
                home.sort.slug(),
                home.tenure.slug(),
                world.places.address(home.address),
                home.members.stream().map(m -> new PersonId(m.id)).toList());
    }

    private Person describe(Someone person) {
        return new Person(
                new PersonId(person.id),
                person.forename,
                person.middle,
                surnames(person),
                person.sex,
                person.system.slug(),
                LocalDate.ofEpochDay(person.born),
                person.died == Someone.NEVER ? null : LocalDate.ofEpochDay(person.died - 1L),
                world.numbers.nhs(person.id).orElse(null),
                id(person.mother),
                id(person.father),
                id(person.partner),
                person.twin < 0 ? null : new PersonId(person.twin),
                new HouseholdId(person.home.id),
                residences(person));
    }

    private static List<Person.Surname> surnames(Someone person) {
        List<Person.Surname> surnames = new ArrayList<>();
        for (Someone.FormerName former : person.formerNames()) {
            LocalDate until = LocalDate.ofEpochDay(former.untilDay());
            surnames.add(new Person.Surname(former.surname(), until));
        }
        surnames.add(new Person.Surname(person.surname, null));
        return surnames;
    }

    private List<Person.Residence> residences(Someone person) {
        List<Person.Residence> residences = new ArrayList<>();
        int[] moves = person.moves();
        for (int i = 0; i < moves.length; i += 2) {
            Address address = world.places.address(moves[i + 1], person.id);
            LocalDate from = LocalDate.ofEpochDay(moves[i]);
            residences.add(new Person.Residence(new DwellingId(moves[i + 1]), address, from));
        }
        return residences;
    }

    private static @Nullable PersonId id(@Nullable Someone person) {
        return person == null ? null : new PersonId(person.id);
    }
}
