package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

import sightline.web.view.chart.ClockBar;

import java.util.List;

/**
 * One duty of a work list.
 *
 * @param more others that say the same of the same person
 * @param clock drawn and said; null where no clock runs
 * @param told who was told already, if it is late; empty when nobody yet
 * @param next who is told next, and when: never empty, for no duty goes silent
 * @param action where it is done; null where the reader was told of it and may not read so much
 */
public record DutyRow(
        String id,
        Due due,
        String what,
        @Nullable Link subject,
        String subjectDetail,
        String note,
        List<Link> more,
        @Nullable ClockBar clock,
        String told,
        String next,
        @Nullable Link action) {
    public DutyRow {
        more = List.copyOf(more);
        if (next.isBlank()) {
            throw new IllegalArgumentException("a duty names its next escalation: " + id);
        }
    }
}
