package sightline.household;

import sightline.access.Relationships;
import sightline.core.facts.Address;
import sightline.core.household.KnownFacts.Member;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.Subject;
import sightline.database.Transactions;
import sightline.identity.Identities;
import sightline.identity.IdentityStore;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is who, asked before a reader's context is opened. It tells nothing about anybody. */
public final class People {
    private final Relationships relationships = new Relationships();
    private final Transactions transactions;
    private final Identities identities;

    public People(Transactions transactions, Identities identities) {
        this.transactions = transactions;
        this.identities = identities;
    }

    /**
     * Whose the records are, with all records of each of those people.
     *
     * @param places which addresses are one place
     */
    record Resolved(
            Map<SourceRecord, PersonId> people,
            Map<PersonId, List<Member>> members,
            Map<Address, PlaceId> places) {
        Resolved {
            people = Map.copyOf(people);
            members = Map.copyOf(members);
            places = Map.copyOf(places);
        }
    }

    /** The id of whoever would have this record alone: the same, whichever it is joined with. */
    PersonId named(SourceRecord record) {
        return identities.named(record);
    }

    /** Who holds that id now, with their records; empty for an id never given. */
    public Optional<Subject> subject(PersonId asked) {
        return subjects(List.of(asked)).stream().findFirst();
    }

    /** Who holds those ids now, in their order; ids never given are left out. */
    public List<Subject> subjects(Collection<PersonId> asked) {
        return transactions.asJob(
                JobName.RESOLVER,
                sql -> {
                    IdentityStore store = identities.in(sql);
                    Set<PersonId> current = new LinkedHashSet<>();
                    asked.forEach(id -> store.current(id).ifPresent(current::add));
                    Map<PersonId, List<Member>> members = store.recordsOf(current);
                    return current.stream()
                            .filter(members::containsKey)
                            .map(id -> subject(id, members))
                            .toList();
                });
    }

    /**
     * Who has a record that shares a number, or a name with a birth or a postcode, with these
     * details: found by keyed hashes, at most so many.
     */
    List<PersonId> sharing(RecordDetails details, int most) {
        return transactions.asJob(
                JobName.RESOLVER,
                sql -> identities.in(sql).sharing(details).stream().sorted().limit(most).toList());
    }

    /**
     * The same of those beside somebody, and of the unborn child that the subject was, as far as
     * anybody is open for what was done about it: no entry of a twin names it.
     */
    Resolved resolve(
            Subject subject, Collection<SourceRecord> beside, Collection<Address> addresses) {
        return transactions.asJob(
                JobName.RESOLVER,
                sql -> {
                    IdentityStore store = identities.in(sql);
                    Set<SourceRecord> records = new LinkedHashSet<>(beside);
                    records.addAll(store.withKeys(relationships.followed(sql, subject.records())));
                    Map<SourceRecord, PersonId> people = new HashMap<>(store.peopleOf(records));
                    var members = store.recordsOf(Set.copyOf(people.values()));
                    members.forEach((id, own) -> own.forEach(m -> people.put(m.record(), id)));
                    return new Resolved(people, members, store.placesOf(addresses));
                });
    }

    static Subject subject(PersonId id, Map<PersonId, List<Member>> members) {
        return Subject.of(
                id, members.getOrDefault(id, List.of()).stream().map(Member::record).toList());
    }
}
