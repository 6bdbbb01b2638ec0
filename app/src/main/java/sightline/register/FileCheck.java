package sightline.register;

import sightline.access.UserId;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the rows of one file against each other, against what went in before, and against who is on
 * the register. It keeps keyed hashes of the rows that it saw, and no row.
 */
final class FileCheck {
    /** A row that was seen before. */
    private record Seen(int number, String what) {}

    /** Of a row whose person went in lately under another local id. */
    static final RowProblem ELSEWHERE =
            RowProblem.at(
                    ImportColumn.LOCAL_ID,
                    "The person went in from a file of the last 90 days, under another local id of yours.",
                    "Use that id if the row is a further conviction; else leave the row out.");

    private final AgencyId agency;
    private final UserId asker;
    private final OnRegister register;
    private final ImportSeal seal;
    private final Map<String, Seen> rows = new HashMap<>();
    private final Map<String, Seen> people = new HashMap<>();
    private final Map<String, Seen> numbers = new HashMap<>();
    private final Map<String, Seen> names = new HashMap<>();

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
     * @param named under which local id somebody went in lately, by what names them
     */
    List<CheckedRow> look(
            List<CheckedRow> next, Map<String, String> imported, Map<String, String> named) {
        List<CheckedRow> looked = new ArrayList<>();
        for (CheckedRow row : next) {
            looked.add(row.problems().isEmpty() ? among(row) : row);
        }
        List<RecordDetails> asked =
                looked.stream()
                        .filter(r -> r.problems().isEmpty() && !imported.containsKey(r.key()))
                        .map(r -> Objects.requireNonNull(r.details()))
                        .toList();
        OnRegister.Known known =
                asked.isEmpty() ? OnRegister.Known.NOBODY : register.already(agency, asker, asked);
        return looked.stream().map(row -> before(row, imported, named, known)).toList();
    }

    /**
     * Rows of people who went in meanwhile under another local id, whoever reads the file then.
     *
     * @param rows those that are about to go in
     */
    Set<String> meanwhile(Collection<CheckedRow> rows, Map<String, String> named) {
        List<CheckedRow> elsewhere = rows.stream().filter(r -> elsewhere(r, named)).toList();
        if (elsewhere.isEmpty()) {
            return Set.of();
        }
        List<RecordDetails> asked =
                elsewhere.stream().map(r -> Objects.requireNonNull(r.details())).toList();
        Set<SourceRecord> hidden = register.already(agency, asker, asked).hidden();
        return elsewhere.stream()
                .filter(r -> !hidden.contains(Objects.requireNonNull(r.record())))
                .map(CheckedRow::key)
                .collect(Collectors.toSet());
    }

    /** What names each row's person, with the local id under which they go in. */
    Map<String, String> naming(Collection<CheckedRow> rows) {
        Map<String, String> naming = new HashMap<>();
        rows.forEach(r -> r.names().forEach(n -> naming.putIfAbsent(n, id(r))));
        return naming;
    }

    private String id(CheckedRow row) {
        return seal.name("id|" + row.row().cell(ImportColumn.LOCAL_ID));
    }

    private boolean elsewhere(CheckedRow row, Map<String, String> named) {
        String own = id(row);
        return row.names().stream().anyMatch(n -> !named.getOrDefault(n, own).equals(own));
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
        String id = id(row);
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
        for (String name : row.names()) {
            Seen other = names.putIfAbsent(name, new Seen(row.row().number(), id));
            if (other != null && !other.what().equals(id)) {
                return row.aside(
                        RowProblem.row(
                                "Row "
                                        + other.number()
                                        + " has the same name and date of birth under another local id.",
                                "Give both rows one local id if they are one person; else leave this one out and enter them by hand."));
            }
        }
        return row;
    }

    private CheckedRow before(
            CheckedRow row,
            Map<String, String> imported,
            Map<String, String> named,
            OnRegister.Known known) {
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
        if (before == null && row.record() != null && known.listed().contains(row.record())) {
            return row.aside(
                    RowProblem.at(
                            ImportColumn.LOCAL_ID,
                            "The person is on your register already, under another number of yours.",
                            "Use that number if the row is a further conviction; else leave the row out."));
        }
        if (before == null
                && row.record() != null
                && !known.hidden().contains(row.record())
                && elsewhere(row, named)) {
            return row.aside(ELSEWHERE);
        }
        return row;
    }
}
