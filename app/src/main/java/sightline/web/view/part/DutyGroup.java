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

    /** Whether a clock runs for any of them. */
    public boolean clocks() {
        return rows.stream().anyMatch(row -> row.clock() != null);
    }

    /** The headings of the columns. */
    public List<String> headings() {
        return clocks()
                ? List.of("Due", "What is owed", "Clock", "If it is late", "Action")
                : List.of("Due", "What is owed", "If it is late", "Action");
    }
}
