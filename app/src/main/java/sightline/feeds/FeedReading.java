package sightline.feeds;

import sightline.access.UserId;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.kernel.AgencyId;
import sightline.database.Claims;
import sightline.database.Transactions;

import java.util.List;
import java.util.Optional;

/** How the feeds are, for whoever may look at them; the look is in the journal. */
public final class FeedReading {
    private final Transactions transactions;
    private final FeedHealths healths;
    private final Quarantine quarantine;
    private final Journal journal;

    public FeedReading(
            Transactions transactions,
            FeedHealths healths,
            Quarantine quarantine,
            Journal journal) {
        this.transactions = transactions;
        this.healths = healths;
        this.quarantine = quarantine;
        this.journal = journal;
    }

    /**
     * All feeds, and the first page of what lies in quarantine and this reader may see.
     *
     * @param quarantined reasons, never a value of a message
     * @param refused the newest messages of all senders that were not taken as they were meant
     */
    public record Feeds(List<FeedHealth> health, List<Quarantined> quarantined, Refused refused) {
        public Feeds {
            health = List.copyOf(health);
            quarantined = List.copyOf(quarantined);
        }
    }

    /** The feeds, as they are now. */
    public Feeds read(Claims reader) {
        return transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    var feeds =
                            new Feeds(
                                    healths.all(sql),
                                    quarantine.list(sql, Optional.empty(), Optional.empty()),
                                    Refusals.newest(sql));
                    journal.write(sql, Entry.of(Event.VISIT, "/feeds"));
                    return feeds;
                });
    }

    /**
     * Has a message of the reader's own agency read again; another agency's stays where it is.
     *
     * @param agency the reader's
     */
    public void release(Claims reader, AgencyId agency, ReceiptId receipt) {
        boolean own =
                read(reader).quarantined().stream()
                        .anyMatch(q -> q.receipt().equals(receipt) && q.sender().equals(agency));
        if (own) {
            quarantine.release(receipt, new UserId(reader.actor()));
        }
    }
}
