package sightline.screening;

import org.jspecify.annotations.Nullable;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.audit.Proposals;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.kernel.AreaId;
import sightline.core.screening.RuleId;
import sightline.core.screening.RuleSetting;
import sightline.core.screening.RuleSettings;
import sightline.database.Transactions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of the rules by those who keep them for their area: administrators of a safeguarding
 * partnership, and managers of children's social care. One proposes, another decides; each look and
 * each attempt is in the journal.
 */
public final class RuleKeeping {
    private final Transactions transactions;
    private final Journal journal;
    private final Proposals proposals;

    RuleKeeping(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
        this.proposals = new Proposals(transactions, journal);
    }

    /** The area whose settings somebody keeps. */
    public static Optional<AreaId> keeps(ReaderContext by, Directory now) {
        return now.agency(by.agencyId()).filter(a -> may(by, a.type())).map(Agency::area);
    }

    private static boolean may(ReaderContext by, AgencyType type) {
        return switch (type) {
            case PARTNERSHIP ->
                    by.reason() == Purpose.ADMINISTRATION
                            && by.accessRoles().contains(AccessRole.AGENCY_ADMINISTRATOR);
            case CHILDRENS_SOCIAL_CARE -> by.accessRoles().contains(AccessRole.SOCIAL_WORK_MANAGER);
            default -> false;
        };
    }

    /** What is in force, for anybody. */
    public RuleSettings settings(ReaderContext by) {
        return transactions.asReader(by, List.of(), sql -> new RuleChanges(sql).settings());
    }

    /**
     * What an area set of a rule, for whoever is about to propose another; the look is journalled.
     */
    public Optional<RuleSetting> current(ReaderContext by, AreaId area, RuleId rule) {
        return transactions.asReader(
                by,
                List.of(),
                sql -> {
                    journal.write(sql, Entry.of(Event.VISIT, "/rules/" + rule + "/change"));
                    return new RuleChanges(sql).settings().current(area, rule);
                });
    }

    /** The changes of a rule in an area, newest first, for anybody. */
    public List<RuleChange> of(ReaderContext by, AreaId area, RuleId rule) {
        return transactions.asReader(by, List.of(), sql -> new RuleChanges(sql).of(area, rule));
    }

    /** The changes in an area, those that wait first; the look is in the journal. */
    public List<RuleChange> in(ReaderContext by, AreaId area) {
        return transactions.asReader(
                by,
                List.of(),
                sql -> {
                    journal.write(sql, Entry.of(Event.VISIT, "/rules/changes"));
                    return new RuleChanges(sql).in(area);
                });
    }

    /** A change in an area; the look is in the journal. */
    public Optional<RuleChange> find(ReaderContext by, AreaId area, long number) {
        return transactions.asReader(
                by,
                List.of(),
                sql -> {
                    journal.write(sql, Entry.of(Event.VISIT, "/rules/changes/" + number));
                    return new RuleChanges(sql).find(number).filter(c -> c.area().equals(area));
                });
    }

    /** Proposes a change; empty where another one of this rule waits in the area. */
    public Optional<Long> propose(
            ReaderContext by,
            AreaId area,
            RuleId rule,
            boolean raises,
            Map<String, Integer> numbers,
            String reason,
            Instant now) {
        return proposals.propose(
                by,
                "%s in %s".formatted(rule, area.value()),
                sql -> new RuleChanges(sql).propose(area, rule, raises, numbers, reason, now));
    }

    /**
     * Approves a change, or refuses it; false where it is decided, not worked out yet, or their
     * own.
     *
     * @param refused why not; null approves
     */
    public boolean decide(
            ReaderContext by, RuleChange change, @Nullable String refused, Instant now) {
        return proposals.decide(
                by,
                "%s in %s, number %d"
                        .formatted(change.rule(), change.area().value(), change.number()),
                refused,
                sql -> new RuleChanges(sql).decide(change.number(), refused, now));
    }
}
