package sightline.register;

import org.jspecify.annotations.Nullable;

import sightline.core.facts.Codes;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.Parsed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cells of one row as values, with what is wrong with each. */
final class RowValues {
    private static final int CELL_MAX = 500;
    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK)
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final ImportRow row;
    private final List<RowProblem> problems = new ArrayList<>();

    RowValues(ImportRow row) {
        this.row = row;
        if (row.cells().size() != row.width()) {
            problems.add(
                    RowProblem.row(
                            "It has %d cells, the header has %d."
                                    .formatted(row.cells().size(), row.width()),
                            "Put cells with commas or line ends into quotation marks."));
            return;
        }
        for (ImportColumn column : ImportColumn.values()) {
            if (column.needed() && !row.has(column)) {
                problems.add(RowProblem.at(column, "It is empty.", "Fill it in."));
            }
            if (row.cell(column).length() > CELL_MAX) {
                problems.add(
                        RowProblem.at(
                                column,
                                "It has more than 500 characters.",
                                "Shorten it; is a quotation mark missing?"));
            }
        }
    }

    List<RowProblem> problems() {
        return problems;
    }

    void wrong(ImportColumn column, String says, String fix) {
        problems.add(RowProblem.at(column, says, fix));
    }

    String text(ImportColumn column) {
        return row.cell(column);
    }

    /** A day that is possible: after 1899, and not after the last. */
    @Nullable LocalDate day(ImportColumn column, LocalDate last) {
        if (!row.has(column)) {
            return null;
        }
        LocalDate day = parsed(row.cell(column));
        if (day == null || day.isBefore(EARLIEST)) {
            wrong(
                    column,
                    "It is no day that there is.",
                    "Write a day like 2019-05-14 or 14/05/2019.");
            return null;
        }
        if (day.isAfter(last)) {
            wrong(
                    column,
                    "It is in the future.",
                    "Check the year; what is planned is not imported.");
            return null;
        }
        return day;
    }

    private static @Nullable LocalDate parsed(String text) {
        try {
            return text.indexOf('/') > 0 ? LocalDate.parse(text, DAY_FIRST) : LocalDate.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }

    @Nullable Integer whole(ImportColumn column, int least, int most, String like) {
        if (!row.has(column)) {
            return null;
        }
        String text = row.cell(column);
        int value = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            wrong(column, "It is no whole number from " + least + " to " + most + ".", like);
            return null;
        }
        return value;
    }

    /** One of the words of a type, in whatever case and with blanks for hyphens. */
    <E extends Enum<E>> @Nullable E code(ImportColumn column, Class<E> type) {
        if (!row.has(column)) {
            return null;
        }
        String written = row.cell(column).toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
        for (E constant : type.getEnumConstants()) {
            if (Codes.kebab(constant).equals(written)) {
                return constant;
            }
        }
        wrong(
                column,
                "It is none of the words that are known.",
                "Use one of the words of the column’s description.");
        return null;
    }

    boolean truth(ImportColumn column) {
        return switch (row.cell(column).toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true", "1" -> true;
            case "", "n", "no", "false", "0" -> false;
            default -> {
                wrong(column, "It is neither yes nor no.", "Write yes or no.");
                yield false;
            }
        };
    }

    Optional<Identifier> identifier(
            ImportColumn column, IdentifierType type, AgencyId sender, Year year) {
        if (!row.has(column)) {
            return Optional.empty();
        }
        return switch (Identifier.parse(type, row.cell(column), sender, year)) {
            case Parsed.Valid<Identifier>(Identifier value, var _) -> Optional.of(value);
            case Parsed.Invalid<Identifier>(String reason, String advice) -> {
                wrong(column, reason, advice);
                yield Optional.empty();
            }
        };
    }
}
