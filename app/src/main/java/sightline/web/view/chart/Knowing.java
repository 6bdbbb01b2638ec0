package sightline.web.view.chart;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who knew what when: one lane for each who knew something, each mark on the day from which they
 * knew it, with a line back to the day on which it happened. The rows of the list beside it say the
 * same in words.
 */
public record Knowing(
        String heading,
        String description,
        int height,
        List<Tick> ticks,
        List<Lane> lanes,
        List<Mark> marks) {
    /** The width of the drawing. */
    public static final int WIDTH = 1190;

    /** Where the lanes begin. */
    public static final int LEFT = 210;

    private static final int RIGHT = 1170;
    private static final int TOP = 34;
    private static final int ROW_HEIGHT = 16;
    private static final int LANE_MIN = 40;
    private static final int APART = 13;
    private static final int TICKS = 12;
    private static final int NAME_LETTERS = 26;

    public Knowing {
        ticks = List.copyOf(ticks);
        lanes = List.copyOf(lanes);
        marks = List.copyOf(marks);
    }

    /** How somebody came to know; the shape says it, and so do the words. */
    public enum How {
        OWN("Their own entry"),
        TOLD("Told by another"),
        NO_DAY("Told, day not recorded: drawn on the day itself");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String css() {
            return "kn-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * That somebody knew something.
     *
     * @param who the lane
     * @param happened the first day on which it may have been
     * @param href the row of the list
     */
    public record Known(
            String who, How how, LocalDate happened, LocalDate from, String href, String label) {}

    /** A month on the axis. */
    public record Tick(int x, String name) {}

    /** A lane. */
    public record Lane(String name, int y, int height, int count) {}

    /** A mark in its place, and where its line begins. */
    public record Mark(int x, int y, int fromX, How how, String href, String label) {}

    /** Lays them out; the order of the lanes is that in which they are first met. */
    public static Knowing draw(String heading, String description, List<Known> all) {
        LocalDate first =
                all.stream()
                        .map(Known::happened)
                        .min(Comparator.naturalOrder())
                        .orElse(LocalDate.EPOCH)
                        .withDayOfMonth(1);
        LocalDate last = all.stream().map(Known::from).max(Comparator.naturalOrder()).orElse(first);
        long days = Math.max(30, ChronoUnit.DAYS.between(first, last) + 1);
        Map<String, List<Known>> by = new LinkedHashMap<>();
        all.forEach(k -> by.computeIfAbsent(k.who(), _ -> new ArrayList<>()).add(k));
        List<Lane> lanes = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        int y = TOP;
        for (Map.Entry<String, List<Known>> lane : by.entrySet()) {
            List<Integer> ends = new ArrayList<>();
            List<Known> inOrder =
                    lane.getValue().stream().sorted(Comparator.comparing(Known::from)).toList();
            for (Known known : inOrder) {
                int x = x(first, days, known.from());
                int row = row(ends, x);
                marks.add(
                        new Mark(
                                x,
                                y + 14 + row * ROW_HEIGHT,
                                x(first, days, known.happened()),
                                known.how(),
                                known.href(),
                                known.label()));
            }
            int height = Math.max(LANE_MIN, ends.size() * ROW_HEIGHT + 12);
            lanes.add(new Lane(shown(lane.getKey()), y, height, lane.getValue().size()));
            y += height;
        }
        return new Knowing(heading, description, y + 6, ticks(first, last, days), lanes, marks);
    }

    private static int row(List<Integer> ends, int x) {
        for (int row = 0; row < ends.size(); row++) {
            if (x - ends.get(row) >= APART) {
                ends.set(row, x);
                return row;
            }
        }
        ends.add(x);
        return ends.size() - 1;
    }

    private static String shown(String name) {
        return name.length() <= NAME_LETTERS ? name : name.substring(0, NAME_LETTERS - 1) + "…";
    }

    private static int x(LocalDate first, long days, LocalDate day) {
        long from = Math.max(0, ChronoUnit.DAYS.between(first, day));
        return (int) (LEFT + Math.min(from, days) * (RIGHT - LEFT) / days);
    }

    private static List<Tick> ticks(LocalDate first, LocalDate last, long days) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
        long step = (months + TICKS - 1) / TICKS;
        List<Tick> ticks = new ArrayList<>();
        for (long month = 0; month < months; month += step) {
            LocalDate at = first.plusMonths(month);
            ticks.add(
                    new Tick(
                            x(first, days, at),
                            at.getMonth()
                                            .getDisplayName(
                                                    java.time.format.TextStyle.SHORT, Locale.UK)
                                    + " "
                                    + at.getYear()));
        }
        return ticks;
    }
}
