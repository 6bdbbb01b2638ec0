package sightline.audit;

import org.jspecify.annotations.Nullable;

import sightline.database.Claims;
import sightline.database.Transactions;
import sightline.database.Work;

import java.util.List;
import java.util.Optional;

/**
 * Proposes and decides a change of policy. The journal has each attempt, and says in the same
 * transaction whether it was done.
 */
public final class Proposals {
    private final Transactions transactions;
    private final Journal journal;

    /** Proposals whose attempts this journal has. */
    public Proposals(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    /**
     * Proposes a change.
     *
     * @param what the policy, without personal data
     * @param keep keeps the proposal, and gives its number; empty where it may not be proposed now
     */
    public Optional<Long> propose(Claims by, String what, Work<Optional<Long>> keep) {
        return transactions.asReader(
                by,
                List.of(),
                sql -> {
                    Optional<Long> number = keep.run(sql);
                    String done = number.isPresent() ? "proposed" : "not proposed";
                    journal.write(sql, Entry.of(Event.POLICY_CHANGE, what + ", " + done));
                    return number;
                });
    }

    /**
     * Approves a proposal, or refuses it.
     *
     * @param what the policy and the proposal's number, without personal data
     * @param refused why not; null approves
     * @param keep keeps the decision; false where it may not be taken
     */
    public boolean decide(Claims by, String what, @Nullable String refused, Work<Boolean> keep) {
        return transactions.asReader(
                by,
                List.of(),
                sql -> {
                    boolean done = keep.run(sql);
                    String words =
                            (done ? " " : " not ") + (refused == null ? "approved" : "refused");
                    journal.write(sql, Entry.of(Event.POLICY_CHANGE, what + words));
                    return done;
                });
    }
}
