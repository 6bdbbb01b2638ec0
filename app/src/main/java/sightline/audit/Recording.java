package sightline.audit;

import sightline.database.Claims;
import sightline.database.JobName;
import sightline.database.Transactions;

import java.util.List;

/** Writes an entry that concerns no reading, in a transaction of its own. */
public final class Recording {
    private final Transactions transactions;
    private final Journal journal;

    /** Entries into this journal. */
    public Recording(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    /**
     * Writes an entry about what a reader did, was shown or was refused.
     *
     * @return the entry's number
     */
    public String write(Claims reader, Entry entry) {
        return transactions.asReader(reader, List.of(), sql -> journal.write(sql, entry));
    }

    /** Writes an entry about what a job did. */
    public void write(JobName job, Entry entry) {
        transactions.asJob(job, sql -> journal.write(sql, entry));
    }
}
