package sightline.register;

import org.jspecify.annotations.Nullable;

import sightline.access.ReaderContext;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.audit.Proposals;
import sightline.core.register.OffenceList;
import sightline.core.register.RegisterPack;
import sightline.database.Transactions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Offence lists of provisional packs, for keepers; each look and each attempt is in the journal.
 */
public final class OffenceListKeeping {
    private static final String WHERE = "/register/packs/list";

    private final Transactions transactions;
    private final Journal journal;
    private final Proposals proposals;

    OffenceListKeeping(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
        this.proposals = new Proposals(transactions, journal);
    }

    /** The packs as they are, for anybody. */
    public List<RegisterPack> packs(ReaderContext by) {
        return transactions.asReader(by, List.of(), sql -> new OffenceLists(sql).packs());
    }

    /** A pack by its key, or as it would be with a proposed list, by that list's key. */
    public Optional<RegisterPack> pack(ReaderContext by, String key) {
        return transactions.asReader(by, List.of(), sql -> new OffenceLists(sql).pack(key));
    }

    /** The proposals for a pack, newest first; the look is in the journal. */
    public List<ProposedList> of(ReaderContext by, String pack) {
        return transactions.asReader(
                by,
                List.of(),
                sql -> {
                    journal.write(sql, Entry.of(Event.VISIT, WHERE));
                    return new OffenceLists(sql).of(pack);
                });
    }

    /**
     * A proposal, with what was worked out of it.
     *
     * @param before the list that the pack had when it was proposed
     * @param fits whether the pack still has its triggers; else it is not worked out, nor in force
     * @param version of the pack with this list by now, where it fits
     */
    public record Look(
            ProposedList proposed,
            OffenceList before,
            boolean fits,
            Optional<String> version,
            Optional<SimulatedPack> workedOut) {}

    /** A proposal for a pack; the look is in the journal. */
    public Optional<Look> find(ReaderContext by, String pack, long number) {
        return transactions.asReader(
                by,
                List.of(),
                sql -> {
                    journal.write(sql, Entry.of(Event.VISIT, WHERE + "/" + number));
                    var lists = new OffenceLists(sql);
                    return lists.find(number)
                            .filter(l -> l.pack().equals(pack))
                            .flatMap(l ->
                                    lists.before(l)
                                            .flatMap(OffenceList::of)
                                            .map(before ->
                                                    new Look(
                                                            l,
                                                            before,
                                                            OffenceLists.with(l).isPresent(),
                                                            OffenceLists.with(l)
                                                                    .map(RegisterPack::version),
                                                            new SimulatedPacks(sql).of(l.key()))));
                });
    }

    /**
     * Proposes a list, and asks who would come on and who off; empty where another waits for the
     * pack.
     */
    public Optional<Long> propose(
            ReaderContext by, RegisterPack pack, OffenceList list, String reason, Instant now) {
        return proposals.propose(
                by,
                "offence list of " + pack.key(),
                sql -> {
                    var lists = new OffenceLists(sql);
                    Optional<Long> number = lists.propose(pack.key(), list, reason, now);
                    number.ifPresent(n -> {
                        String key = ProposedList.key(pack.key(), n);
                        RegisterPack edited = lists.pack(key).orElseThrow();
                        new SimulatedPacks(sql).ask(key, edited.version(), by.actor(), now);
                    });
                    return number;
                });
    }

    /**
     * Approves a list, or refuses it; false where it is decided, not worked out yet, or their own.
     *
     * @param refused why not; null approves
     */
    public boolean decide(
            ReaderContext by, ProposedList list, @Nullable String refused, Instant now) {
        return proposals.decide(
                by,
                "offence list of %s, number %d".formatted(list.pack(), list.number()),
                refused,
                sql -> new OffenceLists(sql).decide(list, refused, now));
    }
}
