package sightline.core.screening;

import sightline.core.facts.CareBody.CarerArranged;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.household.Connection;
import sightline.core.household.Connection.Kind;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.PlaceId;

import java.util.stream.Stream;

/**
 * Whether whoever supervises contact with the subject does so as their work: they are named as a
 * practitioner where it is arranged, or in another entry about the subject; they are nobody to the
 * family, and contact does not take place at their home. Where it takes place at a place unknown,
 * only whoever is named as a practitioner in that same entry is believed not to have the subject at
 * home. Whom they live with is no concern of anybody here. Of whom none of that is known, their
 * home counts; to have made a referral says nothing, since a relative may.
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
        return supervision.basis().stream().anyMatch(this::atWorkIn)
                || around.selves().stream().anyMatch(this::atWorkAround);
    }

    /**
     * Only what is said of the subject: nobody looks at a subject again for what is said of others,
     * nor for a description that says the same again.
     */
    private boolean atWorkAround(Individual self) {
        return self.facts().stream()
                .filter(f -> !(f.body() instanceof PersonBody.Person))
                .filter(this::atWorkIn)
                .anyMatch(f -> self.entry(f).standing().counts());
    }

    private boolean atWorkIn(Fact fact) {
        return fact.in(PersonRole.PRACTITIONER).anyMatch(person::has);
    }

    /** Tied to the subject, to whoever has the care of it, or to a brother or sister. */
    private boolean ofTheFamily() {
        return Stream.of(
                        around.selves().stream().map(Individual::id),
                        Anchor.of(around).stream().map(Anchor::id),
                        around.siblings().stream().map(Individual::id))
                .flatMap(near -> near)
                .flatMap(near -> around.connections(near).stream())
                .anyMatch(c -> c.to().equals(person.id()) && c.kind() != Kind.SUPERVISOR);
    }

    private boolean receivesTheSubject() {
        return supervision.basis().stream()
                .filter(f -> !isEnd(f))
                .anyMatch(f -> around.placeOf(f).map(this::livesAt).orElseGet(() -> !atWorkIn(f)));
    }

    private static boolean isEnd(Fact fact) {
        return fact.body() instanceof CarerArranged arranged && arranged.ended();
    }

    private boolean livesAt(PlaceId place) {
        return around.stays(person.id()).stream().anyMatch(s -> s.place().equals(place));
    }
}
