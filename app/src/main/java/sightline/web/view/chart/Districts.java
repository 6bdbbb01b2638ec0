package sightline.web.view.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Addresses of one person by postcode district, a pin for each row of the table beside it. It
 * stands in for a map where no coordinates are held: it says which are in one district, and no
 * distance.
 *
 * @param description what it shows and what it leaves out, in words
 */
public record Districts(String description, int height, List<Box> boxes) {
    /** The width of the drawing. */
    public static final int WIDTH = 268;

    /** Wide enough for a finger, with the halo around it. */
    public static final int RADIUS = 14;

    private static final int BOXES = 3;
    private static final int BOX = 84;
    private static final int GAP = 8;
    private static final int PINS = 2;
    private static final int HEAD = 28;
    private static final int PIN = 38;

    public Districts {
        boxes = List.copyOf(boxes);
    }

    /**
     * A row that is drawn.
     *
     * @param letter as in the table
     * @param notified whether the person told of it
     * @param label the row in words
     * @param href the row
     */
    public record Pin(
            String letter, String district, boolean notified, String label, String href) {}

    /** A district in its place. */
    public record Box(String name, int x, int y, int width, int height, List<Mark> marks) {
        public Box {
            marks = List.copyOf(marks);
        }
    }

    /** A pin in its place. */
    public record Mark(Pin pin, int x, int y) {}

    /** Lays pins out, district by district. */
    public static Districts draw(String description, List<Pin> pins) {
        Map<String, List<Pin>> districts = new TreeMap<>();
        pins.forEach(p -> districts.computeIfAbsent(p.district(), _ -> new ArrayList<>()).add(p));
        List<Map.Entry<String, List<Pin>>> all = List.copyOf(districts.entrySet());
        List<Box> boxes = new ArrayList<>();
        int y = 0;
        for (int from = 0; from < all.size(); from += BOXES) {
            List<Map.Entry<String, List<Pin>>> line =
                    all.subList(from, Math.min(all.size(), from + BOXES));
            int most = line.stream().mapToInt(d -> d.getValue().size()).max().orElse(0);
            int height = HEAD + (most + PINS - 1) / PINS * PIN + 4;
            for (int i = 0; i < line.size(); i++) {
                boxes.add(box(line.get(i), i * (BOX + GAP), y, height));
            }
            y += height + GAP;
        }
        return new Districts(description, y, boxes);
    }

    private static Box box(Map.Entry<String, List<Pin>> district, int x, int y, int height) {
        List<Mark> marks = new ArrayList<>();
        for (Pin pin : district.getValue()) {
            int column = marks.size() % PINS;
            int row = marks.size() / PINS;
            marks.add(
                    new Mark(pin, x + BOX / 4 + column * BOX / 2, y + HEAD + row * PIN + PIN / 2));
        }
        return new Box(district.getKey(), x, y, BOX, height, marks);
    }
}
