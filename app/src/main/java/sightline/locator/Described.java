package sightline.locator;

import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.household.KnownFacts.Member;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Sensitive;
import sightline.core.kernel.SourceRecord;
import sightline.core.locator.PersonForms;
import sightline.identity.IdentityStore;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** By what people may be known elsewhere, from what counts; sealed facts say nothing here. */
final class Described {
    private Described() {}

    /**
     * Somebody.
     *
     * @param records all of theirs, in order
     */
    record Person(List<SourceRecord> records, List<Sensitive<String>> forms) {
        Person {
            records = List.copyOf(records);
            forms = List.copyOf(forms);
        }
    }

    /** Those of these people who are there, in two reads. */
    static Map<PersonId, Person> people(IdentityStore identity, Collection<PersonId> ids) {
        Map<PersonId, List<SourceRecord>> records = new HashMap<>();
        identity.recordsOf(ids)
                .forEach((id, members) ->
                        records.put(id, members.stream().map(Member::record).sorted().toList()));
        List<Fact> facts =
                identity.mentioning(records.values().stream().flatMap(List::stream).toList());
        Predicate<Fact> counts = identity.undoubted(facts);
        Map<SourceRecord, List<PersonBody.Person>> described = new HashMap<>();
        for (Fact fact : facts) {
            if (fact.body() instanceof PersonBody.Person person
                    && !fact.sensitivity().apart()
                    && counts.test(fact)) {
                fact.subject()
                        .ifPresent(r ->
                                described
                                        .computeIfAbsent(r, _ -> new java.util.ArrayList<>())
                                        .add(person));
            }
        }
        return records.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e ->
                                        new Person(
                                                e.getValue(),
                                                PersonForms.of(
                                                        e.getValue().stream()
                                                                .flatMap(r ->
                                                                        described
                                                                                .getOrDefault(
                                                                                        r,
                                                                                        List.of())
                                                                                .stream())
                                                                .toList()))));
    }
}
