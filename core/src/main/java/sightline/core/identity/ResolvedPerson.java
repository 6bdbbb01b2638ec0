package sightline.core.identity;

import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One person and the records that are theirs.
 *
 * @param records never empty, in order
 * @param certainty that of the weakest link which holds the records together
 * @param heldBy the links without a person's decision that hold them together, strongest first
 */
public record ResolvedPerson(
        PersonId id,
        SortedSet<SourceRecord> records,
        Certainty certainty,
        List<PersonLink> heldBy) {

    public ResolvedPerson {
        records = Collections.unmodifiableSortedSet(new TreeSet<>(records));
        heldBy = List.copyOf(heldBy);
    }

    static ResolvedPerson of(
            PersonIds ids, Collection<SourceRecord> records, List<PersonLink> heldBy) {
        var weakest =
                heldBy.stream()
                        .map(link -> link.explanation().certainty())
                        .max(Certainty::compareTo)
                        .orElse(Certainty.CONFIRMED);
        return new ResolvedPerson(ids.of(records), new TreeSet<>(records), weakest, heldBy);
    }
}
