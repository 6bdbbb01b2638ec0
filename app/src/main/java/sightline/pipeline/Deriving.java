package sightline.pipeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.DerivedStore;
import sightline.alerts.LapsedDuties;
import sightline.alerts.TellingStore;
import sightline.alerts.Unevaluated;
import sightline.core.alerts.Change;
import sightline.core.alerts.Changes;
import sightline.core.alerts.Derived;
import sightline.core.alerts.Known;
import sightline.core.alerts.Lapses;
import sightline.core.alerts.LastDerived;
import sightline.core.directory.Directory;
import sightline.core.facts.Fact;
import sightline.core.household.Bounds;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Evaluation;
import sightline.core.screening.Parameters;
import sightline.core.screening.Situation;
import sightline.database.DatabaseException;
import sightline.facts.PostgresLedger;
import sightline.feeds.Senders;
import sightline.identity.IdentityStore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Works out what follows for people, keeps it, and records what changed. Whom an alert is put
 * before is told in the same breath: that starts clocks, and nothing else, so that rules are asked
 * once.
 */
final class Deriving {
    private static final Logger LOG = LoggerFactory.getLogger(Deriving.class);
    private static final int AT_ONCE = 200;

    private final Parts parts;
    private final JdbcClient sql;
    private final Instant now;
    private final PostgresLedger ledger;
    private final IdentityStore identity;
    private final DerivedStore store;
    private final Directory who;
    private final Publishing publishing;
    private final Unevaluated unevaluated;
    private final Map<AgencyId, LocalDate> goLive;
    private final Locating locating;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final Map<PersonId, Derived> derived = new LinkedHashMap<>();
    private final Set<PersonId> failed = new LinkedHashSet<>();
    private int looked;

    Deriving(
            Parts parts,
            JdbcClient sql,
            Instant now,
            PostgresLedger ledger,
            IdentityStore identity,
            Directory who,
            Publishing publishing) {
        this.parts = parts;
        this.sql = sql;
        this.now = now;
        this.ledger = ledger;
        this.identity = identity;
        this.store = new DerivedStore(sql);
        this.who = who;
        this.publishing = publishing;
        this.unevaluated = new Unevaluated(sql);
        this.goLive = Senders.goLive(sql);
        this.locating = new Locating(sql);
    }

    /** What happened so far, in order. */
    List<Occurrence> occurrences() {
        return occurrences;
    }

    /** What was derived, by subject. */
    Map<PersonId, Derived> derived() {
        return derived;
    }

    /** What is asked of other installations, and what they ask. */
    Locating locating() {
        return locating;
    }

    /** How many people were looked at, whoever was looked at twice counted twice. */
    int looked() {
        return looked;
    }

    /** Those who failed before and are to be tried again by now. */
    List<PersonId> retried(int most) {
        return unevaluated.due(now, most);
    }

    /** Looks at these people. */
    void evaluate(Set<PersonId> subjects) {
        List<PersonId> all = List.copyOf(subjects);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            some(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    /**
     * What follows for somebody, and from what.
     *
     * @param records their own, in order
     */
    private record Found(
            Evaluation evaluation,
            Derived derived,
            Situation situation,
            List<SourceRecord> records) {
        Found {
            records = List.copyOf(records);
        }

        Neighbourhood around() {
            return situation.around();
        }

        Locating.Looked located() {
            return new Locating.Looked(derived, situation);
        }
    }

    private void some(List<PersonId> subjects) {
        looked += subjects.size();
        Map<PersonId, Found> found = found(subjects);
        Map<PersonId, LastDerived.Before> befores = befores(found);
        Map<PersonId, Found> done = new LinkedHashMap<>();
        LapsedDuties lapsed = new LapsedDuties(sql);
        Map<PersonId, Known> known = new HashMap<>();
        befores.forEach((person, before) -> known.put(person, before.known()));
        for (Map<PersonId, Found> next = found; !next.isEmpty(); ) {
            next = told(next, known, done, lapsed);
        }
        lapsed.keep(befores.values().stream().flatMap(b -> b.formerly().stream()).toList(), now);
        store.save(saved(done, befores), now);
        locating.note(done.values().stream().map(Found::located).toList(), now);
        Set<PersonId> there = new HashSet<>(found.keySet());
        there.addAll(failed);
        store.forget(gone(subjects, befores.values(), there));
        unevaluated.note(subjects, failed, now);
        new TellingStore(sql).follow(found.keySet());
    }

    /**
     * Records what changed and tells whom it asks to be told.
     *
     * @param known what was known of each, and then what is
     * @param done takes those of whom it could be told what changed
     * @return what follows, now, for those of whom something was told
     */
    private Map<PersonId, Found> told(
            Map<PersonId, Found> found,
            Map<PersonId, Known> known,
            Map<PersonId, Found> done,
            LapsedDuties lapsed) {
        Attending.Round round = parts.attending().round();
        List<Occurrence> changed = new ArrayList<>();
        found.forEach((person, each) -> {
            Known before = known.getOrDefault(person, Known.NOTHING);
            try {
                changed.addAll(changed(each, before, round, lapsed));
                done.put(person, each);
                known.put(person, Known.of(each.derived()));
            } catch (RuntimeException | StackOverflowError fault) {
                LOG.error("what changed cannot be told: {}", Faults.inWords(fault));
                failed.add(person);
            }
        });
        ledger.append(SystemFacts.of(changed, now));
        occurrences.addAll(changed);
        Map<PersonId, List<Fact>> told = round.record(sql, ledger, publishing, who, now);
        looked += told.size();
        return heard(found, told);
    }

    /** What was told starts clocks of its own, and asks no rule anything. */
    private Map<PersonId, Found> heard(Map<PersonId, Found> found, Map<PersonId, List<Fact>> told) {
        Map<PersonId, Found> next = new LinkedHashMap<>();
        found.forEach((person, before) -> {
            List<Fact> own = told.getOrDefault(person, List.of());
            if (!own.isEmpty()) {
                before.around().hear(own);
                derived(before.around(), _ -> before.evaluation())
                        .ifPresent(f -> next.put(person, f));
            }
        });
        return next;
    }

    private Map<PersonId, Found> found(List<PersonId> subjects) {
        Map<PersonId, Found> found = new LinkedHashMap<>();
        read(subjects)
                .forEach((person, around) ->
                        derived(around, parts.derivation()::screen)
                                .ifPresent(f -> found.put(person, f)));
        return found;
    }

    private Map<PersonId, LastDerived.Before> befores(Map<PersonId, Found> found) {
        Map<PersonId, Collection<SourceRecord>> records = new LinkedHashMap<>();
        found.forEach((person, each) -> records.put(person, each.records()));
        return records.isEmpty() ? Map.of() : store.before(records);
    }

    private List<Occurrence> changed(
            Found found, Known before, Attending.Round told, LapsedDuties lapsed) {
        PersonId person = found.derived().subject();
        // Others were looked at since: what is looked at from here on is this one's again.
        found.around().attend();
        List<SourceRecord> about = found.records();
        List<Change> changes =
                Changes.between(before, found.derived(), duty -> Lapses.why(duty, found.around()));
        told.changed(changes, found.situation(), about.getFirst());
        lapsed.note(person, about.getFirst(), changes);
        return changes.stream()
                .<Occurrence>map(c -> new Occurrence.Changed(now, person, about, c))
                .toList();
    }

    private List<LastDerived.Saved> saved(
            Map<PersonId, Found> done, Map<PersonId, LastDerived.Before> befores) {
        List<LastDerived.Saved> saved = new ArrayList<>();
        done.forEach((person, found) -> {
            derived.put(person, found.derived());
            saved.add(saved(found, befores.getOrDefault(person, LastDerived.Before.NOTHING)));
        });
        return saved;
    }

    private static LastDerived.Saved saved(Found found, LastDerived.Before before) {
        return new LastDerived.Saved(
                found.derived(),
                found.records(),
                found.around().dependsOn(),
                found.around().dependsOnPlaces(),
                before.formerly().equals(Set.of(found.derived().subject())) ? before.digest() : "");
    }

    /** What cannot be read together is read one by one, so that one person keeps nobody back. */
    private Map<PersonId, Neighbourhood> read(List<PersonId> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        try {
            return new NeighbourhoodReader(identity, Bounds.DEFAULT).read(subjects);
        } catch (DataAccessException | DatabaseException lost) {
            throw lost;
        } catch (RuntimeException | StackOverflowError unreadable) {
            if (subjects.size() == 1) {
                LOG.error("a neighbourhood cannot be read: {}", Faults.inWords(unreadable));
                failed.addAll(subjects);
                return Map.of();
            }
        }
        Map<PersonId, Neighbourhood> read = new LinkedHashMap<>();
        subjects.forEach(s -> read.putAll(read(List.of(s))));
        return read;
    }

    /**
     * What follows for one person; empty when a rule or a clock fails. Rules touch no database, so
     * that whatever they throw leaves the transaction whole.
     */
    private Optional<Found> derived(
            Neighbourhood around, Function<Situation, Evaluation> screening) {
        try {
            return Optional.of(found(around, screening));
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.error("a rule or clock failed: {}", Faults.inWords(fault));
            failed.add(around.subject().id());
            return Optional.empty();
        }
    }

    private Found found(Neighbourhood around, Function<Situation, Evaluation> screening) {
        Situation situation = new Situation(around, now, who, Parameters.DEFAULT, goLive);
        Evaluation evaluation = screening.apply(situation);
        Derived derives = parts.derivation().derive(situation, evaluation);
        List<SourceRecord> own = around.subject().records().stream().sorted().toList();
        return new Found(evaluation, derives, situation, own);
    }

    /** People who were evaluated once and are nobody now: their records are somebody else's. */
    private List<PersonId> gone(
            Collection<PersonId> asked,
            Collection<LastDerived.Before> befores,
            Set<PersonId> found) {
        Set<PersonId> missing = new LinkedHashSet<>(asked);
        befores.forEach(b -> missing.addAll(b.formerly()));
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            missing.removeAll(identity.recordsOf(missing).keySet());
        }
        return List.copyOf(missing);
    }
}
