package sightline.core.alerts;

import sightline.core.facts.KindSet;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What follows from facts, kept as last derived, with what it was derived from. */
public interface LastDerived {

    /**
     * One subject's new state and what it depends on.
     *
     * @param own the subject's own records
     * @param records every record that could change what was derived, and which kinds of its facts
     * @param digest what {@link Before#digest} said of the same subject; empty for one never kept
     */
    record Saved(
            Derived derived,
            Collection<SourceRecord> own,
            Map<SourceRecord, KindSet> records,
            Collection<PlaceId> places,
            String digest) {}

    /**
     * What was known of somebody, whoever they were then.
     *
     * @param formerly under which ids it was kept
     * @param digest of all that was kept; empty where it was kept under several ids, or where
     *     everybody is to be looked at again
     */
    record Before(Known known, Set<PersonId> formerly, String digest) {
        /** Never evaluated. */
        public static final Before NOTHING = new Before(Known.NOTHING, Set.of(), "");

        /** With what was kept under one id more. */
        public Before and(PersonId was, Known more, String kept) {
            Set<PersonId> all = new LinkedHashSet<>(formerly);
            if (!all.add(was)) {
                return this;
            }
            return new Before(known.and(more), all, formerly.isEmpty() ? kept : "");
        }
    }

    /** What was known of whoever had these records at the last evaluation. */
    Map<PersonId, Before> before(Map<PersonId, Collection<SourceRecord>> records);

    /**
     * Subjects whose recheck has come, the earliest first; then those who are to be looked at again
     * since everybody is.
     */
    List<PersonId> due(Instant now, int limit);

    /** Everybody is to be looked at again from that moment on, and kept whatever comes of it. */
    void everybodyIsDue(Instant now);

    /** The next moment at which time alone, or what is in force by now, changes anything. */
    Optional<Instant> nextRecheck();

    /**
     * The subjects whose evaluation looked at what has changed.
     *
     * @param records the kinds that changed, by record
     * @param places where somebody new may be
     */
    Set<PersonId> dependents(Map<SourceRecord, KindSet> records, Collection<PlaceId> places);

    /** Those of the people who were never evaluated. */
    Set<PersonId> neverEvaluated(Collection<PersonId> people);

    /** Everybody who was ever evaluated, in order. */
    List<PersonId> subjects();

    /** Forgets what is kept of people who are no more: their records are somebody else's now. */
    void forget(Collection<PersonId> gone);

    /** Keeps what was derived for these subjects; what is the same as before is left alone. */
    void save(Collection<Saved> derived, Instant now);
}
