package sightline.core.register;

import sightline.core.kernel.AreaId;
import sightline.core.kernel.Limit;
import sightline.core.kernel.Period;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.register.Happening.Assessed;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Changed;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Happening.Notified;
import sightline.core.register.Happening.Visited;
import sightline.core.register.Obligation.Standing;
import sightline.core.register.Registration.Foretold;
import sightline.core.register.Registration.Visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One life under one pack, lived forward: each happening changes what is kept, and any day may be
 * asked for how things stand, as long as days do not go back.
 */
final class Running {
    private final RegisterPack pack;
    private final Optional<LocalDate> born;
    private final List<Happening> past = new ArrayList<>();
    private final Absences absences = new Absences();
    private final Clocks clocks;
    private final Optional<QualifyingStays> stays;
    private final TreeMap<LocalDate, Owed> owed = new TreeMap<>();
    private Coverage coverage = new Coverage(List.of(), List.of(), List.of());
    private List<Period> runs = List.of();
    private boolean lost;
    private Optional<AreaId> area = Optional.empty();
    private Optional<AreaId> offeredTo = Optional.empty();
    private Optional<RiskLevel> level = Optional.empty();
    private Optional<LocalDate> seen = Optional.empty();

    Running(RegisterPack pack, Optional<LocalDate> born, WorkingCalendar calendar) {
        this.pack = pack;
        this.born = born;
        this.clocks = new Clocks(absences, calendar);
        this.stays = pack.notices().stay().map(QualifyingStays::new);
    }

    void happens(Happening happening) {
        LocalDate day = happening.day();
        countStays(day.minusDays(1));
        past.add(happening);
        switch (happening) {
            case Happening.Convicted _,
                    Happening.Quashed _,
                    Happening.Died _,
                    Happening.Ordered _,
                    Happening.OrderEnded _,
                    Happening.Entered _,
                    Happening.EntryEnded _,
                    Happening.Marked _,
                    Happening.SetAside _ ->
                    covers(day);
            case Happening.HandedOver _ -> handedOver(day);
            case Gone gone -> gone(gone);
            case Back back -> back(back);
            case Notified told -> owed(day).ifPresent(o -> o.told(told));
            case Changed changed -> owed(day).ifPresent(o -> o.changed(changed));
            case Happening.Stayed stayed -> stays.ifPresent(s -> s.stays(stayed));
            case Happening.Lost _ -> lost = true;
            case Happening.Found _ -> lost = false;
            case Assessed assessed -> level = Optional.of(assessed.level());
            case Visited visited -> visited(visited);
            case Happening.Held held -> {
                area = Optional.of(held.area());
                offeredTo = Optional.empty();
            }
            case Happening.Offered offered -> offeredTo = Optional.of(offered.to());
            case Happening.Refused _ -> offeredTo = Optional.empty();
        }
    }

    /** Where the person is, is known elsewhere from then on. */
    private void handedOver(LocalDate day) {
        covers(day);
        lost = false;
    }

    /** What puts the person under the pack is looked at again, and with it the runs of days. */
    private void covers(LocalDate day) {
        coverage = Liabilities.of(pack, new RegisteredLife(born, past), absences);
        List<Period> now = Runs.of(coverage.liabilities());
        owed.keySet()
                .removeIf(from ->
                        now.stream().noneMatch(r -> r.from().filter(from::equals).isPresent()));
        now.stream()
                .flatMap(r -> r.from().stream())
                .filter(from -> !from.isAfter(day))
                .forEach(from -> owed.computeIfAbsent(from, this::begins));
        runs = now;
    }

    /** Who comes back from another area was under it all the time, and tells the new home. */
    private Owed begins(LocalDate from) {
        Optional<LocalDate> over =
                last(from).filter(Liability::handedOver).flatMap(l -> l.days().until());
        boolean back =
                over.isPresent()
                        && coverage.liabilities().stream()
                                .filter(l -> l.days().until().equals(over))
                                .anyMatch(l -> l.elsewhereOn(from.minusDays(1)))
                        && owed.headMap(from).values().stream()
                                .reduce((_, before) -> before)
                                .filter(Owed::begun)
                                .isPresent();
        return back ? Owed.again(pack, clocks, from) : new Owed(pack, clocks, from);
    }

    /**
     * What ended last, of what was over before a day. A hand-over cuts all that stood on its day:
     * what ended on that day by itself came after it.
     */
    private Optional<Liability> last(LocalDate day) {
        return coverage.liabilities().stream()
                .filter(l -> l.days().endedBefore(day))
                .max(
                        Comparator.comparing((Liability l) -> l.days().until().orElseThrow())
                                .thenComparing(l -> !l.handedOver())
                                .thenComparing(l -> l.cut().isPresent()));
    }

    private void gone(Gone gone) {
        absences.gone(gone);
        if (gone.where() == Away.ABROAD) {
            owed(gone.day()).ifPresent(o -> o.left(gone.day()));
        } else if (pack.restart().isPresent()) {
            covers(gone.day());
        }
    }

    private void back(Back back) {
        absences.back(back);
        boolean travelled = back.where() == Away.ABROAD;
        if (pack.fromRelease() && !travelled) {
            covers(back.day());
        }
        Notice notice = travelled ? Notice.RETURN : Notice.RELEASE;
        owed(back.day()).ifPresent(o -> o.changed(new Changed(back.day(), notice)));
    }

    private void visited(Visited visited) {
        if (visited.seen()) {
            seen = Optional.of(visited.day());
        }
    }

    private void countStays(LocalDate until) {
        stays.ifPresent(s ->
                s.until(until)
                        .forEach(day ->
                                owed(day)
                                        .ifPresent(o -> o.changed(new Changed(day, Notice.STAY)))));
    }

    private Optional<Owed> owed(LocalDate day) {
        return runOn(day).flatMap(run -> begun(run, day));
    }

    /** What is owed in a run that has begun by a day, be it by the passing of time alone. */
    private Optional<Owed> begun(Period run, LocalDate day) {
        return run.from()
                .filter(from -> !from.isAfter(day))
                .map(from -> owed.computeIfAbsent(from, this::begins));
    }

    private Optional<Period> runOn(LocalDate day) {
        return runs(day).stream().filter(r -> r.contains(day)).findFirst();
    }

    /** The runs of days, with what failures up to a day add to them. */
    private List<Period> runs(LocalDate day) {
        return pack.failure()
                .map(failure -> runs.stream().map(r -> longer(r, failure.adds(), day)).toList())
                .orElse(runs);
    }

    private Period longer(Period run, Limit adds, LocalDate day) {
        Owed own = run.from().map(owed::get).orElse(null);
        if (own == null || run.until().isEmpty() || handedOver(run)) {
            return run;
        }
        var added = new AddedYears(run.until().get(), adds, own.failures(day));
        Optional<LocalDate> last =
                pack.restart()
                        .flatMap(_ -> again(run))
                        .map(limit -> added.startingAgain(limit, past))
                        .orElseGet(() -> Optional.of(added.last()));
        return new Period(run.from(), last);
    }

    /** For how long a run is counted again. */
    private Optional<Limit> again(Period run) {
        return coverage.liabilities().stream()
                .filter(l -> l.days().until().equals(run.until()))
                .flatMap(l ->
                        l
                                .length()
                                .filter(Length.Fixed.class::isInstance)
                                .map(Length.Fixed.class::cast)
                                .map(f -> l.halved() ? Lengths.half(f.limit()) : f.limit())
                                .stream())
                .findFirst();
    }

    /** How things stand on a day. */
    Registration on(LocalDate day) {
        countStays(day);
        List<Period> all = Runs.merged(runs(day));
        List<Obligation> obligations = new ArrayList<>();
        for (Period run : all) {
            boolean elsewhere = handedOver(run);
            begun(run, day)
                    .ifPresent(o ->
                            o.on(day, run)
                                    .forEach(one ->
                                            obligations.add(elsewhere ? one.handedOver() : one)));
        }
        State state = state(day);
        boolean under = state.under();
        Optional<Visit> visit = under ? visit(day, all.getLast()) : Optional.empty();
        return new Registration(
                pack.key(),
                coverage,
                all,
                state,
                obligations,
                under ? foretold(day) : List.of(),
                visit,
                reviewFrom(),
                absences.notBack(),
                area,
                offeredTo,
                next(day));
    }

    /** Where it stands on a day. */
    State state(LocalDate day) {
        countStays(day);
        List<Period> all = Runs.merged(runs(day));
        Optional<Period> run = all.stream().filter(r -> r.contains(day)).findFirst();
        if (run.isEmpty()) {
            return over(day, all);
        }
        Owed own = run.flatMap(r -> begun(r, day)).orElse(null);
        boolean begun = own == null || own.begun();
        if (absences.on(day)) {
            return begun ? State.TOLLED : State.LIABLE;
        }
        if (lost) {
            return State.WHEREABOUTS_UNKNOWN;
        }
        List<Obligation> now = own == null ? List.of() : own.open(day, run.get());
        boolean untold = own != null && own.leftUntold();
        if (untold || now.stream().anyMatch(o -> o.standing() == Standing.MISSED)) {
            return State.IN_BREACH;
        }
        if (!begun) {
            return State.INITIAL_NOTICE_DUE;
        }
        return now.stream().anyMatch(o -> soon(o, day)) ? State.PERIODIC_NOTICE_DUE : State.CURRENT;
    }

    /** Whether a run was ended by a hand-over. */
    private boolean handedOver(Period run) {
        return coverage.liabilities().stream()
                .filter(Liability::handedOver)
                .anyMatch(l -> l.days().until().equals(run.until()));
    }

    private State over(LocalDate day, List<Period> all) {
        if (!coverage.covered() && past.stream().anyMatch(Happening.Quashed.class::isInstance)) {
            return State.SET_ASIDE;
        }
        Optional<Liability.Cut> cut = last(day).flatMap(Liability::cut);
        if (cut.isPresent()) {
            return switch (cut.get().by()) {
                case SET_ASIDE -> State.SET_ASIDE;
                case HANDED_OVER -> State.HANDED_OVER;
                case DIED -> State.ENDED;
            };
        }
        return all.stream().anyMatch(r -> r.endedBefore(day)) ? State.ENDED : State.NOT_COVERED;
    }

    private static boolean soon(Obligation obligation, LocalDate day) {
        return obligation.notice() == Notice.PERIODIC
                && obligation.standing() == Standing.RUNNING
                && obligation
                        .lastDay()
                        .filter(last -> !day.isBefore(last.minusDays(Registrations.SOON)))
                        .isPresent();
    }

    private List<Foretold> foretold(LocalDate day) {
        return pack.notices().advance().stream()
                .flatMap(rule ->
                        owed(day).stream()
                                .flatMap(o -> o.ahead().stream())
                                .filter(n -> !happened(n))
                                .flatMap(n -> foretold(n, rule).stream()))
                .toList();
    }

    private static Optional<Foretold> foretold(Notified told, NoticeRules.Advance rule) {
        return told.expected()
                .map(expected ->
                        new Foretold(
                                told.notice(),
                                told.day(),
                                expected,
                                expected.plusDays(rule.otherwise() - 1L)));
    }

    /** Whether a change of that kind is known since, or was told again without a day to come. */
    private boolean happened(Notified told) {
        return past.stream()
                .filter(h -> h.day().isAfter(told.day()))
                .anyMatch(h ->
                        (h instanceof Changed c && c.notice() == told.notice())
                                || (h instanceof Notified n
                                        && n.notice() == told.notice()
                                        && n.expected().isEmpty()));
    }

    private Optional<Visit> visit(LocalDate day, Period run) {
        return level.flatMap(l ->
                Optional.ofNullable(pack.visits().every().get(l))
                        .map(every -> visit(day, run, l, every)));
    }

    private Visit visit(LocalDate day, Period run, RiskLevel at, Limit every) {
        LocalDate since =
                Stream.concat(seen.stream(), run.from().stream())
                        .max(LocalDate::compareTo)
                        .orElse(day);
        LocalDate due = Lengths.later(since, every);
        return new Visit(due, at, due.isBefore(day) && !absences.on(day));
    }

    private Optional<LocalDate> reviewFrom() {
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
        var life = new RegisteredLife(born, List.of());
        return pack.young()
                .filter(y ->
                        life.ageOn(liability.relevant()).filter(age -> age < y.under()).isPresent())
                .isPresent();
    }

    /** The next day on which time alone changes how things stand. */
    Optional<LocalDate> next(LocalDate day) {
        List<Period> all = Runs.merged(runs(day));
        Stream<LocalDate> starts = all.stream().flatMap(r -> r.from().stream());
        Stream<LocalDate> ends =
                all.stream().flatMap(r -> r.until().stream()).map(last -> last.plusDays(1));
        Stream<LocalDate> running =
                runOn(day).stream().flatMap(run -> running(day, run)).flatMap(Running::changes);
        Stream<LocalDate> looks =
                all.isEmpty()
                        ? Stream.empty()
                        : visit(day, all.getLast()).stream().map(v -> v.due().plusDays(1));
        Stream<LocalDate> staying =
                stays.filter(s -> s.goesOn(day.plusDays(1))).stream().map(_ -> day.plusDays(1));
        return Stream.of(starts, ends, running, looks, staying)
                .flatMap(days -> days)
                .filter(one -> one.isAfter(day))
                .min(LocalDate::compareTo);
    }

    private Stream<LocalDate> running(LocalDate day, Period run) {
        return begun(run, day).stream()
                .flatMap(o -> o.open(day, run).stream())
                .filter(o -> o.standing() == Standing.RUNNING)
                .flatMap(o -> o.lastDay().stream());
    }

    private static Stream<LocalDate> changes(LocalDate last) {
        return Stream.of(last.minusDays(Registrations.SOON), last.plusDays(1));
    }
}
