package sightline.web.view.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A duty in short, as beside an alert or on the page of a child.
 *
 * @param why what started it; empty where it need not be said
 * @param href page of the duty; empty when it has none
 */
public record DutyLine(String what, String why, Due due, String href) {
    private record Words(String what, String why, Due due) {}

    /** The same in the same words once, in their order: each has a page of its own. */
    public static List<List<DutyLine>> alike(List<DutyLine> duties) {
        Map<Words, List<DutyLine>> alike = new LinkedHashMap<>();
        for (DutyLine duty : duties) {
            Words words = new Words(duty.what(), duty.why(), duty.due());
            alike.computeIfAbsent(words, _ -> new ArrayList<>()).add(duty);
        }
        return List.copyOf(alike.values());
    }

    /** How many are open. */
    public static long open(List<DutyLine> duties) {
        return duties.stream().filter(d -> d.due().tone() != DueTone.DONE).count();
    }
}
