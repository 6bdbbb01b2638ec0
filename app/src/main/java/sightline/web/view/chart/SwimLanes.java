package sightline.web.view.chart;

import sightline.web.view.part.SourceState;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What each agency recorded, one lane an agency, drawn from the entries of the list beside it. A
 * mark stands on its day; marks that would touch go to another row of their lane. One mark for each
 * entry.
 *
 * @param months names of months with their place
 * @param list the entries, newest first: the rows of the list
 */
public record SwimLanes(
        String heading,
        String description,
        int width,
        int height,
        int left,
        int right,
        List<Month> months,
        List<DrawnLane> lanes,
        List<Row> list,
        int contacts,
        int injuries) {

    static final int LEFT = 178;
    static final int RIGHT = 1040;
    private static final int WIDTH = 1190;
    private static final int TOP = 30;
    private static final int ROW_HEIGHT = 19;
    private static final int NAME_LETTERS = 20;
    private static final int LANE_PADDING = 12;
    private static final int LANE_MIN = 50;
    private static final int LANE_MIN_TWO_LINES = 60;
    private static final int BARS_HEIGHT = 62;
    private static final int INJURY_HEIGHT = 10;
    private static final int BAR_MAX = 34;
    private static final int APART = 15;
    private static final int MONTH_MIN = 45;

    public SwimLanes {
        months = List.copyOf(months);
        lanes = List.copyOf(lanes);
        list = List.copyOf(list);
    }

    /** What a mark stands for; shape and colour say it, and so do the words. */
    public enum Kind {
        CONTACT("contact", "Contact", false),
        NOT_BROUGHT("missed", "Was not brought", false),
        INJURY("injury", "Injury", true),
        REFERRAL_ANSWERED("answered", "Referral, answered", false),
        REFERRAL_UNANSWERED("unanswered", "Referral, no answer recorded", false),
        MEETING("meeting", "Meeting or decision", true);

        private final String css;
        private final String word;
        private final boolean above;

        Kind(String css, String word, boolean above) {
            this.css = css;
            this.word = word;
            this.above = above;
        }

        public String css() {
            return css;
        }

        public String word() {
            return word;
        }
    }

    /**
     * An agency and what it recorded.
     *
     * @param state a lane whose source did not answer is hatched, and its silence is explained
     */
    public record Lane(String name, String detail, SourceState state, List<Entry> entries) {
        public Lane {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry of the list.
     *
     * @param id anchor of its row
     * @param date as shown; {@code on} is where it is drawn
     */
    public record Entry(String id, Kind kind, LocalDate on, String date, String what) {}

    /** A row of the list. */
    public record Row(
            String id, String date, LocalDate on, String agency, String kind, String what) {}

    /**
     * A month on the axis.
     *
     * @param name empty where months stand too close to be named
     * @param injuries entered in it, as a bar
     */
    public record Month(int x, String name, int width, int injuries, int barHeight) {}

    /**
     * A lane with its marks in place.
     *
     * @param line the line on which contacts stand
     */
    public record DrawnLane(
            String name,
            String detail,
            SourceState state,
            int y,
            int height,
            int line,
            List<Mark> marks,
            long contacts,
            long injuries) {
        public DrawnLane {
            marks = List.copyOf(marks);
        }

        /** The name in one line, or in two where one would run into the lane. */
        public List<String> nameLines() {
            return lines(name);
        }
    }

    /** A mark: a link to its row. */
    public record Mark(String rowId, Kind kind, int x, int y, String label) {}

    /**
     * Lays out the lanes between two days, both shown.
     *
     * @throws IllegalArgumentException when an entry lies outside the two days
     */
    public static SwimLanes draw(String heading, LocalDate from, LocalDate to, List<Lane> lanes) {
        var scale = new Scale(from, to);
        var drawn = new ArrayList<DrawnLane>();
        int y = TOP;
        for (var lane : lanes) {
            var placed = place(lane, scale, y);
            drawn.add(placed);
            y += placed.height();
        }
        var rows = rows(lanes);
        int contacts = count(lanes, false);
        int injuries = count(lanes, true);
        return new SwimLanes(
                heading,
                describe(lanes, rows.size(), injuries),
                WIDTH,
                y + BARS_HEIGHT,
                LEFT,
                RIGHT,
                months(scale, lanes),
                drawn,
                rows,
                contacts,
                injuries);
    }

    /** How many marks are drawn. */
    public int drawn() {
        return lanes.stream().mapToInt(lane -> lane.marks().size()).sum();
    }

    /** Where the lanes end and the bars begin. */
    public int lanesEnd() {
        return height - BARS_HEIGHT;
    }

    private static List<String> lines(String name) {
        int space = name.lastIndexOf(' ', NAME_LETTERS);
        return name.length() <= NAME_LETTERS || space < 0
                ? List.of(name)
                : List.of(name.substring(0, space), name.substring(space + 1));
    }

    private static DrawnLane place(Lane lane, Scale scale, int top) {
        var above = rowsOf(lane, scale, true);
        var below = rowsOf(lane, scale, false);
        int rows = Math.max(1, above.size()) + Math.max(1, below.size());
        int least = lines(lane.name()).size() == 1 ? LANE_MIN : LANE_MIN_TWO_LINES;
        int height = Math.max(least, rows * ROW_HEIGHT + LANE_PADDING);
        var all = new ArrayList<List<Entry>>(above);
        if (above.isEmpty()) {
            all.add(List.of());
        }
        all.addAll(below);
        var marks = new ArrayList<Mark>();
        for (int row = 0; row < all.size(); row++) {
            int y = rowAt(top, row);
            for (var entry : all.get(row)) {
                marks.add(
                        new Mark(
                                entry.id(),
                                entry.kind(),
                                scale.x(entry.on()),
                                y,
                                label(lane, entry)));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::x).thenComparingInt(Mark::y));
        return new DrawnLane(
                lane.name(),
                lane.detail(),
                lane.state(),
                top,
                height,
                rowAt(top, Math.max(1, above.size())),
                marks,
                lane.entries().stream().filter(SwimLanes::isContact).count(),
                lane.entries().stream().filter(entry -> entry.kind() == Kind.INJURY).count());
    }

    private static int rowAt(int top, int row) {
        return top + LANE_PADDING / 2 + ROW_HEIGHT / 2 + row * ROW_HEIGHT;
    }

    private static List<List<Entry>> rowsOf(Lane lane, Scale scale, boolean above) {
        var rows = new ArrayList<List<Entry>>();
        lane.entries().stream()
                .filter(entry -> entry.kind().above == above)
                .sorted(Comparator.comparing(Entry::on).thenComparing(Entry::id))
                .forEach(entry -> firstFree(rows, scale, entry).add(entry));
        return rows;
    }

    private static List<Entry> firstFree(List<List<Entry>> rows, Scale scale, Entry entry) {
        for (var row : rows) {
            if (scale.x(entry.on()) - scale.x(row.getLast().on()) >= APART) {
                return row;
            }
        }
        var row = new ArrayList<Entry>();
        rows.add(row);
        return row;
    }

    private static List<Month> months(Scale scale, List<Lane> lanes) {
        var months = new ArrayList<Month>();
        int most = 0;
        int named = -MONTH_MIN;
        for (var first = scale.from.withDayOfMonth(1);
                !first.isAfter(scale.to);
                first = first.plusMonths(1)) {
            int x = scale.x(first.isBefore(scale.from) ? scale.from : first);
            var next = first.plusMonths(1);
            int end = next.isAfter(scale.to) ? RIGHT : scale.x(next);
            int injuries = injuriesIn(lanes, first, next);
            most = Math.max(most, injuries);
            String name =
                    x - named >= MONTH_MIN && end - x >= MONTH_MIN / 2
                            ? monthName(first, months)
                            : "";
            if (!name.isEmpty()) {
                named = x;
            }
            months.add(new Month(x, name, end - x, injuries, 0));
        }
        int unit = most * INJURY_HEIGHT > BAR_MAX ? Math.max(1, BAR_MAX / most) : INJURY_HEIGHT;
        return months.stream()
                .map(m -> new Month(m.x(), m.name(), m.width(), m.injuries(), m.injuries() * unit))
                .toList();
    }

    private static String monthName(LocalDate month, List<Month> before) {
        var pattern = before.isEmpty() || month.getMonthValue() == 1 ? "MMM yyyy" : "MMM";
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).format(month).replace("Sept", "Sep");
    }

    private static int injuriesIn(List<Lane> lanes, LocalDate from, LocalDate before) {
        return (int)
                lanes.stream()
                        .flatMap(lane -> lane.entries().stream())
                        .filter(entry -> entry.kind() == Kind.INJURY)
                        .filter(entry -> !entry.on().isBefore(from) && entry.on().isBefore(before))
                        .count();
    }

    private static List<Row> rows(List<Lane> lanes) {
        return lanes.stream()
                .flatMap(lane -> lane.entries().stream().map(entry -> row(lane, entry)))
                .sorted(Comparator.comparing(Row::on).reversed())
                .toList();
    }

    private static Row row(Lane lane, Entry entry) {
        return new Row(
                entry.id(),
                entry.date(),
                entry.on(),
                lane.name(),
                entry.kind().word(),
                entry.what());
    }

    private static String label(Lane lane, Entry entry) {
        return entry.kind().word() + ", " + lane.name() + ", " + entry.date() + ": " + entry.what();
    }

    private static boolean isContact(Entry entry) {
        return entry.kind() == Kind.CONTACT;
    }

    private static int count(List<Lane> lanes, boolean injuries) {
        return (int)
                lanes.stream()
                        .flatMap(lane -> lane.entries().stream())
                        .filter(entry -> injuries ? entry.kind() == Kind.INJURY : isContact(entry))
                        .count();
    }

    private static String describe(List<Lane> lanes, int entries, int injuries) {
        return entries
                + (entries == 1 ? " entry" : " entries")
                + " of "
                + lanes.size()
                + (lanes.size() == 1 ? " agency, " : " agencies, ")
                + injuries
                + (injuries == 1 ? " injury" : " injuries")
                + " among them. The same entries are in the list below.";
    }

    private record Scale(LocalDate from, LocalDate to) {
        Scale {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("nothing to draw from " + from + " to " + to);
            }
        }

        int x(LocalDate day) {
            if (day.isBefore(from) || day.isAfter(to)) {
                throw new IllegalArgumentException(
                        "an entry of " + day + " is not between " + from + " and " + to);
            }
            long days = ChronoUnit.DAYS.between(from, to);
            int inner = 10;
            return (int)
                    (LEFT
                            + inner
                            + ChronoUnit.DAYS.between(from, day)
                                    * (RIGHT - LEFT - 2 * inner)
                                    / days);
        }
    }
}
