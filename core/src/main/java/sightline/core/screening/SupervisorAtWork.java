package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.facts.PersonRole;
import sightline.core.household.Connection;
import sightline.core.household.Connection.Kind;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.household.Stay;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PlaceId;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether whoever supervises contact with the subject does so as their work: they are named as a
 * practitioner by the agency that arranged it, or in an entry about the subject; they are nobody to
 * the family, and contact does not take place at their home. Whom they live with is no concern of
 * anybody here. Of whom none of that is known, their home counts; to have made a referral says
 * nothing, since a relative may.
 */
final class SupervisorAtWork {
    private final Connection supervision;
    private final Neighbourhood around;
    private final Individual person;

    private SupervisorAtWork(Connection supervision, Neighbourhood around) {
        this.supervision = supervision;
        this.around = around;
        this.person = around.person(supervision.to());
    }

    /** Whether a supervisor is one at work. */
    static boolean is(Connection supervision, Neighbourhood around) {
        SupervisorAtWork supervisor = new SupervisorAtWork(supervision, around);
        return supervisor.isPractitioner()
                && !supervisor.ofTheFamily()
                && !supervisor.receivesTheSubject();
    }

    private boolean isPractitioner() {
        Set<AgencyId> arranged =
                supervision.basis().stream().map(Fact::source).collect(Collectors.toSet());
        return person.facts().stream()
                .filter(f -> f.in(PersonRole.PRACTITIONER).anyMatch(person::has))
                .filter(f -> arranged.contains(f.source()) || isAboutSubject(f))
                .anyMatch(f -> person.entry(f).standing().counts());
    }

    private boolean isAboutSubject(Fact fact) {
        return around.selves().stream()
                .anyMatch(self -> fact.participants().stream().anyMatch(p -> self.has(p.record())));
    }

    private boolean ofTheFamily() {
        return Stream.concat(
                        Stream.of(supervision.from()),
                        around.connections(supervision.from(), Kind.PARENT).stream()
                                .map(Connection::to))
                .flatMap(near -> around.connections(near).stream())
                .anyMatch(c -> c.to().equals(person.id()) && c.kind() != Kind.SUPERVISOR);
    }

    private boolean receivesTheSubject() {
        Set<PlaceId> homes =
                around.stays(person.id()).stream().map(Stay::place).collect(Collectors.toSet());
        return supervision.basis().stream()
                .map(around::placeOf)
                .flatMap(Optional::stream)
                .anyMatch(homes::contains);
    }
}
