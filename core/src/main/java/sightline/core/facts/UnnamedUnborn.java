package sightline.core.facts;

import sightline.core.kernel.SourceRecord;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The record of an unborn child whom a booking does not name: made of the mother's record and the
 * day on which the child is expected, so that her next pregnancy is another child's.
 */
public final class UnnamedUnborn {
    private static final String MARK = "~unborn";
    private static final String BOOKED = MARK + "-booked-";

    private UnnamedUnborn() {}

    /**
     * The record; of a booking without an expected day it is made of the day of the booking, so
     * that a later pregnancy is another child's there too.
     */
    public static SourceRecord of(
            SourceRecord mother, Optional<LocalDate> expected, LocalDate booked) {
        return new SourceRecord(
                mother.agency(),
                mother.localId() + expected.map(day -> MARK + "-" + day).orElse(BOOKED + booked));
    }

    /** Whether a booking made it, so that its agency says nothing of twins by having another. */
    public static boolean made(SourceRecord record) {
        return mother(record).isPresent();
    }

    /** The day of the booking that made it, where that knew no expected day. */
    public static Optional<LocalDate> booked(SourceRecord record) {
        int mark = record.localId().lastIndexOf(BOOKED);
        try {
            return mark < 0
                    ? Optional.empty()
                    : Optional.of(
                            LocalDate.parse(record.localId().substring(mark + BOOKED.length())));
        } catch (DateTimeException somebodyElses) {
            return Optional.empty();
        }
    }

    /** Whether both were made of bookings of one record of the mother. */
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
