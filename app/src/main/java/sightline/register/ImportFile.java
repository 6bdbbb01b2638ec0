package sightline.register;

import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file and how far it is.
 *
 * @param fileName as whoever uploaded it called it
 * @param charset as which it is read
 * @param rows how many were looked at
 * @param ready to go in
 * @param known in already, from an earlier file: they add nothing
 * @param aside set aside
 * @param firstReady the first rows that are to go in, by their numbers
 * @param done up to which row it has gone in
 * @param goneIn how many rows went in
 * @param messages how many messages they were
 * @param edition how often rows of it were ended by an erasure
 * @param unreadable why no row of it can be relied upon
 */
public record ImportFile(
        String id,
        AgencyId agency,
        ImportState state,
        String fileName,
        long bytes,
        String charset,
        String uploadedBy,
        Instant uploadedAt,
        Optional<Instant> checkedAt,
        Optional<String> confirmedBy,
        Optional<Instant> confirmedAt,
        Optional<Instant> endedAt,
        int rows,
        int ready,
        int known,
        int aside,
        List<Integer> firstReady,
        int done,
        int goneIn,
        int messages,
        Optional<Long> firstReceipt,
        Optional<Long> lastReceipt,
        int edition,
        Optional<String> unreadable) {
    public ImportFile {
        firstReady = List.copyOf(firstReady);
    }

    @Override
    public String toString() {
        return "ImportFile[" + id + ", " + state + "]";
    }
}
