package sightline.web.view.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many recommendations of a review were verified, and how many slipped, month after month: two
 * lines on one scale from none to all. The numbers stand in the table beside it.
 *
 * @param all how many recommendations there are, the top of the scale
 * @param verified x and y of the upper line, as SVG reads them
 * @param slipped of the other one
 * @param ticks the months that are named below
 */
public record ProgressLine(
        String heading,
        String description,
        long all,
        String verified,
        String slipped,
        List<Dot> dots,
        List<MonthAxis.Tick> ticks) {
    /** The size of the drawing. */
    public static final int WIDTH = 620;

    /** The size of the drawing. */
    public static final int HEIGHT = 200;

    /** Where the lines end. */
    public static final int END = 450;

    /** Where all of them would be. */
    public static final int TOP = 24;

    private static final int LEFT = 20;
    private static final int BOTTOM = 34;
    private static final int LABEL = 32;

    public ProgressLine {
        dots = List.copyOf(dots);
        ticks = List.copyOf(ticks);
    }

    /** The last day on record of a month, and the four counts. */
    public record Month(
            YearMonth month,
            String name,
            int verified,
            int partWay,
            int noEvidence,
            int slipped,
            int all) {}

    /** A month in its place. */
    public record Dot(Month month, int x, int verifiedY, int slippedY) {}

    /** Lays the months out. */
    public static ProgressLine draw(String heading, List<Month> months) {
        int all = Math.max(1, months.stream().mapToInt(Month::all).max().orElse(1));
        int step = (END - LEFT) / Math.max(1, months.size() - 1);
        List<Dot> dots = new ArrayList<>();
        for (Month month : months) {
            dots.add(
                    new Dot(
                            month,
                            LEFT + dots.size() * step,
                            y(month.verified(), all),
                            y(month.slipped(), all)));
        }
        return new ProgressLine(
                heading,
                described(months),
                all,
                dots.stream()
                        .map(d -> d.x() + "," + d.verifiedY())
                        .collect(Collectors.joining(" ")),
                dots.stream().map(d -> d.x() + "," + d.slippedY()).collect(Collectors.joining(" ")),
                dots,
                MonthAxis.of(months.stream().map(Month::month).toList(), LEFT, step));
    }

    /** Where the word at the end of the upper line stands, apart from that of the other one. */
    public int verifiedLabelY() {
        Dot last = dots.getLast();
        return label(last.verifiedY(), last.slippedY(), last.verifiedY() <= last.slippedY());
    }

    /** The same of the line of those that slipped. */
    public int slippedLabelY() {
        Dot last = dots.getLast();
        return label(last.slippedY(), last.verifiedY(), last.slippedY() < last.verifiedY());
    }

    private static int label(int own, int other, boolean above) {
        if (Math.abs(own - other) >= LABEL) {
            return own + 4;
        }
        int middle = Math.min((own + other) / 2, HEIGHT - LABEL);
        return above ? middle - LABEL / 4 : middle + LABEL * 3 / 4;
    }

    private static String described(List<Month> months) {
        Month first = months.getFirst();
        Month last = months.getLast();
        return "Verified by everybody: %d of %d on %s, %d of %d on %s. Slipped or re-opened: %d, then %d. The same numbers are in the table."
                .formatted(
                        first.verified(),
                        first.all(),
                        first.name(),
                        last.verified(),
                        last.all(),
                        last.name(),
                        first.slipped(),
                        last.slipped());
    }

    private static int y(int count, int all) {
        return TOP + (all - count) * (HEIGHT - TOP - BOTTOM) / all;
    }
}
