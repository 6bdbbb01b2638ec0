package sightline.web.view.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Percent by month as a line, with the target across it; the numbers stand in the table beside it.
 *
 * @param points x and y, as SVG reads them
 * @param targetY where the target is
 * @param ticks the months that are named below
 * @param slipping the newest months, where all of them miss a target that was met before
 */
public record MonthLine(
        String id,
        String heading,
        String description,
        int target,
        int targetY,
        String points,
        List<Dot> dots,
        List<MonthAxis.Tick> ticks,
        Optional<Band> slipping) {
    /** The size of the drawing. */
    public static final int WIDTH = 620;

    /** The size of the drawing. */
    public static final int HEIGHT = 200;

    private static final int LEFT = 20;
    private static final int RIGHT = 110;
    private static final int TOP = 24;
    private static final int BOTTOM = 34;
    private static final int MARGIN = 8;

    public MonthLine {
        dots = List.copyOf(dots);
        ticks = List.copyOf(ticks);
    }

    /**
     * A month to be drawn.
     *
     * @param percent of those that were due
     */
    public record Month(
            YearMonth month, String name, long percent, long met, long all, boolean meets) {}

    /** A month in its place. */
    public record Dot(Month month, int x, int y) {
        /** Where its number stands: below the line where it misses the target, above it else. */
        public int labelY() {
            return month.meets() ? y - 9 : y + 18;
        }
    }

    /** Months beside each other that are marked together. */
    public record Band(int x, int width) {
        /** The middle, under which its word stands. */
        public int middle() {
            return x + width / 2;
        }
    }

    /** Lays the months out on a scale from 0 to 100. */
    public static MonthLine draw(
            String id, String heading, String description, int target, List<Month> months) {
        int step = (WIDTH - LEFT - RIGHT) / Math.max(1, months.size() - 1);
        List<Dot> dots = new ArrayList<>();
        for (Month month : months) {
            dots.add(new Dot(month, LEFT + dots.size() * step, y(month.percent())));
        }
        String points =
                dots.stream().map(d -> d.x() + "," + d.y()).collect(Collectors.joining(" "));
        return new MonthLine(
                id,
                heading,
                description,
                target,
                y(target),
                points,
                dots,
                MonthAxis.of(months.stream().map(Month::month).toList(), LEFT, step),
                slipping(dots, step));
    }

    private static Optional<Band> slipping(List<Dot> dots, int step) {
        int from = dots.size();
        while (from > 0 && !dots.get(from - 1).month().meets()) {
            from--;
        }
        if (from == 0 || from == dots.size()) {
            return Optional.empty();
        }
        int x = dots.get(from).x() - step / 2;
        return Optional.of(new Band(x, dots.getLast().x() + MARGIN - x));
    }

    private static int y(long percent) {
        return (int) (TOP + (100 - percent) * (HEIGHT - TOP - BOTTOM) / 100);
    }
}
