package sightline.household;

import org.springframework.dao.DataAccessException;

import sightline.access.EmergencyAccess;
import sightline.access.EmergencyAccess.Code;
import sightline.access.EmergencyAccess.Outcome;
import sightline.access.EmergencyAccess.ToReview;
import sightline.access.ReaderContext;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;
import sightline.database.Subject;
import sightline.database.Transactions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens emergency access to one person for a reader, with its entry in the journal. */
public final class Emergencies {
    private final Transactions transactions;
    private final People people;
    private final EmergencyAccess access;
    private final Journal journal;

    public Emergencies(
            Transactions transactions, People people, EmergencyAccess access, Journal journal) {
        this.transactions = transactions;
        this.people = people;
        this.access = access;
        this.journal = journal;
    }

    /**
     * Opens it for 60 minutes.
     *
     * @param reviewDue when a privacy officer must have reviewed it
     * @return false where it was refused; the refusal says nothing about whether there is a record
     */
    public boolean open(
            ReaderContext reader, PersonId asked, Code code, Text reason, Instant reviewDue) {
        Optional<Subject> subject = people.subject(asked);
        if (subject.isEmpty()) {
            refused(reader);
            return false;
        }
        try {
            return transactions.asReader(
                    reader,
                    List.of(subject.get()),
                    sql -> {
                        access.open(sql, subject.get().id(), code, reason, reviewDue);
                        journal.write(sql, entry(subject.get()).withReason(reason));
                        return true;
                    });
        } catch (DataAccessException refusal) {
            refused(reader);
            return false;
        }
    }

    /** What waits for a privacy officer's review, the most urgent first. */
    public List<ToReview> toReview(ReaderContext reader, String what) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    List<ToReview> waiting = access.toReview(sql);
                    journal.write(sql, Entry.of(Event.VISIT, what));
                    return waiting;
                });
    }

    /**
     * A privacy officer reviews one.
     *
     * @return false where it was reviewed already, or was their own
     */
    public boolean review(ReaderContext reader, long emergency, Outcome outcome, Text note) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    boolean reviewed = access.review(sql, emergency, outcome, note);
                    String what = "/emergencies/" + emergency + "/" + outcome;
                    journal.write(
                            sql,
                            reviewed
                                    ? Entry.of(Event.EMERGENCY_REVIEWED, what).withReason(note)
                                    : Entry.of(Event.DENY, what));
                    return reviewed;
                });
    }

    private static Entry entry(Subject subject) {
        return new Entry(
                Event.EMERGENCY,
                List.of(subject.id()),
                subject.records(),
                Set.of(),
                1,
                Set.of("emergency"),
                "/emergency",
                Optional.empty());
    }

    private void refused(ReaderContext reader) {
        transactions.asReader(
                reader, List.of(), sql -> journal.write(sql, Entry.of(Event.DENY, "/emergency")));
    }
}
