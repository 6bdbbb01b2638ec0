package sightline.pipeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.Relationships;
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
import sightline.core.alerts.OwnFacts;
import sightline.core.directory.Directory;
import sightline.core.facts.Fact;
import sightline.core.household.Bounds;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.register.RegisterPack;
import sightline.core.screening.Evaluation;
import sightline.core.screening.Parameters;
import sightline.core.screening.RuleId;
import sightline.core.screening.RuleNotEvaluated;
import sightline.core.screening.Situation;
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
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Works out what follows for people, keeps it, and records what changed. Whom an alert is put
 * before is told in the same breath: that starts clocks, and nothing else, so that rules are asked
 * once.
 */
final class Deriving {
    private static final Logger LOG = LoggerFactory.getLogger(Deriving.class);
    private static final int AT_ONCE = 200;
    private static final int LEAST_SHARE = 25;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

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
    private final Map<PersonId, PeopleHandedOver.Reasons> handedOver = new LinkedHashMap<>();
    private final Map<PersonId, CaseOfBorn> born = new LinkedHashMap<>();
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

    /** Of those who were looked at, to whom a hand-over opens them and whose reason it ends. */
    List<PeopleHandedOver.Reasons> handedOver() {
        return Stream.concat(
                        handedOver.values().stream(), born.values().stream().map(CaseOfBorn::after))
                .toList();
    }

    /** Of those who were looked at, the unborn child that each was, if any. */
    List<Relationships.Born> born() {
        return born.values().stream().map(CaseOfBorn::was).toList();
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
     * @param failed rules that failed for them
     * @param records their own, in order
     */
    private record Found(
            Evaluation evaluation,
            Set<RuleId> failed,
            Derived derived,
            Situation situation,
            List<SourceRecord> records) {
        Found {
            failed = Set.copyOf(failed);
            records = List.copyOf(records);
        }

        /** Where a rule failed, what was known before is kept beside what the others find. */
        Found keeping(Known before) {
            return failed.isEmpty()
                    ? this
                    : new Found(evaluation, failed, derived.keeping(before), situation, records);
        }

        Neighbourhood around() {
            return situation.around();
        }

        PeopleHandedOver.Reasons handedOver(List<RegisterPack> packs) {
            around().attend();
            return PeopleHandedOver.of(situation.under(packs), records);
        }

        CaseOfBorn born() {
            around().attend();
            return CaseOfBorn.of(situation, records);
        }

        Locating.Looked located(List<RegisterPack> packs) {
            return new Locating.Looked(derived, situation.under(packs));
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
        leaveAlone(found, befores);
        for (Map<PersonId, Found> next = found; !next.isEmpty(); ) {
            next = told(next, known, done, lapsed);
        }
        lapsed.keep(befores.values().stream().flatMap(b -> b.formerly().stream()).toList(), now);
        List<RegisterPack> packs = parts.derivation().clocks().registers();
        done.forEach((person, each) -> handedOver.put(person, each.handedOver(packs)));
        done.forEach((person, each) -> born.put(person, each.born()));
        store.save(saved(done, befores), now);
        Set<PersonId> there = new HashSet<>(found.keySet());
        there.addAll(failed);
        List<PersonId> gone = gone(subjects, befores.values(), there);
        store.forget(gone);
        locating.note(done.values().stream().map(f -> f.located(packs)).toList(), gone, now);
        unevaluated.note(subjects, failed, now);
        Map<PersonId, Set<RuleId>> ill = new HashMap<>();
        done.forEach((person, each) -> ill.put(person, each.failed()));
        unevaluated.failed(ill, now);
        new TellingStore(sql).follow(found.keySet());
    }

    /**
     * Of somebody who was two until now, or one, nothing is kept under the new id yet: where a rule
     * fails for them, they stay as they are until it works.
     */
    private void leaveAlone(Map<PersonId, Found> found, Map<PersonId, LastDerived.Before> befores) {
        Set<PersonId> alone = new HashSet<>();
        found.forEach((person, each) -> {
            LastDerived.Before before = befores.getOrDefault(person, LastDerived.Before.NOTHING);
            if (!each.failed().isEmpty()
                    && !before.formerly().isEmpty()
                    && !before.formerly().equals(Set.of(person))) {
                alone.add(person);
            }
        });
        failed.addAll(alone);
        found.keySet().removeAll(alone);
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
        found.forEach((person, one) -> {
            Known before = known.getOrDefault(person, Known.NOTHING);
            Found each = one.keeping(before);
            try {
                changed.addAll(changed(each, before, round, lapsed));
                done.put(person, each);
                known.put(person, Known.of(each.derived()));
            } catch (RuntimeException | StackOverflowError fault) {
                LOG.error("what changed cannot be told: {}", Faults.inWords(fault));
                failed.add(person);
            }
        });
        OwnFacts.record(ledger, SystemFacts.of(changed, now));
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
                derived(before.around(), _ -> new Screened(before.evaluation(), before.failed()))
                        .ifPresent(f -> next.put(person, f));
            }
        });
        return next;
    }

    private Map<PersonId, Found> found(List<PersonId> subjects) {
        List<Map<PersonId, Neighbourhood>> read =
                shares(subjects).stream().map(this::read).toList();
        List<Map<PersonId, Found>> clean =
                read.size() == 1
                        ? List.of(Map.of())
                        : read.parallelStream().map(this::withoutFault).toList();
        Map<PersonId, Found> found = new LinkedHashMap<>();
        for (int i = 0; i < read.size(); i++) {
            Map<PersonId, Found> known = clean.get(i);
            read.get(i)
                    .forEach((person, around) ->
                            Optional.ofNullable(known.get(person))
                                    .or(() -> derived(around, this::screened))
                                    .ifPresent(f -> found.put(person, f)));
        }
        return found;
    }

    /**
     * Many people in as many readings as there are processors. Nothing that one reading holds is
     * seen from another, so that each may be worked out on a thread of its own.
     */
    private static List<List<PersonId>> shares(List<PersonId> people) {
        int shares = Math.clamp(people.size() / LEAST_SHARE, 1, PROCESSORS);
        List<List<PersonId>> all = new ArrayList<>();
        for (int i = 0; i < shares; i++) {
            all.add(people.subList(i * people.size() / shares, (i + 1) * people.size() / shares));
        }
        return all;
    }

    /** What follows for those of one reading for whom nothing fails; the others are asked again. */
    private Map<PersonId, Found> withoutFault(Map<PersonId, Neighbourhood> read) {
        Map<PersonId, Found> found = new HashMap<>();
        read.forEach((person, around) -> {
            Set<RuleId> ill = new HashSet<>();
            try {
                Found one =
                        found(
                                around,
                                situation ->
                                        new Screened(
                                                parts.derivation()
                                                        .screen(
                                                                situation,
                                                                (rule, _) -> ill.add(rule)),
                                                Set.of()));
                if (ill.isEmpty() && !around.incomplete()) {
                    found.put(person, one);
                }
            } catch (RuntimeException | StackOverflowError fault) {
                LOG.debug("asked again: {}", Faults.inWords(fault));
            }
        });
        return found;
    }

    /**
     * What the rules say of one person, those that fail told apart; RC-91 stands for them all where
     * a record cannot be read that they asked for.
     */
    private Screened screened(Situation situation) {
        Set<RuleId> ill = new TreeSet<>();
        Evaluation evaluation =
                parts.derivation()
                        .screen(
                                situation,
                                (rule, fault) -> {
                                    LOG.error("{} failed: {}", rule, Faults.inWords(fault));
                                    ill.add(rule);
                                });
        if (situation.around().incomplete()) {
            ill.add(RuleNotEvaluated.ID);
        }
        if (ill.isEmpty()) {
            return new Screened(evaluation, ill);
        }
        Map<RuleId, Instant> since = unevaluated.failedSince(situation.subject().id());
        Evaluation said =
                Evaluation.found(
                        ill.stream()
                                .map(rule ->
                                        RuleNotEvaluated.of(
                                                situation, rule, since.getOrDefault(rule, now)))
                                .toList());
        return new Screened(
                evaluation
                        .and(said)
                        .and(Evaluation.askAgain(London.startOf(situation.today().plusDays(1)))),
                ill);
    }

    /** What rules said of somebody, and which failed. */
    private record Screened(Evaluation evaluation, Set<RuleId> failed) {}

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
        told.changed(changes, found.derived().duties(), found.situation(), about.getFirst());
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

    private Map<PersonId, Neighbourhood> read(List<PersonId> subjects) {
        return OneByOne.read(
                new NeighbourhoodReader(identity, Bounds.DEFAULT), subjects, failed::add);
    }

    /**
     * What follows for one person; empty when a clock fails. Neither rules nor clocks touch a
     * database, so that whatever they throw leaves the transaction whole.
     */
    private Optional<Found> derived(Neighbourhood around, Function<Situation, Screened> screening) {
        try {
            return Optional.of(found(around, screening));
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.error("a rule or clock failed: {}", Faults.inWords(fault));
            failed.add(around.subject().id());
            return Optional.empty();
        }
    }

    private Found found(Neighbourhood around, Function<Situation, Screened> screening) {
        Situation situation = new Situation(around, now, who, Parameters.DEFAULT, goLive);
        Screened screened = screening.apply(situation);
        Derived derives = parts.derivation().derive(situation, screened.evaluation());
        List<SourceRecord> own = around.subject().records().stream().sorted().toList();
        return new Found(screened.evaluation(), screened.failed(), derives, situation, own);
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
