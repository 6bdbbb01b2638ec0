package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

import sightline.web.view.chart.ClockBar;

/**
 * One duty of a work list.
 *
 * @param clock drawn and said; null where no clock runs
 * @param told who was told already, if it is late; empty when nobody yet
 * @param next who is told next, and when: never empty, for no duty goes silent
 */
public record DutyRow(
        String id,
        Due due,
        String what,
        @Nullable Link subject,
        String subjectDetail,
        String note,
        @Nullable ClockBar clock,
        String told,
        String next,
        Link action) {
    public DutyRow {
        if (next.isBlank()) {
            throw new IllegalArgumentException("a duty names its next escalation: " + id);
        }
    }
}
