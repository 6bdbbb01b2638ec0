package sightline.audit;

import sightline.core.facts.Sensitivity;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One entry as its writer knows it; who, for which agency and why come from the open context.
 *
 * @param subjects the people as identity sees them today
 * @param records every source record of which anything is shown or changed
 * @param classes the classes of facts that are shown or changed
 * @param rows how many rows the response has
 * @param because the rules that permit or refuse it
 * @param detail what was asked, without personal data: a route, a rule id, a digest of a query
 * @param reason words that somebody gave; kept apart from the entry
 */
public record Entry(
        Event event,
        List<PersonId> subjects,
        List<SourceRecord> records,
        Set<Sensitivity> classes,
        int rows,
        Set<String> because,
        String detail,
        Optional<Text> reason) {
    /** The most source records of one entry; more are several responses or chunks. */
    public static final int MAX_RECORDS = 5_000;

    private static final int MAX_DETAIL = 200;

    public Entry {
        subjects = subjects.stream().sorted().distinct().toList();
        records = records.stream().sorted().distinct().toList();
        classes = Set.copyOf(classes);
        because = Set.copyOf(because);
        if (records.size() > MAX_RECORDS || detail.length() > MAX_DETAIL) {
            throw new IllegalArgumentException(
                    "An entry has %d records and %d letters of detail.\nAt most %d and %d."
                            .formatted(records.size(), detail.length(), MAX_RECORDS, MAX_DETAIL));
        }
    }

    /** Something that concerns no record. */
    public static Entry of(Event event, String detail) {
        return new Entry(
                event, List.of(), List.of(), Set.of(), 0, Set.of(), detail, Optional.empty());
    }

    /** Records that are shown. */
    public static Entry reveal(
            Collection<PersonId> subjects,
            Collection<SourceRecord> records,
            Set<Sensitivity> classes,
            int rows,
            String detail) {
        return new Entry(
                Event.REVEAL,
                List.copyOf(subjects),
                List.copyOf(records),
                classes,
                rows,
                Set.of(),
                detail,
                Optional.empty());
    }

    /** The same, permitted or refused by these rules. */
    public Entry because(Set<String> rules) {
        return new Entry(event, subjects, records, classes, rows, rules, detail, reason);
    }

    /** The same, with the reason that somebody gave. */
    public Entry withReason(Text words) {
        return new Entry(
                event, subjects, records, classes, rows, because, detail, Optional.of(words));
    }
}
