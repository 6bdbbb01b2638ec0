package sightline.core.screening;

import sightline.core.household.Entry;

/**
 * The child was seen by social care, police or a doctor.
 *
 * @param entry what says so
 * @param marksLookedAt whether the skin was looked at
 * @param alone whether the child was seen alone
 */
public record Sighting(Entry<?> entry, boolean marksLookedAt, boolean alone) {

    /** Whether it counts after a report: after one of an injury the marks must be looked at. */
    public boolean answers(Entry<?> report, boolean ofInjury) {
        return Order.follows(entry, report) && (marksLookedAt || !ofInjury);
    }
}
