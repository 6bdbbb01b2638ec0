package sightline.web.view.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Upright bars, one a row of the table beside it, all on one scale and each a link to what it
 * counts.
 *
 * @param id names it on its page
 * @param heading what the drawing is, for its title
 * @param description what it shows, in words
 */
public record Columns(String id, String heading, String description, List<Mark> marks) {
    /** The size of the drawing. */
    public static final int WIDTH = 346;

    /** The size of the drawing. */
    public static final int HEIGHT = 206;

    /** Where the bars stand. */
    public static final int BASE = 176;

    private static final int TALLEST = 150;
    private static final int LEFT = 3;

    public Columns {
        marks = List.copyOf(marks);
    }

    /**
     * A bar to be drawn.
     *
     * @param under what stands under it; empty for none
     * @param label like "22 late on 29 June"
     * @param href what it counts
     * @param now whether it is the one of this moment
     */
    public record Bar(long number, String under, String label, String href, boolean now) {}

    /** A bar in its place. */
    public record Mark(Bar bar, int x, int y, int width, int height) {
        /** The middle, for its number. */
        public int middle() {
            return x + width / 2;
        }
    }

    /** Lays bars out; one that counts nothing is a line with its 0. */
    public static Columns draw(String id, String heading, String description, List<Bar> bars) {
        long most = Math.max(1, bars.stream().mapToLong(Bar::number).max().orElse(1));
        int step = (WIDTH - LEFT) / Math.max(1, bars.size());
        List<Mark> marks = new ArrayList<>();
        for (Bar bar : bars) {
            int height = (int) Math.max(1, bar.number() * TALLEST / most);
            marks.add(
                    new Mark(
                            bar,
                            LEFT + marks.size() * step,
                            BASE - height,
                            Math.max(8, step - 6),
                            height));
        }
        return new Columns(id, heading, description, marks);
    }
}
