package sightline.web.view.chart;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which months of a line are written below it: both ends, and between them as many as have room.
 */
public final class MonthAxis {
    /** How wide the name of a month and its year are drawn, with a gap. */
    private static final int NAME = 76;

    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);

    private MonthAxis() {}

    /**
     * A month below the line.
     *
     * @param side the side of its name that stands at x: the first begins there, the last ends
     *     there
     */
    public record Tick(int x, String text, String side) {}

    /**
     * The names of the months.
     *
     * @param left where the first stands
     * @param step how far apart two of them are
     */
    static List<Tick> of(List<YearMonth> months, int left, int step) {
        List<Tick> ticks = new ArrayList<>();
        int last = months.size() - 1;
        int free = left + (last > 0 ? NAME + NAME / 2 : NAME);
        for (int i = 0; i <= last; i++) {
            int x = left + i * step;
            boolean room = x >= free && x <= left + last * step - NAME - NAME / 2;
            if (i == 0 || i == last || room) {
                String side = i == 0 ? "first" : i == last ? "last" : "between";
                ticks.add(new Tick(x, SHORT.format(months.get(i)), side));
                free = i == 0 ? free : x + NAME;
            }
        }
        return ticks;
    }
}
