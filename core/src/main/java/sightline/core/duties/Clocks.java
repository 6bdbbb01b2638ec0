package sightline.core.duties;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.duties.Duty.State;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Counting;
import sightline.core.kernel.Due;
import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;
import sightline.core.screening.Finding;
import sightline.core.screening.Recipient;
import sightline.core.screening.RuleId;
import sightline.core.screening.Situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The one interpreter of all clocks: what is owed about a subject, worked out from facts. */
public final class Clocks {
    private static final int MOST_RUNS = 500;
    private static final Set<AgencyType> NURSES =
            EnumSet.of(AgencyType.HEALTH_VISITING, AgencyType.SCHOOL_NURSING);

    private final List<Pack> packs;
    private final List<RegisterPack> registers;
    private final List<ClockDefinition> definitions;
    private final Grounds grounds;

    /** The clocks of these packs, in the order of their keys. */
    public Clocks(Collection<Pack> packs) {
        this(packs, List.of());
    }

    /** The same, with registers that are switched on. */
    public Clocks(Collection<Pack> packs, Collection<RegisterPack> registers) {
        this(
                List.copyOf(packs),
                List.copyOf(registers),
                packs.stream().flatMap(p -> p.clocks().stream()).toList());
    }

    /** The clocks that ship with the system, and the registers of it that are switched on. */
    public static Clocks shipped() {
        return new Clocks(PackReader.shipped(), RegisterPackReader.switchedOn());
    }

    private Clocks(
            List<Pack> packs, List<RegisterPack> registers, List<ClockDefinition> unordered) {
        this.packs = packs;
        this.registers = registers;
        grounds = new Grounds(packs);
        definitions =
                unordered.stream()
                        .sorted(
                                Comparator.comparing(ClockDefinition::key)
                                        .thenComparing(c -> c.inForce().inWords())
                                        .thenComparing(c -> c.ground().closeness()))
                        .toList();
    }

    /**
     * The same clocks with those definitions only that are in force on a day, for starts of any
     * day: an old case under the practice of that day.
     */
    public Clocks asInForce(LocalDate day) {
        return new Clocks(
                packs,
                registers,
                definitions.stream()
                        .filter(c -> c.inForceOn(day))
                        .map(ClockDefinition::always)
                        .toList());
    }

    /** The packs that they were read from. */
    public List<Pack> packs() {
        return packs;
    }

    /** The registers that are switched on. */
    public List<RegisterPack> registers() {
        return registers;
    }

    /** The definitions, in the order of their keys. */
    public List<ClockDefinition> definitions() {
        return definitions;
    }

    /** Whether a clock that starts on what was told of a rule runs at any hour of any day. */
    public boolean atAnyHour(ClockKey key, RuleId rule) {
        return definitions.stream()
                .filter(c -> c.key().equals(key) && c.counting() == Counting.CLOCK_HOURS)
                .anyMatch(c -> c.startsOn().stream().anyMatch(s -> s.names("rule", rule.value())));
    }

    /**
     * Every duty about the subject up to the situation's moment, whatever its state. What was owed
     * about an unborn child is owed about the child, or each twin, from the birth on.
     */
    public DutyEvaluation evaluate(Situation situation, List<Finding> findings) {
        if (!situation.around().becameBorn().isEmpty()) {
            return new DutyEvaluation(List.of(), Optional.empty());
        }
        Matching matching = new Matching(situation);
        Starts starts = new Starts(situation, matching, findings);
        Run run = new Run(situation, matching);
        Map<String, Duty> byKey = new LinkedHashMap<>();
        Map<ClockKey, List<Duty>> byClock = new HashMap<>();
        for (ClockDefinition clock : definitions) {
            if (!grounds.runs(clock, run::area)) {
                continue;
            }
            List<Duty> same = byClock.computeIfAbsent(clock.key(), _ -> new ArrayList<>());
            same.addAll(
                    clock.byRegister().isPresent()
                            ? run.byRegister(clock)
                            : run.all(clock, starts.of(clock), List.copyOf(same)));
            same.forEach(d -> byKey.putIfAbsent(d.key(), d));
        }
        List<Duty> duties = List.copyOf(byKey.values());
        Optional<Instant> recheck =
                duties.stream()
                        .filter(d -> d.state().open())
                        .flatMap(d -> nextMoments(d, situation.now()))
                        .min(Comparator.naturalOrder());
        return new DutyEvaluation(duties, recheck);
    }

    private static Stream<Instant> nextMoments(Duty duty, Instant now) {
        return Stream.concat(Stream.of(duty.due()), duty.rungs().stream().map(Duty.Told::at))
                .filter(at -> at.isAfter(now));
    }

    /** The working days of the subject's area. */
    static WorkingCalendar calendar(Situation situation) {
        return situation.recipients().areas().stream()
                .findFirst()
                .map(situation.directory()::calendar)
                .orElseGet(() -> WorkingCalendar.of(Nation.ENGLAND));
    }

    /** Follows one clock from its starts to their ends. */
    private static final class Run {
        private final Situation situation;
        private final Matching matching;
        private final Owners owners;
        private Optional<Ladder> ladder = Optional.empty();
        private final DueDates dueDates;
        private Optional<WorkingCalendar> calendar = Optional.empty();

        Run(Situation situation, Matching matching) {
            this.situation = situation;
            this.matching = matching;
            this.owners = new Owners(situation);
            this.dueDates = new DueDates(situation, this::calendar);
        }

        /** The area that answers for the subject today, as its working days are that area's. */
        Optional<Area> area() {
            return situation.recipients().areas().stream()
                    .flatMap(a -> situation.directory().area(a).stream())
                    .findFirst();
        }

        /** Where nothing starts, nobody needs to know which days count. */
        private WorkingCalendar calendar() {
            WorkingCalendar known = calendar.orElseGet(() -> Clocks.calendar(situation));
            calendar = Optional.of(known);
            return known;
        }

        private Ladder ladder() {
            Ladder known = ladder.orElseGet(() -> new Ladder(situation, owners, calendar()));
            ladder = Optional.of(known);
            return known;
        }

        /** The duties of one definition; {@code same} are those that others of its key made. */
        List<Duty> all(ClockDefinition clock, List<Start> starts, List<Duty> same) {
            List<Duty> duties = new ArrayList<>();
            for (Start start : starts) {
                if (diedBefore(clock, start)) {
                    continue;
                }
                if (!covered(clock, start, duties) && !covered(clock, start, same)) {
                    follow(clock, start, duties);
                }
            }
            return duties;
        }

        /** Whether what was still open when the start came is what it would ask for. */
        private boolean covered(ClockDefinition clock, Start start, List<Duty> duties) {
            return switch (clock.per()) {
                case START, ADDRESSEE -> false;
                case SUBJECT -> covered(duties, start);
                case OWNER -> {
                    Set<Recipient> owes = owners.all(clock.owedBy(), start);
                    yield covered(
                            duties.stream().filter(d -> d.owedBy().equals(owes)).toList(), start);
                }
            };
        }

        /** Of somebody whose death was on record nothing is owed but what outlasts it. */
        private boolean diedBefore(ClockDefinition clock, Start start) {
            return !clock.survivesDeath()
                    && situation
                            .subject()
                            .deathAfter(0)
                            .filter(death -> death.position() < start.position())
                            .isPresent();
        }

        /** What the registers say is owed; a named person may have ended it. */
        List<Duty> byRegister(ClockDefinition clock) {
            return new RegisterDuties(situation)
                    .of(clock).stream().flatMap(o -> byRegister(clock, o).stream()).toList();
        }

        /** What is owed; nothing while its clock stands; not daily of whoever is held. */
        private Optional<Duty> byRegister(ClockDefinition clock, RegisterDuties.Owing owing) {
            Start start = owing.start();
            Optional<Fact> done = byHand(clock, start, true).or(owing::met);
            Optional<Fact> ended =
                    byHand(clock, start, false)
                            .or(() -> situation.subject().deathAfter(start.position()))
                            .or(owing::over);
            return owing.due()
                    .map(due ->
                            duty(
                                    clock,
                                    owing.title(),
                                    start,
                                    due,
                                    done,
                                    done.isPresent() ? Optional.empty() : ended))
                    .map(duty -> owing.held().isPresent() ? duty.seldom() : duty);
        }

        /** Whether an earlier run was still open when the start came. */
        private static boolean covered(List<Duty> duties, Start start) {
            return duties.stream().anyMatch(d -> openAt(d, start.received()));
        }

        private static boolean openAt(Duty duty, Instant at) {
            return switch (duty.state()) {
                case State.Running _, State.Overdue _ -> true;
                case State.Discharged(var _, var done, var _) -> done.isAfter(at);
                case State.Ended(var _, var ended) -> ended.isAfter(at);
            };
        }

        private void follow(ClockDefinition clock, Start first, List<Duty> duties) {
            Start start = first;
            for (int run = 0; run < MOST_RUNS; run++) {
                Optional<Fact> ending = ending(clock, start);
                Optional<Fact> discharge =
                        discharge(clock, start).filter(d -> !endedBefore(clock, ending, d));
                Optional<Due> due = dueDates.of(clock, first.counted(), start);
                if (due.isEmpty()) {
                    return;
                }
                duties.add(duty(clock, clock.title(), start, due.get(), discharge, ending));
                if (!clock.repeats() || discharge.isEmpty()) {
                    return;
                }
                long told = matching.firstTold(start, discharging(clock), discharge.get());
                start = next(first, discharge.get(), told, run + 1);
            }
        }

        /** Each by what was first told of it: a correction makes nothing later than it was. */
        private boolean endedBefore(ClockDefinition clock, Optional<Fact> ending, Fact discharge) {
            return ending.filter(e ->
                            first(clock.endedBy(), e).position()
                                    < first(discharging(clock), discharge).position())
                    .isPresent();
        }

        /** What was told since the discharge was first told may discharge the next. */
        private static Start next(Start first, Fact discharge, long told, int run) {
            Instant day =
                    discharge
                            .times()
                            .happened()
                            .latest()
                            .map(London::startOf)
                            .orElse(discharge.times().received());
            Instant counted =
                    day.isBefore(discharge.times().received()) ? day : discharge.times().received();
            return new Start(
                    first.reference() + "+" + run,
                    discharge.times().received(),
                    counted,
                    told,
                    first.because(),
                    first.fact(),
                    List.of(discharge.id()),
                    first.addressee(),
                    first.first());
        }

        /** The first that says it is done: a named person, or facts of the kinds it asks for. */
        private Optional<Fact> discharge(ClockDefinition clock, Start start) {
            List<Condition> any = discharging(clock);
            return Stream.of(byHand(clock, start, true), byFacts(clock, start))
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingLong(f -> first(any, f).position()));
        }

        /** The last that was needed: a correction says anew what was told before, and is not it. */
        private Optional<Fact> byFacts(ClockDefinition clock, Start start) {
            List<Fact> found = new ArrayList<>();
            List<Condition> any = discharging(clock);
            for (List<Condition> group : clock.dischargedBy()) {
                if (knows(clock, start, group)) {
                    continue;
                }
                Optional<Fact> fact = matching.firstAfter(start, group);
                if (fact.isEmpty()) {
                    return Optional.empty();
                }
                found.add(fact.get());
            }
            return found.stream().max(Comparator.comparingLong(f -> first(any, f).position()));
        }

        /**
         * Whether whoever must be told is the one who tells: the practice with which the child was
         * registered by the move, or next, has told the practice, and health visitors or school
         * nurses of the area moved to have told themselves. Somebody is left to be told in any
         * case.
         */
        private boolean knows(ClockDefinition clock, Start start, List<Condition> group) {
            return clock.dischargedBy().size() > 1
                    && (practiceKnows(clock, start, group) || nursesKnow(clock, start, group));
        }

        private boolean nursesKnow(ClockDefinition clock, Start start, List<Condition> group) {
            return group.stream().allMatch(c -> !c.to().isEmpty() && NURSES.containsAll(c.to()))
                    && owners.all(clock.owedBy(), start).stream()
                            .allMatch(o ->
                                    situation
                                            .directory()
                                            .agency(o.agency())
                                            .filter(a -> NURSES.contains(a.type()))
                                            .filter(a ->
                                                    movedTo(start)
                                                            .filter(to ->
                                                                    a.serves(
                                                                            to,
                                                                            London.day(
                                                                                    start
                                                                                            .received())))
                                                            .isPresent())
                                            .isPresent());
        }

        /** Where the newest home lies of what started it, wherever the child moved since. */
        private Optional<AreaId> movedTo(Start start) {
            return start.evidence().stream()
                    .reduce((_, newer) -> newer)
                    .flatMap(home -> situation.around().facts(List.of(home)).stream().findFirst())
                    .flatMap(this::areaOf);
        }

        private Optional<AreaId> areaOf(Fact home) {
            return home.place()
                    .flatMap(p -> situation.directory().areaOf(p.line().value(), p.postcode()))
                    .or(() -> situation.directory().agency(home.source()).map(Agency::area));
        }

        private boolean practiceKnows(ClockDefinition clock, Start start, List<Condition> group) {
            return group.stream().allMatch(c -> c.to().contains(AgencyType.GP))
                    && practicesOf(start).stream()
                            .anyMatch(practice ->
                                    owners.all(clock.owedBy(), start).stream()
                                            .allMatch(o -> o.agency().equals(practice)));
        }

        /**
         * The last practice by what started it and the first after it, wherever they went since.
         */
        private List<AgencyId> practicesOf(Start start) {
            List<Entry<HealthBody.GpRegistration>> all =
                    situation.subject().about(HealthBody.GpRegistration.class);
            long by = all.stream().filter(e -> !e.received().isAfter(start.received())).count();
            return all.stream()
                    .skip(Math.max(0, by - 1))
                    .limit(by == 0 ? 1 : 2)
                    .map(e -> e.fact().source())
                    .toList();
        }

        private Optional<Fact> ending(ClockDefinition clock, Start start) {
            Optional<Fact> byHand = byHand(clock, start, false);
            Optional<Fact> death =
                    clock.survivesDeath()
                            ? Optional.empty()
                            : situation.subject().deathAfter(start.position());
            Optional<Fact> byFact = matching.firstAfter(start, clock.endedBy());
            return Stream.of(byHand, death, byFact)
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingLong(f -> first(clock.endedBy(), f).position()));
        }

        private Optional<Fact> byHand(ClockDefinition clock, Start start, boolean done) {
            String own = Duty.key(clock.key(), start.reference());
            String whole = Duty.key(clock.key(), start.referenceOfAll());
            return situation.subject().entries(SharedBody.DutyEnded.class).stream()
                    .filter(e -> e.body().done() == done)
                    .filter(e ->
                            e.body().duty().equals(own)
                                    || (e.body().duty().equals(whole)
                                            && speaksFor(start, e.fact().source())))
                    .filter(e -> !done || maySayDone(clock, start, e.fact().source()))
                    .map(e -> e.fact())
                    .findFirst();
        }

        /** Whoever asked ends it for all; an addressee for itself, as before each had its own. */
        private static boolean speaksFor(Start start, AgencyId source) {
            return start.addressee().filter(source::equals).isPresent()
                    || start.fact().filter(f -> f.source().equals(source)).isPresent();
        }

        /**
         * That it is done says whoever owes it, whoever asked for it, or the area's named lead;
         * anybody else sends the entry that shows it.
         */
        private boolean maySayDone(ClockDefinition clock, Start start, AgencyId source) {
            AgencyId now = situation.directory().current(source, situation.today());
            return start.fact().filter(f -> f.source().equals(source)).isPresent()
                    || PassedOn.of(situation, clock.key(), start).to(now)
                    || situation.recipients().lead().agency().equals(now)
                    || owners.all(clock.owedBy(), start).stream()
                            .anyMatch(o -> o.agency().equals(now) || o.agency().equals(source));
        }

        private Duty duty(
                ClockDefinition clock,
                String title,
                Start start,
                Due due,
                Optional<Fact> discharge,
                Optional<Fact> ending) {
            Optional<Instant> history =
                    start.fact()
                            .flatMap(situation::historyUntil)
                            .filter(live -> !due.at().isAfter(live))
                            .filter(_ -> discharge.isEmpty() && ending.isEmpty());
            Optional<Instant> closed =
                    discharge
                            .map(d -> toldAt(discharging(clock), d))
                            .or(() -> ending.map(e -> toldAt(clock.endedBy(), e)));
            List<Duty.Told> told =
                    history.isPresent() ? List.of() : ladder().told(clock, start, due.at(), closed);
            State state =
                    history.<State>map(live -> new State.Ended(Optional.empty(), live))
                            .orElseGet(() -> state(due.at(), discharge, ending, closed, told));
            PassedOn passed = PassedOn.of(situation, clock.key(), start);
            return new Duty(
                    clock.key(),
                    clock.rule(),
                    title,
                    situation.subject().id(),
                    start.reference(),
                    start.received(),
                    due.at(),
                    passed.said(start.because()),
                    due.dayByDay(),
                    start.evidence(),
                    passed.beside(owners.all(clock.owedBy(), start)),
                    state,
                    told,
                    state.open()
                            ? clock.ladder().stream()
                                    .map(rung -> owners.all(rung.tell(), start))
                                    .toList()
                            : List.of());
        }

        private static List<Condition> discharging(ClockDefinition clock) {
            return clock.dischargedBy().stream().flatMap(List::stream).toList();
        }

        /** When what closes it was first told: whoever corrects their entry had told it before. */
        private Instant toldAt(List<Condition> conditions, Fact fact) {
            return first(conditions, fact).times().received();
        }

        private Fact first(List<Condition> conditions, Fact fact) {
            return situation
                    .around()
                    .first(fact, f -> conditions.stream().anyMatch(c -> c.fits(f)));
        }

        private State state(
                Instant due,
                Optional<Fact> discharge,
                Optional<Fact> ending,
                Optional<Instant> closed,
                List<Duty.Told> rungs) {
            if (discharge.isPresent()) {
                Fact fact = discharge.get();
                Instant told = closed.orElseThrow();
                return new State.Discharged(fact.id(), told, lateBy(fact, told, due));
            }
            if (ending.isPresent()) {
                return new State.Ended(Optional.of(ending.get().id()), closed.orElseThrow());
            }
            if (situation.now().isBefore(due)) {
                return new State.Running();
            }
            int rung =
                    rungs.stream()
                            .filter(t -> !t.at().isAfter(situation.now()))
                            .mapToInt(Duty.Told::rung)
                            .max()
                            .orElse(0);
            return new State.Overdue(rung);
        }

        private static boolean lateBy(Fact fact, Instant told, Instant due) {
            Instant done =
                    fact.times()
                            .happened()
                            .instant()
                            .or(() -> fact.times().happened().latest().map(London::startOf))
                            .orElse(told);
            return !done.isBefore(due);
        }
    }
}
