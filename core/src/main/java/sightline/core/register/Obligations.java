package sightline.core.register;

import sightline.core.kernel.ClockArithmetic;
import sightline.core.kernel.Due;
import sightline.core.kernel.Limit;
import sightline.core.kernel.London;
import sightline.core.kernel.Period;
import sightline.core.kernel.Reckoning;
import sightline.core.kernel.Stopped;
import sightline.core.kernel.Tolling;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Changed;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Happening.Notified;
import sightline.core.register.NoticeRules.Clock;
import sightline.core.register.Obligation.Standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one person owed and owes in one unbroken run of days under a pack, worked out from the
 * notices given and the changes known, as of a day.
 */
final class Obligations {
    /** A notice that tells everything covers whatever changed before it. */
    private static final Set<Notice> FULL = EnumSet.of(Notice.INITIAL, Notice.PERIODIC);

    private final NoticeRules rules;
    private final RegisteredLife life;
    private final Absences absences;
    private final WorkingCalendar calendar;
    private final Period run;
    private final LocalDate asOf;
    private final List<Notified> told;
    private final List<Obligation> found = new ArrayList<>();

    Obligations(
            RegisterPack pack,
            RegisteredLife life,
            Absences absences,
            WorkingCalendar calendar,
            Period run,
            LocalDate asOf) {
        this.rules = pack.notices();
        this.life = life;
        this.absences = absences;
        this.calendar = calendar;
        this.run = run;
        this.asOf = asOf;
        this.told = life.of(Notified.class).filter(n -> run.contains(n.day())).toList();
    }

    /** All of them, by the day from which they count. */
    List<Obligation> all() {
        rules.initial().ifPresent(this::initial);
        Optional<LocalDate> since = firstNotice();
        since.ifPresent(day -> {
            changes(day).forEach(this::change);
            rules.periodic().ifPresent(this::periodic);
        });
        rules.travel().ifPresent(this::travel);
        found.sort(Comparator.comparing(Obligation::start));
        return List.copyOf(found);
    }

    /** The day of the first notice of everything in this run. */
    Optional<LocalDate> firstNotice() {
        return told.stream().filter(n -> FULL.contains(n.notice())).map(Notified::day).findFirst();
    }

    private void initial(Clock clock) {
        add(Notice.INITIAL, first(), clock, clock.within(), firstNotice());
    }

    private LocalDate first() {
        return run.from().orElseThrow();
    }

    /** Changes after the first notice, from whichever record they are known. */
    private Stream<Changed> changes(LocalDate since) {
        Stream<Changed> known = life.of(Changed.class);
        Stream<Changed> released =
                life.of(Back.class)
                        .filter(b -> b.where() != Away.ABROAD)
                        .map(b -> new Changed(b.day(), Notice.RELEASE));
        Stream<Changed> stayed =
                rules.stay().stream()
                        .flatMap(rule -> QualifyingStays.of(life, rule, asOf).stream())
                        .map(day -> new Changed(day, Notice.STAY));
        return Stream.of(known, released, stayed)
                .flatMap(all -> all)
                .filter(c -> c.day().isAfter(since) && run.contains(c.day()));
    }

    private void change(Changed change) {
        clockOf(change.notice())
                .ifPresent(clock ->
                        add(
                                change.notice(),
                                change.day(),
                                clock,
                                clock.within(),
                                foretold(change).or(() -> toldOf(change))));
    }

    private Optional<Clock> clockOf(Notice notice) {
        Optional<Clock> general =
                rules.change().filter(c -> c.of().contains(notice)).map(NoticeRules.Change::clock);
        if (notice != Notice.CHILD) {
            return general;
        }
        return rules.child()
                .flatMap(child ->
                        child.within()
                                .flatMap(limit ->
                                        rules.change().map(c -> c.clock()).map(c -> of(c, limit))))
                .or(() -> general);
    }

    private static Clock of(Clock clock, Limit within) {
        return new Clock(
                within, clock.counting(), clock.stopping(), clock.afterStop(), clock.law());
    }

    /** Told before it happened, near enough to the day on which it did. */
    private Optional<LocalDate> foretold(Changed change) {
        return rules.advance()
                .flatMap(rule ->
                        told.stream()
                                .filter(n -> n.notice() == change.notice())
                                .filter(n -> n.day().isBefore(change.day()))
                                .filter(n ->
                                        n.expected()
                                                .filter(e -> near(rule, e, change.day()))
                                                .isPresent())
                                .map(_ -> change.day())
                                .findFirst());
    }

    private static boolean near(NoticeRules.Advance rule, LocalDate expected, LocalDate day) {
        return !day.isBefore(expected.minusDays(rule.before()))
                && day.isBefore(expected.plusDays(rule.after()));
    }

    private Optional<LocalDate> toldOf(Changed change) {
        return told.stream()
                .filter(n -> covers(n.notice(), change.notice()))
                .map(Notified::day)
                .filter(day -> !day.isBefore(change.day()))
                .findFirst();
    }

    private static boolean covers(Notice told, Notice changed) {
        return told == changed
                || FULL.contains(told)
                || (changed == Notice.RELEASE && told == Notice.HOME);
    }

    private void periodic(NoticeRules.Periodic rule) {
        List<Notified> restarts =
                told.stream().filter(n -> rule.restartedBy().contains(n.notice())).toList();
        for (int i = 0; i < restarts.size(); i++) {
            Notified base = restarts.get(i);
            Limit within =
                    base.noHome()
                            ? rule.noHome().orElse(rule.clock().within())
                            : rule.clock().within();
            Optional<LocalDate> next =
                    i + 1 < restarts.size()
                            ? Optional.of(restarts.get(i + 1).day())
                            : Optional.empty();
            add(Notice.PERIODIC, base.day(), rule.clock(), within, next);
        }
    }

    /** Leaving the country: to be told some days before. */
    private void travel(NoticeRules.Travel rule) {
        LocalDate since = first();
        List<LocalDate> left =
                life.of(Gone.class)
                        .filter(g -> g.where() == Away.ABROAD && run.contains(g.day()))
                        .map(Gone::day)
                        .toList();
        for (LocalDate day : left) {
            LocalDate after = since;
            Optional<LocalDate> notice =
                    told.stream()
                            .filter(n -> n.notice() == Notice.TRAVEL)
                            .map(Notified::day)
                            .filter(d -> !d.isBefore(after) && !d.isAfter(day))
                            .findFirst();
            LocalDate last = day.minusDays(rule.before());
            Due due =
                    new Due(
                            London.endOf(last),
                            last,
                            List.of(
                                    "At least %s before leaving."
                                            .formatted(Limit.days(rule.before()).inWords())));
            put(Notice.TRAVEL, day, due, notice, rule.law());
            since = day.plusDays(1);
        }
    }

    private void add(
            Notice notice, LocalDate start, Clock clock, Limit within, Optional<LocalDate> met) {
        List<Period> stops = absences.stops(start, Lengths.days(start, within));
        Tolling tolling =
                clock.stopping() == NoticeRules.Stopping.DISREGARDED
                        ? new Tolling.Pauses(stops)
                        : new Tolling.Extends(stops, clock.afterStop());
        Reckoning due =
                ClockArithmetic.due(
                        London.startOf(start), within, clock.counting(), calendar, tolling);
        put(notice, start, due, met, clock.law());
    }

    private void put(
            Notice notice, LocalDate start, Reckoning due, Optional<LocalDate> met, Provision law) {
        found.add(new Obligation(notice, start, due, met, standing(due, met), law));
    }

    private Standing standing(Reckoning due, Optional<LocalDate> met) {
        return switch (due) {
            case Stopped _ -> met.isPresent() ? Standing.IN_TIME : open(Standing.STOPPED);
            case Due(var _, LocalDate last, var _) -> {
                if (met.isPresent()) {
                    yield met.get().isAfter(last) ? Standing.LATE : Standing.IN_TIME;
                }
                yield last.isBefore(asOf) && !run.endedBefore(last)
                        ? Standing.MISSED
                        : open(Standing.RUNNING);
            }
        };
    }

    /** What runs past the end of the period ends with it. */
    private Standing open(Standing standing) {
        return run.endedBefore(asOf) ? Standing.LAPSED : standing;
    }
}
