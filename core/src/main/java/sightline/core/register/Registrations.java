package sightline.core.register;

import sightline.core.kernel.AreaId;
import sightline.core.kernel.Due;
import sightline.core.kernel.Limit;
import sightline.core.kernel.Period;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.register.Happening.Assessed;
import sightline.core.register.Happening.Changed;
import sightline.core.register.Happening.Found;
import sightline.core.register.Happening.Held;
import sightline.core.register.Happening.Lost;
import sightline.core.register.Happening.Notified;
import sightline.core.register.Happening.Offered;
import sightline.core.register.Happening.Refused;
import sightline.core.register.Happening.Visited;
import sightline.core.register.Obligation.Standing;
import sightline.core.register.Registration.Foretold;
import sightline.core.register.Registration.Visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One pack over one life: where the person stands under it on a day. */
public final class Registrations {
    /** From so many days before its last day a periodic notice is "due soon". */
    static final int SOON = 28;

    private final RegisterPack pack;
    private final RegisteredLife life;
    private final WorkingCalendar calendar;
    private final LocalDate asOf;
    private final Absences absences;
    private Optional<LocalDate> firstNotice = Optional.empty();

    private Registrations(
            RegisterPack pack, RegisteredLife life, WorkingCalendar calendar, LocalDate asOf) {
        this.pack = pack;
        this.life = life.until(asOf);
        this.calendar = calendar;
        this.asOf = asOf;
        this.absences = new Absences(this.life);
    }

    /**
     * Where somebody stands.
     *
     * @param life what the records say; what happened after {@code asOf} is not looked at
     * @param calendar working days, for packs that count in them
     */
    public static Registration of(
            RegisterPack pack, RegisteredLife life, WorkingCalendar calendar, LocalDate asOf) {
        return new Registrations(pack, life, calendar, asOf).registration();
    }

    private Registration registration() {
        Coverage coverage = Liabilities.of(pack, life, absences);
        List<Period> runs = new ArrayList<>();
        List<Obligation> obligations = new ArrayList<>();
        for (Period run : Runs.of(coverage.liabilities())) {
            Period whole = run;
            List<Obligation> owed = owed(whole);
            for (Optional<Period> longer = longer(run, owed);
                    longer.isPresent() && !longer.get().equals(whole);
                    longer = longer(run, owed)) {
                whole = longer.get();
                owed = owed(whole);
            }
            runs.add(whole);
            obligations.addAll(owed);
        }
        List<Period> merged = Runs.merged(runs);
        State state = state(coverage, merged, obligations);
        Optional<Visit> visit = state.under() ? visit(merged.getLast()) : Optional.empty();
        return new Registration(
                pack.key(),
                coverage,
                merged,
                state,
                obligations,
                state.under() ? foretold(merged.getLast()) : List.of(),
                visit,
                reviewFrom(coverage),
                area(),
                offeredTo(),
                next(merged, obligations, visit));
    }

    private List<Obligation> owed(Period run) {
        var owed = new Obligations(pack, life, absences, calendar, run, asOf);
        firstNotice = owed.firstNotice();
        return owed.all();
    }

    /** A run that each failure in it makes longer, where the pack says so. */
    private Optional<Period> longer(Period run, List<Obligation> owed) {
        if (pack.failure().isEmpty() || run.until().isEmpty()) {
            return Optional.empty();
        }
        Limit adds = pack.failure().get().adds();
        LocalDate end = run.until().get();
        for (Obligation failure : owed.stream().filter(Obligation::failed).toList()) {
            LocalDate failed = failure.lastDay().orElse(failure.start());
            if (!failed.isAfter(end)) {
                end = Lengths.later(end, adds);
            }
        }
        return Optional.of(new Period(run.from(), Optional.of(end)));
    }

    private State state(Coverage coverage, List<Period> runs, List<Obligation> obligations) {
        Optional<Period> run = runs.stream().filter(r -> r.contains(asOf)).findFirst();
        if (run.isEmpty()) {
            return over(coverage, runs);
        }
        boolean begun = pack.notices().initial().isEmpty() || firstNotice.isPresent();
        if (absences.on(asOf)) {
            return begun ? State.TOLLED : State.LIABLE;
        }
        if (lost()) {
            return State.WHEREABOUTS_UNKNOWN;
        }
        List<Obligation> now =
                obligations.stream().filter(o -> run.get().contains(o.start())).toList();
        if (now.stream().anyMatch(o -> o.standing() == Standing.MISSED)) {
            return State.IN_BREACH;
        }
        if (!begun) {
            return State.INITIAL_NOTICE_DUE;
        }
        return now.stream().anyMatch(this::soon) ? State.PERIODIC_NOTICE_DUE : State.CURRENT;
    }

    private State over(Coverage coverage, List<Period> runs) {
        boolean quashed =
                !coverage.covered() && life.of(Happening.Quashed.class).findAny().isPresent();
        boolean aside =
                coverage.liabilities().stream()
                        .filter(l -> l.days().endedBefore(asOf))
                        .reduce((_, last) -> last)
                        .filter(Liability::setAside)
                        .isPresent();
        if (quashed || aside) {
            return State.SET_ASIDE;
        }
        return runs.stream().anyMatch(r -> r.endedBefore(asOf)) ? State.ENDED : State.NOT_COVERED;
    }

    private boolean soon(Obligation obligation) {
        return obligation.notice() == Notice.PERIODIC
                && obligation.standing() == Standing.RUNNING
                && obligation
                        .lastDay()
                        .filter(last -> !asOf.isBefore(last.minusDays(SOON)))
                        .isPresent();
    }

    private boolean lost() {
        return life.happenings().stream()
                .filter(h -> h instanceof Lost || h instanceof Found)
                .reduce((_, last) -> last)
                .filter(Lost.class::isInstance)
                .isPresent();
    }

    private List<Foretold> foretold(Period run) {
        return pack.notices().advance().stream()
                .flatMap(rule ->
                        life.of(Notified.class)
                                .filter(n -> run.contains(n.day()))
                                .flatMap(n -> foretold(n, rule).stream()))
                .toList();
    }

    private Optional<Foretold> foretold(Notified told, NoticeRules.Advance rule) {
        return told.expected()
                .filter(_ -> !happened(told))
                .map(day ->
                        new Foretold(
                                told.notice(),
                                told.day(),
                                day,
                                day.plusDays(rule.otherwise() - 1L)));
    }

    /** Whether a change of that kind is known since, or was told again without a day to come. */
    private boolean happened(Notified told) {
        return life.happenings().stream()
                .filter(h -> h.day().isAfter(told.day()))
                .anyMatch(h ->
                        (h instanceof Changed c && c.notice() == told.notice())
                                || (h instanceof Notified n
                                        && n.notice() == told.notice()
                                        && n.expected().isEmpty()));
    }

    private Optional<Visit> visit(Period run) {
        Optional<Assessed> level = life.of(Assessed.class).reduce((_, last) -> last);
        return level.flatMap(l ->
                Optional.ofNullable(pack.visits().every().get(l.level()))
                        .map(every -> visit(run, l, every)));
    }

    private Visit visit(Period run, Assessed level, Limit every) {
        LocalDate since =
                Stream.concat(
                                life.of(Visited.class).filter(Visited::seen).map(Visited::day),
                                run.from().stream())
                        .max(LocalDate::compareTo)
                        .orElse(level.day());
        LocalDate due = Lengths.later(since, every);
        boolean overdue = due.isBefore(asOf) && !absences.on(asOf);
        return new Visit(due, level.level(), overdue);
    }

    private Optional<LocalDate> reviewFrom(Coverage coverage) {
        return pack.review()
                .flatMap(review ->
                        coverage.liabilities().stream()
                                .filter(l ->
                                        l.length()
                                                .filter(Length.Indefinite.class::isInstance)
                                                .isPresent())
                                .findFirst()
                                .map(l ->
                                        Lengths.later(
                                                l.relevant(),
                                                young(l) ? review.young() : review.adult())));
    }

    private boolean young(Liability liability) {
        return pack.young()
                .filter(y ->
                        life.ageOn(liability.relevant()).filter(age -> age < y.under()).isPresent())
                .isPresent();
    }

    private Optional<AreaId> area() {
        return life.of(Held.class).reduce((_, last) -> last).map(Held::area);
    }

    private Optional<AreaId> offeredTo() {
        return life.happenings().stream()
                .filter(h -> h instanceof Held || h instanceof Offered || h instanceof Refused)
                .reduce((_, last) -> last)
                .filter(Offered.class::isInstance)
                .map(h -> ((Offered) h).to());
    }

    private Optional<LocalDate> next(
            List<Period> runs, List<Obligation> obligations, Optional<Visit> visit) {
        Stream<LocalDate> ends =
                runs.stream().flatMap(r -> r.until().stream()).map(d -> d.plusDays(1));
        Stream<LocalDate> owed =
                obligations.stream()
                        .filter(o -> o.standing() == Standing.RUNNING)
                        .filter(o -> o.due() instanceof Due)
                        .flatMap(o -> o.lastDay().stream())
                        .flatMap(last -> Stream.of(last.minusDays(SOON), last.plusDays(1)));
        Stream<LocalDate> looks = visit.stream().map(v -> v.due().plusDays(1));
        Stream<LocalDate> stays =
                life.of(Happening.Stayed.class)
                        .filter(s -> s.days().contains(asOf.plusDays(1)))
                        .map(_ -> asOf.plusDays(1));
        return Stream.of(ends, owed, looks, stays)
                .flatMap(days -> days)
                .filter(day -> day.isAfter(asOf))
                .min(LocalDate::compareTo);
    }
}
