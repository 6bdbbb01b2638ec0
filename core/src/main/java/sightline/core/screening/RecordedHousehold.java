package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.household.Connection;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Stay;
import sightline.core.kernel.PlaceId;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who lives with the child by social care's own record: the households that it saw or was told of,
 * and whom it gave the child to. What other agencies recorded is compared with it, never merged
 * into it. An address in another entry of social care is no record of a household.
 */
final class RecordedHousehold {
    private final Situation situation;
    private final List<Fact> facts;

    RecordedHousehold(Situation situation) {
        this.situation = situation;
        Set<Fact> found = new LinkedHashSet<>();
        situation
                .around()
                .selves()
                .forEach(self ->
                        self.entries(PersonBody.HouseholdMemberSeen.class).stream()
                                .map(Entry::fact)
                                .forEach(found::add));
        situation
                .around()
                .selves()
                .forEach(self ->
                        self.entries(CareBody.CarerArranged.class).stream()
                                .filter(e -> e.body().agreedBySocialCare())
                                .map(Entry::fact)
                                .forEach(found::add));
        situation.around().stays(situation.subject().id()).stream()
                .map(Stay::place)
                .distinct()
                .flatMap(p -> situation.around().occupying(p).stream())
                .filter(f -> f.body() instanceof PersonBody.HouseholdMemberSeen)
                .forEach(found::add);
        this.facts =
                found.stream()
                        .filter(this::ofSocialCare)
                        .sorted(Comparator.comparingLong(Fact::position))
                        .toList();
    }

    private boolean ofSocialCare(Fact fact) {
        return situation
                .directory()
                .agency(fact.source())
                .filter(a -> a.type() == AgencyType.CHILDRENS_SOCIAL_CARE)
                .isPresent();
    }

    /** Since when there is one; empty before social care wrote one down. */
    Optional<Instant> since() {
        return facts.stream().findFirst().map(f -> f.times().received());
    }

    /** Whether the person is in it, or social care itself recorded them in the home or the care. */
    boolean has(Individual person) {
        return facts.stream().anyMatch(f -> mentions(f, person)) || recorded(person);
    }

    /**
     * Whether the person may be one of it: written down beside the child in the same way, by a
     * given name that is one of theirs, and without anything that differs. Never joined for that.
     */
    boolean mayBeOf(Individual person) {
        return facts.stream()
                .flatMap(f -> f.participants().stream())
                .flatMap(p -> situation.around().whose(p.record()).stream())
                .distinct()
                .filter(other -> !other.equals(person) && !other.equals(situation.subject()))
                .anyMatch(other -> tiedAlike(person, other) && Likeness.between(person, other));
    }

    private boolean tiedAlike(Individual one, Individual other) {
        return ties(one).anyMatch(kind -> ties(other).anyMatch(kind::equals));
    }

    private Stream<Connection.Kind> ties(Individual person) {
        return situation.around().connections(situation.subject().id()).stream()
                .filter(c -> c.to().equals(person.id()))
                .map(Connection::kind)
                .filter(Connection.Kind::personal);
    }

    private boolean recorded(Individual person) {
        Set<PlaceId> homes =
                situation.around().stays(situation.subject().id()).stream()
                        .map(Stay::place)
                        .collect(Collectors.toSet());
        boolean atHome =
                homes.stream()
                        .flatMap(p -> situation.around().occupying(p).stream())
                        .anyMatch(f -> ofSocialCare(f) && mentions(f, person));
        Individual child = situation.subject();
        return atHome
                || Stream.concat(
                                child.about(CareBody.CarerArranged.class).stream(),
                                child.about(CareBody.ReturnedHome.class).stream())
                        .map(Entry::fact)
                        .anyMatch(f -> ofSocialCare(f) && mentions(f, person));
    }

    private static boolean mentions(Fact fact, Individual person) {
        return person.records().stream().anyMatch(fact::mentions);
    }

    /** Whether social care wrote a household down after that moment. */
    boolean writtenAfter(Instant moment) {
        return facts.stream().anyMatch(f -> f.times().received().isAfter(moment));
    }
}
