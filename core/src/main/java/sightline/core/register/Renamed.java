package sightline.core.register;

import sightline.core.facts.PersonBody.Person;
import sightline.core.facts.PersonBody.PersonName;
import sightline.core.facts.PersonBody.PersonName.Use;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.identity.NamesKnown;

import java.util.ArrayList;
import java.util.List;

/**
 * Under which names somebody came to be known, whoever recorded them: the same for every register.
 *
 * @param entries those that bring a current name which nobody knew before, in ledger order
 */
public record Renamed(List<Entry<Person>> entries) {
    public Renamed {
        entries = List.copyOf(entries);
    }

    /** The names of somebody. */
    public static Renamed of(Individual person) {
        NamesKnown known = new NamesKnown();
        List<Entry<Person>> entries = new ArrayList<>();
        for (Entry<Person> entry : person.about(Person.class)) {
            List<PersonName> names = entry.body().names();
            if (names.stream().anyMatch(n -> n.use() == Use.CURRENT && known.isNew(n))) {
                entries.add(entry);
            }
            names.forEach(known::add);
        }
        return new Renamed(entries);
    }
}
