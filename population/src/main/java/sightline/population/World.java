package sightline.population;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Everything that is true while life goes on: people, homes, agencies, records. */
final class World {

    private static final int FORENAME_TRIES = 8;

    final Settings settings;
    final Rates rates = Rates.standard();
    final NameGiver names = new NameGiver(NameTables.packed(), rates);
    final Places places;
    final Numbers numbers;
    final Agencies agencies;
    final RecordBook records;
    final List<Someone> people = new ArrayList<>();
    final List<Home> homes = new ArrayList<>();

    World(Settings settings) {
        this.settings = settings;
        places = new Places(settings.seed());
        numbers = new Numbers(settings.seed());
        agencies = new Agencies(settings.people(), places.areas());
        records = new RecordBook(agencies.size());
    }

    Someone person(int id) {
        return people.get(id);
    }

    Draw draw(long subject, long purpose) {
        return Draw.of(settings.seed(), subject, purpose);
    }

    Home newHome(Home.Sort sort, Home.Tenure tenure, int dwelling, int since) {
        Home home = new Home(homes.size(), sort, tenure, dwelling, since);
        homes.add(home);
        return home;
    }

    /** A newborn or newcomer; they live nowhere until {@link #settle}. */
    Someone newPerson(
            Draw draw, int born, Sex sex, NamingSystem system, String familyName, Home home) {
        int year = 1970 + Math.floorDiv(born * 4, 1461);
        String forename = names.forename(draw, system, sex, year);
        for (int i = 0; i < FORENAME_TRIES && taken(home, forename); i++) {
            forename = names.forename(draw, system, sex, year);
        }
        String middle = names.middle(draw, system, sex, year);
        String surname = names.surname(draw, system, sex, familyName);
        String[] given = {forename, middle.equals(forename) ? "" : middle, familyName, surname};
        Someone person = new Someone(people.size(), born, sex, system, given, home);
        people.add(person);
        return person;
    }

    private static boolean taken(Home home, String forename) {
        return home.members.stream().anyMatch(m -> m.forename.equals(forename));
    }

    /** Puts a person into a home from a day on. */
    void settle(Someone person, Home home, int day) {
        person.home = home;
        home.members.add(person);
        person.livesAt(home.address, day);
    }

    /** Takes a person out of their home; an emptied dwelling stands vacant. */
    void leave(Someone person) {
        Home home = person.home;
        home.members.remove(person);
        if (home.members.isEmpty()) {
            places.vacated(home.address);
        }
    }

    void couple(Someone one, Someone other, boolean married) {
        one.partner = other;
        other.partner = one;
        one.married = married;
        other.married = married;
    }

    @Nullable Someone uncouple(Someone one) {
        Someone other = one.partner;
        if (other != null) {
            one.partner = null;
            other.partner = null;
            one.formerPartner = other;
            other.formerPartner = one;
            one.married = false;
            other.married = false;
        }
        return other;
    }
}
