package sightline.core.screening;

import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A matter of a child: somebody is, or was, to find out or to act.
 *
 * @param kind what it is
 * @param key its key in alerts: the id of the fact that opened it
 * @param opened when it was known here to be open
 * @param closed when it was closed, as known here; may lie ahead, then it is open until then
 * @param agency whose matter it is, where known
 * @param basis what opened it, and what closed it where that is an entry
 * @param written from when to when it was open as it was written down, whenever that reached us
 */
public record Matter(
        Kind kind,
        String key,
        Instant opened,
        Optional<Instant> closed,
        Optional<AgencyId> agency,
        List<Entry<?>> basis,
        Written written) {

    /** From when to when. */
    record Written(Instant opened, Optional<Instant> closed) {
        private boolean openAt(Instant moment) {
            return closed.isEmpty() || closed.get().isAfter(moment);
        }
    }

    /** What a matter is. */
    public enum Kind {
        PROTECTION_PLAN("a child protection plan"),
        PROCEEDINGS("court proceedings"),
        LOOKED_AFTER("the child is looked after"),
        ENQUIRY("a child protection enquiry"),
        POLICE_INVESTIGATION("a police investigation"),
        IN_NEED_PLAN("a child in need plan"),
        REFERRAL("a referral to social care"),
        ALERT("an alert that nobody has answered");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As a sentence says it. */
        public String words() {
            return words;
        }

        /** Whether visits are owed under it. */
        public boolean owesVisits() {
            return this == PROTECTION_PLAN || this == ENQUIRY || this == IN_NEED_PLAN;
        }
    }

    public Matter {
        basis = List.copyOf(basis);
    }

    /** One of which nothing was written down but what was known here. */
    Matter(
            Kind kind,
            String key,
            Instant opened,
            Optional<Instant> closed,
            Optional<AgencyId> agency,
            List<Entry<?>> basis) {
        this(kind, key, opened, closed, agency, basis, new Written(opened, closed));
    }

    /** Whether it was open at that moment. */
    public boolean openAt(Instant moment) {
        return !opened.isAfter(moment) && !closedBy(moment);
    }

    /** Whether it had been closed by that moment. */
    public boolean closedBy(Instant moment) {
        return closed.isPresent() && !closed.get().isAfter(moment);
    }

    /**
     * When something stood beside this matter for the first time: the later of both beginnings,
     * unless the matter was closed by then.
     */
    public Optional<Instant> beside(Instant evidence) {
        Instant both = Order.later(evidence, opened);
        return closedBy(both) ? Optional.empty() : Optional.of(both);
    }

    /**
     * The same of what stood beside it on the day, though that was known here only after the matter
     * was closed: since when both are known.
     *
     * @param evidence when it was known here
     * @param evidenceWritten when it was written down
     */
    Optional<Instant> besideOnTheDay(Instant evidence, Instant evidenceWritten) {
        boolean stood = written.openAt(Order.later(evidenceWritten, written.opened()));
        return stood ? Optional.of(Order.later(evidence, opened)) : Optional.empty();
    }

    /** Whether it was open when an entry reached us, or when the entry was written down. */
    boolean openFor(Entry<?> entry) {
        Instant moment = Order.written(entry);
        return openAt(entry.received())
                || (!written.opened().isAfter(moment) && written.openAt(moment));
    }
}
