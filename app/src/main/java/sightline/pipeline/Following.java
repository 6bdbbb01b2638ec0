package sightline.pipeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.DerivedStore;
import sightline.alerts.TellingStore;
import sightline.core.alerts.Derived;
import sightline.core.directory.Directory;
import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.KindSet;
import sightline.core.facts.Occupancy;
import sightline.core.facts.Participant;
import sightline.core.facts.Standings;
import sightline.core.household.Ties;
import sightline.core.kernel.FactId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.database.DatabaseException;
import sightline.facts.Batches;
import sightline.facts.Editions;
import sightline.facts.PostgresLedger;
import sightline.identity.IdentityStore;
import sightline.identity.Recollection;
import sightline.identity.Recollections;
import sightline.screening.RuleChanges;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What follows from new facts, within one transaction that holds the ledger's head: a running
 * pipeline, a replay and a rebuild all go through here.
 */
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private final JdbcClient sql;
    private final Parts parts;
    private final Instant now;
    private final PostgresLedger ledger;
    private final IdentityStore identity;
    private final DerivedStore store;
    private final Directory who;
    private final Recollection recollection;
    private final Publishing publishing;
    private final Deriving deriving;

    /** The facts of this batch that say nothing new. */
    private final Set<FactId> repeated = new HashSet<>();

    private Following(
            Parts parts,
            JdbcClient sql,
            PostgresLedger ledger,
            Instant now,
            Recollection recollection) {
        this.sql = sql;
        this.parts = parts;
        this.now = now;
        this.ledger = ledger;
        this.recollection = recollection;
        this.identity = parts.identities().in(sql, recollection);
        ledger.tell(identity::appended);
        this.store = new DerivedStore(sql);
        this.who = parts.directory().apply(sql);
        this.publishing = new Publishing(who, identity, ledger);
        this.deriving = new Deriving(parts, sql, now, ledger, identity, who, publishing);
    }

    /**
     * Waits for the ledger's head, and holds it until the transaction ends: one batch at a time.
     */
    static Head hold(JdbcClient sql, Parts parts) {
        PostgresLedger ledger = parts.facts().in(sql);
        ledger.lockHead();
        return new Head(sql, parts, ledger);
    }

    /**
     * The ledger's head, held. Whatever a batch takes is taken before its moment, so that all of it
     * holds by then: what comes in later is the next one's.
     */
    record Head(JdbcClient sql, Parts parts, PostgresLedger ledger) {
        /** What follows at a moment that was recorded, in a database of its own. */
        Following at(Instant moment) {
            Recollection nothing = new Recollections().take(ledger.mark());
            return new Following(parts, sql, ledger, kept(moment), nothing);
        }

        /**
         * What follows now, of a running pipeline: what is in force now is noted where the last
         * batch was worked out under something else, and everybody is due.
         *
         * @param recollections what this process recollects from before; {@link #left} is for
         *     keeping it
         */
        Following now(Instant moment, Recollections recollections) {
            Instant now = kept(moment);
            Parts set = parts.under(new RuleChanges(sql).takeUp(parts.rules(), now));
            Following following =
                    new Following(set, sql, ledger, now, recollections.take(ledger.mark()));
            new Editions(sql)
                    .put(set.packs(), following.who.edition())
                    .ifPresent(changed -> {
                        new Batches(sql).changed(changed, following.now);
                        following.changed();
                    });
            return following;
        }
    }

    /** Something else is in force: everybody is due. */
    void changed() {
        store.everybodyIsDue(now);
    }

    /**
     * A moment that the database keeps as it is, so that what follows is the same when it is read
     * again; never before what was received until then.
     */
    private static Instant kept(Instant moment) {
        Instant micros = moment.truncatedTo(ChronoUnit.MICROS);
        return micros.equals(moment) ? moment : micros.plus(1, ChronoUnit.MICROS);
    }

    /**
     * What is recollected, and the mark that this transaction leaves at the head.
     *
     * @param mark good once the transaction is committed
     */
    record Left(String mark, Recollection recollection) {
        void keep(Recollections recollections) {
            recollections.keep(mark, recollection);
        }
    }

    /** To be asked last, and kept once the transaction is committed. */
    Left left() {
        return new Left(ledger.mark(), recollection);
    }

    /** What it is made of, the rules as areas set them by now. */
    Parts parts() {
        return parts;
    }

    Instant now() {
        return now;
    }

    PostgresLedger ledger() {
        return ledger;
    }

    IdentityStore identity() {
        return identity;
    }

    Directory who() {
        return who;
    }

    /** What happened so far, in order; a reader of messages adds what it set aside. */
    List<Occurrence> occurrences() {
        return deriving.occurrences();
    }

    /** What linked installations answered or asked since, as facts. */
    List<Fact> located() {
        return deriving.locating().take(ledger, identity, now);
    }

    /** How many people were looked at, whoever was looked at twice counted twice. */
    int looked() {
        return deriving.looked();
    }

    /** What was derived, by subject. */
    Map<PersonId, Derived> derived() {
        return deriving.derived();
    }

    /** Puts facts that were read at their place in the ledger. */
    List<Fact> append(List<Fact> read) {
        Set<FactId> again = identity.repeated(read);
        repeated.addAll(again);
        return ledger.append(read, again);
    }

    /** History: who is who changes, and nothing else follows yet. */
    void learn(List<Fact> facts) {
        publishing.publish(sql, facts, identity.apply(facts), List.of());
    }

    /**
     * Facts were read: whoever they could change is looked at, and whoever is due.
     *
     * @param attention what recipients of alerts did meanwhile, or what was told, as recorded
     * @param most how many of those who are due are looked at, of each sort; recorded with the
     *     batch
     * @return how many were due
     */
    Due follow(List<Fact> facts, List<Fact> attention, int most) {
        Set<SourceRecord> moved = identity.apply(facts);
        List<PersonId> due = store.due(now, most);
        Set<PersonId> subjects = affected(facts, moved);
        subjects.addAll(people(attention.stream().flatMap(f -> f.subject().stream()).toList()));
        subjects.addAll(due);
        List<PersonId> again = deriving.retried(most);
        subjects.addAll(again);
        evaluate(subjects);
        publish(facts, moved);
        return new Due(due.size(), again.size(), most);
    }

    /**
     * Who was looked at since it was time.
     *
     * @param rechecks since time alone could change something
     * @param retries since it failed before
     * @param most how many of each sort were taken at the most
     */
    record Due(int rechecks, int retries, int most) {
        boolean nobody() {
            return rechecks == 0 && retries == 0;
        }

        /** Whether more may be due. */
        boolean full() {
            return rechecks == most || retries == most;
        }
    }

    /** Keeps what was told and seen, as recorded. */
    void attended(List<Fact> attention) {
        Map<SourceRecord, PersonId> whose =
                identity.peopleOf(attention.stream().flatMap(f -> f.subject().stream()).toList());
        new TellingStore(sql).keep(attention, whose);
        publishing.told(sql, attention);
    }

    /** Some records are another person's, or at another place: whoever they could change. */
    void moved(Set<SourceRecord> moved) {
        evaluate(affected(List.of(), moved));
        publish(List.of(), moved);
    }

    /**
     * Notes what facts that stand in the ledger already say of other messages, where that was not
     * known: whoever that could change is looked at.
     *
     * @return the records that are looked at for it
     */
    Set<SourceRecord> noteAnew(List<Fact> facts) {
        List<Fact> otherwise = ledger.noteAnew(facts);
        if (otherwise.isEmpty()) {
            return Set.of();
        }
        Set<SourceRecord> changed = new HashSet<>(identity.standsOtherwise(otherwise));
        changed.addAll(named(otherwise));
        moved(changed);
        return changed;
    }

    /**
     * What some facts said is gone: looks again at these people, at whoever depends on the records,
     * and at so many of those who are due; gives whom it looked at.
     */
    Set<PersonId> lookAgain(Set<PersonId> people, Set<SourceRecord> moved, int most) {
        Set<PersonId> looked = new LinkedHashSet<>(people);
        looked.addAll(affected(List.of(), moved));
        Set<PersonId> subjects = new LinkedHashSet<>(looked);
        subjects.addAll(store.due(now, most));
        evaluate(subjects);
        publish(List.of(), Set.of());
        return looked;
    }

    /** Tells who works with whom, by what is new and what follows from it. */
    private void publish(List<Fact> facts, Set<SourceRecord> moved) {
        publishing.publish(sql, facts, moved, occurrences());
        publishing.born(sql, deriving.born(), now);
        publishing.handedOver(sql, deriving.handedOver());
    }

    /** Looks at the people of these records. */
    void catchUp(List<SourceRecord> records) {
        evaluate(new LinkedHashSet<>(people(records)));
        publish(List.of(), Set.of());
    }

    /** The people of these records, in an order that is always the same. */
    private List<PersonId> people(Collection<SourceRecord> records) {
        return identity.peopleOf(records).values().stream()
                .distinct()
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }

    /** Looks at these people. */
    void evaluate(Set<PersonId> subjects) {
        deriving.evaluate(subjects);
    }

    /** Whoever looked at what the facts change, and whoever was never looked at. */
    private Set<PersonId> affected(List<Fact> read, Set<SourceRecord> moved) {
        List<Fact> facts = read.stream().filter(f -> !repeated.contains(f.id())).toList();
        Ties.Changed changes = changes(facts);
        Map<SourceRecord, KindSet> changed = new HashMap<>(changes.records());
        List<Fact> entries = entries(facts);
        named(spokenOf(facts)).forEach(record -> changed.put(record, KindSet.ALL));
        named(entries).forEach(record -> changed.put(record, KindSet.ALL));
        Set<SourceRecord> named = new HashSet<>(changed.keySet());
        // A record that joins somebody is looked at for everybody who depends on that person.
        Set<PersonId> joined = new HashSet<>(identity.peopleOf(moved).values());
        identity.recordsOf(joined).values().stream()
                .flatMap(List::stream)
                .forEach(m -> changed.put(m.record(), KindSet.ALL));
        moved.forEach(r -> changed.put(r, KindSet.ALL));
        if (changed.isEmpty()) {
            return new LinkedHashSet<>();
        }
        Set<PlaceId> homes = new HashSet<>(identity.placesOf(changes.homes()).values());
        // Whoever was said to live at a place may live there again.
        homes.addAll(homes(entries));
        // Whoever comes to a place by a decision about addresses is new to those who are there.
        Set<SourceRecord> unnamed = new HashSet<>(moved);
        unnamed.removeAll(named);
        if (!unnamed.isEmpty()) {
            homes.addAll(homes(ledger.mentioning(unnamed)));
        }
        Set<PersonId> subjects = new LinkedHashSet<>(store.dependents(changed, homes));
        subjects.addAll(joined.stream().sorted(Comparator.comparing(PersonId::value)).toList());
        subjects.addAll(store.neverEvaluated(people(named)));
        return subjects;
    }

    /** What the facts change; where what was said before cannot be read, all that they say. */
    private Ties.Changed changes(List<Fact> facts) {
        try {
            return new Ties(identity).changedBy(facts);
        } catch (DataAccessException | DatabaseException lost) {
            throw lost;
        } catch (RuntimeException | StackOverflowError unreadable) {
            LOG.error("what was said before cannot be read: {}", Faults.inWords(unreadable));
            return Ties.allOf(facts);
        }
    }

    /** What was said in the messages of which the facts speak. */
    private List<Fact> spokenOf(List<Fact> facts) {
        return ledger.ofMessages(
                facts.stream()
                        .flatMap(f -> KindSet.messages(f).stream())
                        .collect(Collectors.toSet()));
    }

    /** All that was told in the place of what the facts correct or take back. */
    private List<Fact> entries(List<Fact> facts) {
        return ledger.ofEntries(
                facts.stream()
                        .flatMap(f -> Standings.withdrawnBy(f).stream())
                        .collect(Collectors.toSet()));
    }

    /** Everything of those may change whom facts name that are spoken of; not of those at work. */
    private static Set<SourceRecord> named(List<Fact> facts) {
        return facts.stream()
                .flatMap(Fact::spokenOf)
                .map(Participant::record)
                .collect(Collectors.toSet());
    }

    /** Where the facts put somebody. */
    private Set<PlaceId> homes(List<Fact> facts) {
        Set<Address> addresses =
                facts.stream()
                        .filter(f -> Occupancy.of(f.body()).isPresent())
                        .flatMap(f -> f.place().stream())
                        .collect(Collectors.toSet());
        return addresses.isEmpty()
                ? Set.of()
                : new HashSet<>(identity.placesOf(addresses).values());
    }
}
