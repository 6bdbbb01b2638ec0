package sightline.web.view.part;

import java.util.List;

/**
 * Duties under one heading, most overdue first.
 *
 * @param whenEmpty what to say when there are none, with the time of the last check
 */
public record DutyGroup(
        String id, String heading, boolean hot, List<DutyRow> rows, String whenEmpty) {
    public DutyGroup {
        rows = List.copyOf(rows);
    }
}
