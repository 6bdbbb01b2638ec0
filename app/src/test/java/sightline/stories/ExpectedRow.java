package sightline.stories;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of an inquiry and what a replay must say of it.
 *
 * @param signal alert, duty, shown, not-knowable, register, reviews or -
 * @param items the rules and clocks
 * @param days the days on which each must be said
 * @param to who must be told by the items together: ids, types of agency, either with a role
 * @param about source records, one of which must be in what is said; each group must be met
 */
record ExpectedRow(
        int row,
        String signal,
        List<Item> items,
        List<LocalDate> days,
        List<String> to,
        List<List<String>> about,
        String note) {

    private static final Pattern CELL = Pattern.compile("(?<=^|,)(\"[^\"]*\"|[^,]*)(?:,|$)");

    /** A rule or clock, with its own day and recipients where they are not those of the row. */
    record Item(String rule, Optional<LocalDate> day, List<String> to) {
        static Item read(String text) {
            String[] whom = text.split(">", 2);
            String[] when = whom[0].split("@", 2);
            return new Item(
                    when[0].strip(),
                    when.length > 1
                            ? Optional.of(LocalDate.parse(when[1].strip()))
                            : Optional.empty(),
                    whom.length > 1 ? split(whom[1], "\\+") : List.of());
        }
    }

    /** One line of expected.csv. */
    static ExpectedRow read(String line) {
        List<String> cells = cells(line);
        return new ExpectedRow(
                Integer.parseInt(cells.get(0)),
                cells.get(1),
                split(cells.get(2), ";").stream().map(Item::read).toList(),
                split(cells.get(3), ";").stream().map(LocalDate::parse).toList(),
                split(cells.get(4), ";"),
                split(cells.get(5), ";").stream().map(g -> split(g, "\\|")).toList(),
                cells.get(6));
    }

    /** Whether a replay must say something of it. */
    boolean said() {
        return signal.equals("alert") || signal.equals("duty") || signal.equals("shown");
    }

    private static List<String> split(String text, String by) {
        return Arrays.stream(text.split(by, -1))
                .map(String::strip)
                .filter(t -> !t.isEmpty() && !t.equals("-"))
                .toList();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        while (cell.find()) {
            String text = cell.group(1);
            cells.add(text.startsWith("\"") ? text.substring(1, text.length() - 1) : text);
        }
        return cells;
    }
}
