package sightline.core.reviews;

import sightline.core.kernel.AgencyId;
import sightline.core.reviews.ChronologyRow.Told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An agency's own table as rows of a chronology. Every row that says something is kept, also one
 * whose date cannot be read.
 */
public final class ChronologyTable {
    private static final int HEADINGS_WITHIN = 10;
    private static final int TEXT_MAX = 8_000;

    /** No date at the end of a cell is longer. */
    private static final int DATE_MAX = 40;

    /** What a column holds, by the headings that agencies give it. */
    public enum Column {
        DATE("Date", "date of event", "date of contact", "when", "date/time", "date and time"),
        WHAT(
                "Event",
                "what happened",
                "entry",
                "contact",
                "description",
                "details",
                "significant event",
                "event/contact",
                "what",
                "summary"),
        SOURCE("Source", "source of information", "record", "file", "evidence", "reference"),
        BY("By", "who", "by whom", "professional", "practitioner", "worker", "seen by", "author"),
        KNOWN("Known from", "date recorded", "recorded on", "recorded", "became known", "known"),
        TOLD("Told to", "shared with", "information shared with", "told", "sent to");

        private final String heading;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> others;

        Column(String heading, String... others) {
            this.heading = heading;
            this.others = List.of(others);
        }

        /** As a template names it. */
        public String heading() {
            return heading;
        }

        private boolean is(String cell) {
            String plain = cell.strip().toLowerCase(Locale.ROOT).replaceAll("[:*]$", "");
            return plain.equals(heading.toLowerCase(Locale.ROOT)) || others.contains(plain);
        }
    }

    private ChronologyTable() {}

    /**
     * One table of a file.
     *
     * @param numbers under which its reader finds each row, from 1
     */
    public record Sheet(String name, List<List<String>> rows, List<Integer> numbers) {
        public Sheet {
            rows = List.copyOf(rows);
            numbers = List.copyOf(numbers);
            if (rows.size() != numbers.size()) {
                throw new IllegalArgumentException("each row has a number");
            }
        }
    }

    /** The rows of a table in which no row is left out. */
    public static Optional<List<ChronologyRow>> read(
            int copy, int first, AgencyId agency, String name, List<List<String>> table) {
        return read(
                copy,
                first,
                agency,
                new Sheet(name, table, IntStream.rangeClosed(1, table.size()).boxed().toList()));
    }

    /**
     * The rows of a table; empty where it names no column of dates and none of what happened.
     *
     * @param first the number of its first row in the copy
     */
    public static Optional<List<ChronologyRow>> read(
            int copy, int first, AgencyId agency, Sheet sheet) {
        for (int at = 0; at < Math.min(HEADINGS_WITHIN, sheet.rows().size()); at++) {
            Map<Column, Integer> columns = columns(sheet.rows().get(at));
            if (columns.containsKey(Column.DATE) && columns.containsKey(Column.WHAT)) {
                return Optional.of(rows(copy, first, agency, sheet, at, columns));
            }
        }
        return Optional.empty();
    }

    private static Map<Column, Integer> columns(List<String> cells) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < cells.size(); i++) {
            for (Column column : Column.values()) {
                if (column.is(cells.get(i))) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        return columns;
    }

    private static List<ChronologyRow> rows(
            int copy,
            int first,
            AgencyId agency,
            Sheet sheet,
            int headings,
            Map<Column, Integer> columns) {
        List<List<String>> body = sheet.rows().subList(headings + 1, sheet.rows().size());
        WrittenDates dates =
                WrittenDates.of(body.stream().map(r -> cell(r, columns, Column.DATE)).toList());
        List<ChronologyRow> rows = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            List<String> cells = body.get(i);
            String written = cell(cells, columns, Column.DATE);
            String what = cell(cells, columns, Column.WHAT);
            if (written.isEmpty() && what.isEmpty()) {
                continue;
            }
            WrittenDates.Read read = dates.read(written);
            rows.add(
                    new ChronologyRow(
                            copy,
                            first + rows.size(),
                            agency,
                            source(
                                    sheet.name(),
                                    sheet.numbers().get(headings + 1 + i),
                                    cell(cells, columns, Column.SOURCE)),
                            read.when(),
                            written,
                            what.isEmpty() ? "Nothing is written." : what,
                            cell(cells, columns, Column.BY),
                            dates.day(cell(cells, columns, Column.KNOWN)),
                            told(cell(cells, columns, Column.TOLD), dates),
                            read.doubt()));
        }
        return rows;
    }

    private static String source(String name, int row, String source) {
        return (name.isEmpty() ? "Row " : name + ", row ")
                + row
                + (source.isEmpty() ? "" : ": " + source);
    }

    /** "Police 4/3/2026; school" is two, of whom one has a day. */
    private static List<Told> told(String cell, WrittenDates dates) {
        List<Told> told = new ArrayList<>();
        for (String part : cell.split("[;\\n]", -1)) {
            String who = part.strip();
            Optional<LocalDate> on = Optional.empty();
            for (int space = who.indexOf(' ', who.length() - DATE_MAX);
                    space > 0 && on.isEmpty();
                    space = who.indexOf(' ', space + 1)) {
                on = dates.day(who.substring(space + 1).replaceAll("^\\(?(?:on )?|\\)$", ""));
                if (on.isPresent()) {
                    who = who.substring(0, space).replaceAll("[,(]$", "").strip();
                }
            }
            boolean nobody = who.matches("(?i)|no|none|nobody|no[- ]?one|n/?a|-");
            if (!nobody) {
                told.add(new Told(who, on));
            }
        }
        return told;
    }

    private static String cell(List<String> cells, Map<Column, Integer> columns, Column column) {
        int at = columns.getOrDefault(column, Integer.MAX_VALUE);
        String text = at < cells.size() ? cells.get(at).strip() : "";
        return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) + " (cut here)" : text;
    }
}
