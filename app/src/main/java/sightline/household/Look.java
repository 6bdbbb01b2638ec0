package sightline.household;

import sightline.core.kernel.AgencyId;

import java.util.List;

/** What a reader who asks for a person gets. */
public sealed interface Look<T> {
    /** What was read. */
    record Open<T>(T value) implements Look<T> {}

    /**
     * Only that there is a record and who holds it: ordinary need-to-know. The attempt is in the
     * journal.
     */
    record Restricted<T>(List<AgencyId> holders) implements Look<T> {
        public Restricted {
            holders = List.copyOf(holders);
        }
    }

    /** Nobody, as far as this reader may know. The attempt is in the journal. */
    record Nobody<T>() implements Look<T> {}
}
