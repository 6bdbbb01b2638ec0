package sightline.web.view.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars of parts, one bar a row of the table beside it, all on one scale. A part is as wide as its
 * number, and at least wide enough to be seen and pressed; each leads to the list that it counts.
 *
 * @param heading what the drawing is, for its title
 * @param description what a bar and its parts are
 */
public record StackedBars(
        String heading, String description, int width, int height, List<Drawn> bars) {
    /** Where the bars begin; their names stand before. */
    public static final int LEFT = 220;

    private static final int WIDTH = 1190;
    private static final int BAR_MAX = WIDTH - LEFT - 90;
    private static final int PART_MIN = 24;
    private static final int ROW = 52;
    private static final int TOP = 8;

    public StackedBars {
        bars = List.copyOf(bars);
    }

    /**
     * A bar to be drawn.
     *
     * @param name of its row
     * @param parts in the order of the key
     */
    public record Bar(String name, List<Part> parts) {
        public Bar {
            parts = List.copyOf(parts);
        }

        long total() {
            return parts.stream().mapToLong(Part::number).sum();
        }
    }

    /**
     * A part of a bar.
     *
     * @param css names its colour; the key and the label say the same in words
     * @param label like "Westmarsh: notice overdue, 12"
     * @param href the list that it counts
     */
    public record Part(String css, long number, String label, String href) {}

    /** A bar in its place. */
    public record Drawn(String name, int y, int end, long total, List<Mark> marks) {
        public Drawn {
            marks = List.copyOf(marks);
        }
    }

    /** A part in its place. */
    public record Mark(Part part, int x, int width) {
        /** The middle, for its number. */
        public int middle() {
            return x + width / 2;
        }
    }

    /** Lays bars out; a part that counts nobody has no mark. */
    public static StackedBars draw(String heading, String description, List<Bar> bars) {
        long most = bars.stream().mapToLong(Bar::total).max().orElse(0);
        int parts = bars.stream().mapToInt(StackedBars::marks).max().orElse(0);
        // What the widest parts may take when every other part of a bar has the least width.
        double scale = most == 0 ? 0 : (double) (BAR_MAX - parts * PART_MIN) / most;
        List<Drawn> drawn = new ArrayList<>();
        for (Bar bar : bars) {
            drawn.add(drawn(bar, TOP + drawn.size() * ROW, scale));
        }
        return new StackedBars(heading, description, WIDTH, TOP + bars.size() * ROW + TOP, drawn);
    }

    private static int marks(Bar bar) {
        return (int) bar.parts().stream().filter(p -> p.number() > 0).count();
    }

    private static Drawn drawn(Bar bar, int y, double scale) {
        List<Mark> marks = new ArrayList<>();
        int x = LEFT;
        for (Part part : bar.parts()) {
            if (part.number() > 0) {
                int width = (int) Math.max(PART_MIN, Math.round(part.number() * scale));
                marks.add(new Mark(part, x, width));
                x += width;
            }
        }
        return new Drawn(bar.name(), y, x, bar.total(), marks);
    }
}
