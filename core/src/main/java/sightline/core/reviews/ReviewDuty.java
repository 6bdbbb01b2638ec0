package sightline.core.reviews;

import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;

import java.time.LocalDate;

/**
 * Something that a review still owes.
 *
 * @param key the same for as long as it is the same duty
 * @param of how much of the review whoever owes it must read to do it
 * @param what as an instruction
 * @param agency who owes it
 * @param role which post there
 * @param starts from when
 * @param due the last day on which it is in time
 * @param why where that comes from
 */
public record ReviewDuty(
        String key,
        Of of,
        String what,
        AgencyId agency,
        Role role,
        LocalDate starts,
        LocalDate due,
        String why) {
    /** How much of a review a duty is about. */
    public sealed interface Of {
        /** All of it: only its lead owes such. */
        record Whole() implements Of {}

        /** An organisation's own report. */
        record Report(AgencyId organisation) implements Of {}

        /** One recommendation, as far as one organisation is asked. */
        record Part(int recommendation, AgencyId organisation) implements Of {}
    }

    /** The post that answers for reviews in a partnership. */
    public static final Role REVIEW_LEAD = new Role("review-lead");

    /** Whether its day is over. */
    public boolean overdue(LocalDate today) {
        return due.isBefore(today);
    }
}
