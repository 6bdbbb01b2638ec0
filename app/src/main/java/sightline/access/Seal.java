package sightline.access;

import sightline.core.facts.Sensitivity;
import sightline.core.kernel.FactId;
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Hides one class of a record's facts, or the whole record, from everybody but those named. It
 * holds past its review date, until it is lifted by two people.
 *
 * @param of the class; empty for the whole record
 * @param readers who may see it: users, posts and teams
 */
public record Seal(
        SourceRecord record,
        Optional<Sensitivity> of,
        Set<Grantee> readers,
        String authority,
        FactId reason,
        LocalDate reviewOn,
        Instant from,
        Optional<Instant> liftedAt) {

    public Seal {
        readers = Set.copyOf(readers);
        if (readers.stream().anyMatch(r -> r instanceof Grantee.Agency)) {
            throw new IllegalArgumentException(
                    "A seal names a whole agency.\nName users, posts or teams.");
        }
    }

    /** Whether it holds at that instant. */
    public boolean holdsAt(Instant at) {
        return !from.isAfter(at) && liftedAt.filter(end -> !end.isAfter(at)).isEmpty();
    }

    /** Whether it names this reader. */
    public boolean names(ReaderContext reader) {
        return readers.stream().anyMatch(r -> r.names(reader));
    }
}
