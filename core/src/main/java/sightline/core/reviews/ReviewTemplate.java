package sightline.core.reviews;

import sightline.core.kernel.Nation;
import sightline.core.kernel.ShippedText;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.kernel.YamlNode;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a review went in its time: which parts it has and which clocks run.
 *
 * @param key how an entry names it
 * @param from the first day on which one could be begun
 * @param until the last; empty while it is in force
 * @param parts what it is made of, in order
 * @param clocks by name
 */
public record ReviewTemplate(
        String key,
        String title,
        LocalDate from,
        Optional<LocalDate> until,
        List<String> parts,
        Map<String, Clock> clocks) {
    /** Tell the national body. */
    public static final String NOTIFY = "notify";

    /** Finish the first look. */
    public static final String RAPID_REVIEW = "rapid-review";

    /** Decide whether there is a review. */
    public static final String DECIDE = "decide";

    /** From the decision that there is a review until its family is told of it. */
    public static final String FAMILY = "family";

    /** Finish the report. */
    public static final String REPORT = "report";

    /** Look again whether a process still holds publication. */
    public static final String HOLD = "hold";

    /** Decide whether a published review stays up beside a process that began since. */
    public static final String PUBLISHED = "published";

    /** Answer a recommendation. */
    public static final String ANSWER = "answer";

    /** Write to a national body. */
    public static final String LETTER = "letter";

    /** Begin again what was graded inadequate. */
    public static final String REDO = "redo";

    /** Say what will be done about what was re-opened. */
    public static final String PLAN = "plan";

    public ReviewTemplate {
        parts = List.copyOf(parts);
        clocks = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(clocks));
    }

    /** A unit of time. */
    public enum Unit {
        DAYS,
        WORKING_DAYS,
        MONTHS
    }

    /**
     * A time limit.
     *
     * @param source where it is written
     * @param mark how sure that is
     */
    public record Clock(int length, Unit unit, String source, String mark) {
        /** The last day in time, from a day on which it starts. */
        public LocalDate due(LocalDate start) {
            return switch (unit) {
                case DAYS -> start.plusDays(length);
                case MONTHS -> start.plusMonths(length);
                case WORKING_DAYS -> {
                    WorkingCalendar calendar = WorkingCalendar.of(Nation.ENGLAND);
                    LocalDate day = start;
                    for (int i = 0; i < length; i++) {
                        day = calendar.after(day);
                    }
                    yield day;
                }
            };
        }

        /** Where it comes from, in one line. */
        public String why() {
            return source + " [" + mark + "]";
        }
    }

    /** The clock of that name, if this kind of review has it. */
    public Optional<Clock> clock(String name) {
        return Optional.ofNullable(clocks.get(name));
    }

    /** Whether one could be begun on that day. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }

    /** Those that ship, by key. */
    public static Map<String, ReviewTemplate> shipped() {
        return Shipped.ALL;
    }

    /**
     * Reads templates from YAML.
     *
     * @throws IllegalArgumentException naming what cannot be read and what to write instead
     */
    public static Map<String, ReviewTemplate> read(String yaml) {
        YamlNode pack = YamlNode.read("the kinds of review", yaml);
        Map<String, ReviewTemplate> all = new LinkedHashMap<>();
        for (YamlNode each : pack.nodes("templates")) {
            Map<String, Clock> clocks = new LinkedHashMap<>();
            YamlNode limits = each.node("clocks");
            for (String name : limits.names()) {
                clocks.put(name, clock(limits.node(name)));
            }
            ReviewTemplate template =
                    new ReviewTemplate(
                            each.text("key"),
                            each.text("title"),
                            LocalDate.parse(each.text("from")),
                            each.has("until")
                                    ? Optional.of(LocalDate.parse(each.text("until")))
                                    : Optional.empty(),
                            each.texts("parts"),
                            clocks);
            all.put(template.key(), template);
        }
        return all;
    }

    private static Clock clock(YamlNode node) {
        String[] limit = node.text("limit").split(" ", 2);
        if (limit.length != 2) {
            throw new IllegalArgumentException(
                    node.name() + " has no unit.\nWrite it like 6 months.");
        }
        Unit unit =
                switch (limit[1]) {
                    case "days" -> Unit.DAYS;
                    case "working days" -> Unit.WORKING_DAYS;
                    case "months", "month" -> Unit.MONTHS;
                    default ->
                            throw new IllegalArgumentException(
                                    node.name()
                                            + " has an unknown unit.\n"
                                            + "Write days, working days or months.");
                };
        return new Clock(Integer.parseInt(limit[0]), unit, node.text("source"), node.text("mark"));
    }

    private static final class Shipped {
        private static final Map<String, ReviewTemplate> ALL =
                read(ShippedText.of("/packs/reviews.yaml"));
    }
}
