package sightline.web;

import sightline.access.AccessRole;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.household.Stay;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.screening.Registers;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Addresses of adults that a health service recorded, as a keeper of a register may see them: that
 * one differs, and neither which nor with whom, until a named health decision-maker discloses it.
 */
record HealthAddresses(Visit visit, Neighbourhood around) {
    static final String DIFFERS =
            "Address differs, source health: not shown. Ask the named doctor or nurse";

    /** Whether addresses that this agency recorded are not this reader's to see, as a rule. */
    static boolean keptFrom(Visit visit, AgencyId agency) {
        return visit.account().roles().contains(AccessRole.REGISTER_KEEPER)
                && Registers.health(visit.directory(), agency);
    }

    /** Whether a health decision-maker told an address, by what the reader sees of the person. */
    static boolean disclosed(Visit visit, Collection<Fact> facts, Fact address) {
        return facts.stream()
                .filter(f -> f.body() instanceof Disclosure d && d.made() && !d.basis().isBlank())
                .filter(f -> Registers.health(visit.directory(), f.source()))
                .anyMatch(f -> f.references().regarding().contains(address.id().message()));
    }

    private boolean applies() {
        return visit.account().roles().contains(AccessRole.REGISTER_KEEPER);
    }

    /** Whether this reader is not to see where somebody is recorded. */
    boolean hides(PersonId person, Stay stay) {
        Individual whose = around.person(person);
        return applies()
                && !whose.childOn(visit.today())
                && Registers.keptByHealth(visit.directory(), whose, stay.basis());
    }

    /** Where somebody is recorded today, as far as this reader may see. */
    private Set<PlaceId> shown(PersonId person) {
        List<Stay> stays = around.stays(person);
        return stays.stream()
                .filter(s -> s.openOn(visit.today()) && !hides(person, s))
                .map(Stay::place)
                .collect(Collectors.toSet());
    }

    /** Whether two people share an address in what this reader may see. */
    boolean together(PersonId one, PersonId other) {
        return !applies() || shown(one).stream().anyMatch(shown(other)::contains);
    }

    /** Whether an address that may be seen says the same. */
    boolean known(PersonId person, PlaceId place) {
        return shown(person).contains(place);
    }
}
