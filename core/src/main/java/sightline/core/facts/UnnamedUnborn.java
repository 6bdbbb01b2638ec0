package sightline.core.facts;

import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The record of an unborn child whom a booking does not name: made of the mother's record and the
 * day on which the child is expected, so that her next pregnancy is another child's.
 */
public final class UnnamedUnborn {
    private static final String MARK = "~unborn";

    private UnnamedUnborn() {}

    /** The record; of a booking without an expected day there is one for each mother. */
    public static SourceRecord of(SourceRecord mother, Optional<LocalDate> expected) {
        return new SourceRecord(
                mother.agency(),
                mother.localId() + MARK + expected.map(day -> "-" + day).orElse(""));
    }

    /**
     * Whether both were made of one mother's bookings: such records say nothing of twins, since a
     * scan may have moved the day.
     */
    public static boolean ofOneMother(SourceRecord one, SourceRecord other) {
        return one.agency().equals(other.agency())
                && mother(one).isPresent()
                && mother(one).equals(mother(other));
    }

    private static Optional<String> mother(SourceRecord record) {
        int mark = record.localId().lastIndexOf(MARK);
        return mark < 0 ? Optional.empty() : Optional.of(record.localId().substring(0, mark));
    }
}
