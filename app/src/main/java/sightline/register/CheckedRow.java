package sightline.register;

import org.jspecify.annotations.Nullable;

import sightline.core.identity.RecordDetails;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A row with what it would send, or why it is set aside.
 *
 * @param record whose row it is; none where the local id cannot be used
 * @param messages empty where there is any problem
 * @param person keyed hash of who the row says that the person is
 * @param key keyed hash of person's id and conviction: the same for a mended row
 * @param content keyed hash of everything that would be sent
 * @param names keyed hashes of what plainly names the person, their local id apart: a police
 *     number, or full name and day of birth
 */
record CheckedRow(
        ImportRow row,
        @Nullable SourceRecord record,
        @Nullable RecordDetails details,
        List<ImportMessage> messages,
        List<RowProblem> problems,
        String person,
        String key,
        String content,
        Set<String> names) {
    CheckedRow {
        messages = List.copyOf(messages);
        problems = List.copyOf(problems);
        names = Set.copyOf(names);
    }

    /** The same, set aside for one more reason. */
    CheckedRow aside(RowProblem why) {
        List<RowProblem> all = new ArrayList<>(problems);
        all.add(why);
        return new CheckedRow(row, record, details, List.of(), all, person, key, content, names);
    }

    @Override
    public String toString() {
        return "CheckedRow[" + row.number() + ", redacted]";
    }
}
