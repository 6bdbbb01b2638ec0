package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Stay;
import sightline.core.kernel.PlaceId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who lives with the child by social care's own record: whom it placed in the home, saw there, or
 * gave the child to. What other agencies recorded is compared with it, never merged into it.
 */
final class RecordedHousehold {
    private final List<Fact> facts = new ArrayList<>();

    RecordedHousehold(Situation situation) {
        Individual child = situation.subject();
        Set<PlaceId> homes =
                situation.around().stays(child.id()).stream()
                        .map(Stay::place)
                        .collect(Collectors.toSet());
        homes.stream()
                .flatMap(p -> situation.around().occupying(p).stream())
                .filter(f -> ofSocialCare(situation, f))
                .forEach(this::add);
        of(situation, child.entries(PersonBody.HouseholdMemberSeen.class));
        of(situation, child.about(CareBody.CarerArranged.class));
        of(situation, child.about(CareBody.ReturnedHome.class));
        facts.sort(Comparator.comparingLong(Fact::position));
    }

    private void of(Situation situation, List<? extends Entry<?>> entries) {
        entries.stream()
                .map(Entry::fact)
                .filter(f -> ofSocialCare(situation, f))
                .forEach(this::add);
    }

    private void add(Fact fact) {
        if (!facts.contains(fact)) {
            facts.add(fact);
        }
    }

    private static boolean ofSocialCare(Situation situation, Fact fact) {
        return situation
                .directory()
                .agency(fact.source())
                .filter(a -> a.type() == AgencyType.CHILDRENS_SOCIAL_CARE)
                .isPresent();
    }

    /** Since when there is one; empty before social care wrote anything about it. */
    Optional<Instant> since() {
        return facts.stream().findFirst().map(f -> f.times().received());
    }

    /** Whether the person is in it. */
    boolean has(Individual person) {
        return facts.stream().anyMatch(f -> person.records().stream().anyMatch(f::mentions));
    }

    /** Whether social care wrote about the household after that moment. */
    boolean writtenAfter(Instant moment) {
        return facts.stream().anyMatch(f -> f.times().received().isAfter(moment));
    }
}
