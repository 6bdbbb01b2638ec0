package sightline.database;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.util.Collection;
import java.util.List;

/**
 * A person for whom a context is opened, with the source records that identity holds to be theirs.
 * Policies are computed once for these records, when the context opens.
 */
public record Subject(PersonId id, List<SourceRecord> records) {
    /** The most subjects of one context: a page of a list. */
    public static final int MAX_SUBJECTS = 500;

    /** Copies the records in order. */
    public Subject {
        records = records.stream().sorted().toList();
    }

    /** A person with their records. */
    public static Subject of(PersonId id, Collection<SourceRecord> records) {
        return new Subject(id, List.copyOf(records));
    }
}
