package sightline.web.view.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Lying bars, one a stage, of which a part is late; each is a link to its row.
 *
 * @param heading what the drawing is, for its title
 */
public record Stages(String heading, List<Mark> marks) {
    /** The size of the drawing. */
    public static final int WIDTH = 346;

    private static final int LONGEST = 236;
    private static final int ROW = 44;

    public Stages {
        marks = List.copyOf(marks);
    }

    /**
     * A stage to be drawn.
     *
     * @param words like "Opened, not decided"
     * @param href its row
     */
    public record Stage(String words, long number, long late, String href) {
        /** The figures in words. */
        public String figures() {
            return late == 0 ? String.valueOf(number) : number + ", " + late + " late";
        }
    }

    /** A bar in its place. */
    public record Mark(Stage stage, int y, int width, int late) {}

    /** The height that it takes. */
    public int height() {
        return Math.max(ROW, marks.size() * ROW);
    }

    /** Lays stages out. */
    public static Stages draw(String heading, List<Stage> stages) {
        long most = Math.max(1, stages.stream().mapToLong(Stage::number).max().orElse(1));
        List<Mark> marks = new ArrayList<>();
        for (Stage stage : stages) {
            marks.add(
                    new Mark(
                            stage,
                            marks.size() * ROW,
                            length(stage.number(), most),
                            length(stage.late(), most)));
        }
        return new Stages(heading, marks);
    }

    private static int length(long number, long most) {
        return number == 0 ? 0 : (int) Math.max(6, number * LONGEST / most);
    }
}
