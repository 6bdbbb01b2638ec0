package sightline.household;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.Standing;
import sightline.core.household.KnownFacts;
import sightline.core.household.LeftOut;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.facts.AddressKey;
import sightline.facts.PostgresLedger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The facts that a reader's context lets through, with who is who as it was resolved before. */
final class OpenedFacts implements KnownFacts {
    private final PostgresLedger ledger;
    private final People.Resolved resolved;
    private final LeftOut leftOut;
    private final Map<Long, Fact> held = new HashMap<>();

    /**
     * @param held facts that were read before, and that the same context lets through: they are not
     *     read again
     * @param leftOut what is not read
     */
    OpenedFacts(
            PostgresLedger ledger,
            People.Resolved resolved,
            Collection<Fact> held,
            LeftOut leftOut) {
        this.ledger = ledger;
        this.resolved = resolved;
        this.leftOut = leftOut;
        held.forEach(f -> this.held.put(f.position(), f));
    }

    @Override
    public Map<SourceRecord, PersonId> peopleOf(Collection<SourceRecord> records) {
        Map<SourceRecord, PersonId> found = new HashMap<>();
        for (SourceRecord record : records) {
            PersonId person = resolved.people().get(record);
            if (person != null) {
                found.put(record, person);
            }
        }
        return found;
    }

    @Override
    public Map<PersonId, List<Member>> recordsOf(Collection<PersonId> people) {
        Map<PersonId, List<Member>> found = new HashMap<>();
        for (PersonId person : people) {
            List<Member> members = resolved.members().get(person);
            if (members != null) {
                found.put(person, members);
            }
        }
        return found;
    }

    /** A reader sees who is who; who may be who is for those who decide it. */
    @Override
    public Map<PersonId, Set<PersonId>> undecidedOf(Collection<PersonId> people) {
        return Map.of();
    }

    @Override
    public List<Fact> mentioning(Collection<SourceRecord> records) {
        List<Fact> found =
                new ArrayList<>(
                        ledger.mentioningBut(
                                records, held.keySet(), leftOut.kinds(), leftOut.latest()));
        Set<SourceRecord> asked = Set.copyOf(records);
        held.values().stream()
                .filter(f -> f.participants().stream().anyMatch(p -> asked.contains(p.record())))
                .forEach(found::add);
        found.sort(Comparator.comparingLong(Fact::position));
        return found;
    }

    @Override
    public Map<Long, Standing> withdrawn(Collection<SourceRecord> records) {
        return ledger.withdrawn(records);
    }

    @Override
    public Map<Address, PlaceId> placesOf(Collection<Address> addresses) {
        Map<Address, PlaceId> found = new HashMap<>();
        for (Address address : addresses) {
            PlaceId place = resolved.places().get(address);
            if (place != null) {
                found.put(address, place);
            }
        }
        return found;
    }

    @Override
    public List<Fact> occupying(Collection<PlaceId> places, int limit) {
        Map<UUID, PlaceId> keys =
                resolved.places().entrySet().stream()
                        .filter(e -> places.contains(e.getValue()))
                        .collect(
                                Collectors.toMap(
                                        e -> AddressKey.of(e.getKey()),
                                        Map.Entry::getValue,
                                        (a, _) -> a));
        return ledger.occupying(keys.keySet(), limit);
    }
}
