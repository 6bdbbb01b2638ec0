package sightline.register;

import org.jspecify.annotations.Nullable;

import sightline.core.identity.RecordDetails;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.List;

/**
 * A row with what it would send, or why it is set aside.
 *
 * @param record whose row it is; none where the local id cannot be used
 * @param messages empty where there is any problem
 * @param person keyed hash of who the row says that the person is
 * @param key keyed hash of person's id and conviction: the same for a mended row
 * @param content keyed hash of everything that would be sent
 */
record CheckedRow(
        ImportRow row,
        @Nullable SourceRecord record,
        @Nullable RecordDetails details,
        List<ImportMessage> messages,
        List<RowProblem> problems,
        String person,
        String key,
        String content) {
    CheckedRow {
        messages = List.copyOf(messages);
        problems = List.copyOf(problems);
    }

    /** The same, set aside for one more reason. */
    CheckedRow aside(RowProblem why) {
        List<RowProblem> all = new ArrayList<>(problems);
        all.add(why);
        return new CheckedRow(row, record, details, List.of(), all, person, key, content);
    }

    @Override
    public String toString() {
        return "CheckedRow[" + row.number() + ", redacted]";
    }
}
