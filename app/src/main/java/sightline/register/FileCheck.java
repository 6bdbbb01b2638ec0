package sightline.register;

import sightline.access.UserId;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Holds the rows of one file against each other, against what went in before, and against who is on
 * the register. It keeps keyed hashes of the rows that it saw, and no row.
 */
final class FileCheck {
    /** A row that was seen before. */
    private record Seen(int number, String what) {}

    private final AgencyId agency;
    private final UserId asker;
    private final OnRegister register;
    private final ImportSeal seal;
    private final Map<String, Seen> rows = new HashMap<>();
    private final Map<String, Seen> people = new HashMap<>();
    private final Map<String, Seen> numbers = new HashMap<>();

    FileCheck(AgencyId agency, UserId asker, OnRegister register, ImportSeal seal) {
        this.agency = agency;
        this.asker = asker;
        this.register = register;
        this.seal = seal;
    }

    /**
     * The next rows, with what is wrong between them and others.
     *
     * @param imported what went in before, by its key
     */
    List<CheckedRow> look(List<CheckedRow> next, Map<String, String> imported) {
        List<CheckedRow> looked = new ArrayList<>();
        for (CheckedRow row : next) {
            looked.add(row.problems().isEmpty() ? among(row) : row);
        }
        List<RecordDetails> asked =
                looked.stream()
                        .filter(r -> r.problems().isEmpty() && !imported.containsKey(r.key()))
                        .map(r -> Objects.requireNonNull(r.details()))
                        .toList();
        Set<SourceRecord> listed =
                asked.isEmpty() ? Set.of() : register.already(agency, asker, asked);
        return looked.stream().map(row -> before(row, imported, listed)).toList();
    }

    private CheckedRow among(CheckedRow row) {
        Seen same = rows.putIfAbsent(row.key(), new Seen(row.row().number(), row.content()));
        if (same != null) {
            return row.aside(
                    same.what().equals(row.content())
                            ? RowProblem.row(
                                    "It says the same as row " + same.number() + ".",
                                    "Leave one of the two out.")
                            : RowProblem.row(
                                    "Row "
                                            + same.number()
                                            + " has the same person and conviction with other details.",
                                    "Find out which is right, and leave the other out."));
        }
        String id = seal.name("id|" + row.row().cell(ImportColumn.LOCAL_ID));
        Seen other = people.putIfAbsent(id, new Seen(row.row().number(), row.person()));
        if (other != null && !other.what().equals(row.person())) {
            return row.aside(
                    RowProblem.at(
                            ImportColumn.LOCAL_ID,
                            "Row "
                                    + other.number()
                                    + " has the same local id and says that the person is somebody else.",
                            "One of the two has a wrong local id, or a wrong name, birth or number."));
        }
        return numbered(row, id);
    }

    private CheckedRow numbered(CheckedRow row, String id) {
        for (Identifier number : Objects.requireNonNull(row.details()).identifiers()) {
            String name = seal.name("number|" + number.type() + "|" + number.value());
            Seen other = numbers.putIfAbsent(name, new Seen(row.row().number(), id));
            if (other != null && !other.what().equals(id)) {
                return row.aside(
                        RowProblem.row(
                                "Row "
                                        + other.number()
                                        + " has the same police number under another local id.",
                                "Give both rows one local id if they are one person; else mend the number."));
            }
        }
        return row;
    }

    private static CheckedRow before(
            CheckedRow row, Map<String, String> imported, Set<SourceRecord> listed) {
        if (!row.problems().isEmpty()) {
            return row;
        }
        String before = imported.get(row.key());
        if (before != null && !before.equals(row.content())) {
            return row.aside(
                    RowProblem.row(
                            "It went in before with other details.",
                            "Record what has changed on the person’s page, or as a correction from your system."));
        }
        if (before == null && row.record() != null && listed.contains(row.record())) {
            return row.aside(
                    RowProblem.at(
                            ImportColumn.LOCAL_ID,
                            "The person is on your register already, under another number of yours.",
                            "Use that number if the row is a further conviction; else leave the row out."));
        }
        return row;
    }
}
