package sightline.web.view.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks on a figure, drawn from the rows of the table beside it: one spot a row, each a link to its
 * row. Right and left are the child's own.
 */
public record BodyMap(
        String heading,
        String description,
        Figure figure,
        int width,
        int height,
        List<Spot> spots) {

    private static final int APART = 18;
    private static final int GAP = 10;
    private static final int NOT_PLACED_HEIGHT = 26;
    private static final int NOT_PLACED_IN_A_ROW = 3;

    public BodyMap {
        spots = List.copyOf(spots);
    }

    /** Which figure: an infant, a child who stands, or an older one. */
    public enum Figure {
        INFANT(190, 12, 288),
        CHILD(160, 10, 314),
        OLDER(160, 10, 352);

        private static final int INFANT_UNTIL_MONTHS = 18;
        private static final int OLDER_FROM_MONTHS = 120;

        private final int width;
        private final int spot;
        private final int height;

        Figure(int width, int spot, int height) {
            this.width = width;
            this.spot = spot;
            this.height = height;
        }

        /** Height of a view with its name below. */
        public int height() {
            return height;
        }

        public int width() {
            return width;
        }

        /** Radius of a spot. */
        public int spot() {
            return spot;
        }

        public boolean infant() {
            return this == INFANT;
        }

        public boolean older() {
            return this == OLDER;
        }

        /** The figure of a child of that age. */
        public static Figure at(long months) {
            if (months < INFANT_UNTIL_MONTHS) {
                return INFANT;
            }
            return months < OLDER_FROM_MONTHS ? CHILD : OLDER;
        }
    }

    /** The child's own side. */
    public enum Side {
        LEFT,
        RIGHT,
        MIDDLE
    }

    /**
     * A row of the table, to be drawn.
     *
     * @param rowId anchor of the row
     * @param sure false, and drawn hollow, where a person has not confirmed that it is this child,
     *     or where it is no mark at all
     */
    public record Row(
            String rowId, String number, BodySite site, Side side, boolean sure, String label) {}

    /** A spot in its place. */
    public record Spot(String rowId, String number, int x, int y, boolean sure, String label) {}

    /** Draws every row, those without a recorded place beneath the figures. */
    public static BodyMap draw(String heading, Figure figure, List<Row> rows) {
        boolean behind = rows.stream().anyMatch(BodyMap::isBehind);
        var spots = new ArrayList<Spot>();
        int notPlaced = 0;
        for (var row : rows) {
            boolean placed = row.site().face() != BodySite.Face.NEITHER;
            var wanted = placed ? inPlace(row, figure) : beneath(row, figure, notPlaced++);
            spots.add(placed ? clearOf(spots, figure, wanted) : wanted);
        }
        return new BodyMap(
                heading,
                rows.size()
                        + (rows.size() == 1 ? " mark." : " marks.")
                        + " Each number leads to its row.",
                figure,
                behind ? 2 * figure.width() + GAP : figure.width(),
                heightWith(figure, notPlaced),
                spots);
    }

    public int drawn() {
        return spots.size();
    }

    /** Whether the figure is also drawn from behind: only where a mark is there. */
    public boolean seenFromBehind() {
        return width > figure.width();
    }

    /** Where the view from behind begins. */
    public int backAt() {
        return figure.width() + GAP;
    }

    /** Whether marks without a recorded place stand beneath the figures. */
    public boolean someNotPlaced() {
        return height > figure.height();
    }

    private static int heightWith(Figure figure, int notPlaced) {
        int rows = (notPlaced + NOT_PLACED_IN_A_ROW - 1) / NOT_PLACED_IN_A_ROW;
        return rows == 0 ? figure.height() : figure.height() + 8 + rows * NOT_PLACED_HEIGHT;
    }

    private static boolean isBehind(Row row) {
        return row.site().face() == BodySite.Face.BACK;
    }

    private static Spot inPlace(Row row, Figure figure) {
        boolean front = row.site().face() == BodySite.Face.FRONT;
        int across = row.site().across(figure);
        int toViewersLeft =
                switch (row.side()) {
                    case RIGHT -> front ? -across : across;
                    case LEFT -> front ? across : -across;
                    case MIDDLE -> 0;
                };
        int middle = figure.width() / 2 + (front ? 0 : figure.width() + GAP);
        return spot(row, middle + toViewersLeft, row.site().down(figure));
    }

    private static Spot beneath(Row row, Figure figure, int before) {
        return spot(
                row,
                130 + before % NOT_PLACED_IN_A_ROW * APART,
                figure.height() + 18 + before / NOT_PLACED_IN_A_ROW * NOT_PLACED_HEIGHT);
    }

    private static Spot spot(Row row, int x, int y) {
        return new Spot(row.rowId(), row.number(), x, y, row.sure(), row.label());
    }

    /** The nearest place, going round in widening rings, that hides no other spot. */
    private static Spot clearOf(List<Spot> others, Figure figure, Spot wanted) {
        for (int ring = 0; ring < 12; ring++) {
            for (int turn = 0; turn < 8; turn++) {
                double angle = turn * Math.PI / 4;
                int x = wanted.x() + (int) Math.round(ring * APART * Math.cos(angle));
                int y = wanted.y() + (int) Math.round(ring * APART * Math.sin(angle));
                if (x > 10 && y > 10 && y < figure.height() - 24 && free(others, x, y)) {
                    return new Spot(
                            wanted.rowId(), wanted.number(), x, y, wanted.sure(), wanted.label());
                }
            }
        }
        return wanted;
    }

    private static boolean free(List<Spot> others, int x, int y) {
        return others.stream()
                .noneMatch(other -> Math.hypot(other.x() - x, other.y() - y) < APART - 1);
    }
}
