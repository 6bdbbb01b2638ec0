package sightline.core.register;

import sightline.core.kernel.Due;
import sightline.core.kernel.Limit;
import sightline.core.kernel.London;
import sightline.core.kernel.Period;
import sightline.core.kernel.Reckoning;
import sightline.core.register.Happening.Changed;
import sightline.core.register.Happening.Notified;
import sightline.core.register.NoticeRules.Clock;
import sightline.core.register.Obligation.Standing;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one person owes in one unbroken run of days under a pack: opened by what happens, closed by
 * the notices given. What happens is told in the order of days.
 */
final class Owed {
    /** A notice that tells everything covers whatever changed before it. */
    private static final Set<Notice> FULL = EnumSet.of(Notice.INITIAL, Notice.PERIODIC);

    /** Who says where he lives has said that he is there. */
    private static final Set<Notice> COMINGS = EnumSet.of(Notice.RELEASE, Notice.RETURN);

    /** What is not told yet. */
    private static final class Open {
        private final Notice notice;
        private final LocalDate start;
        private final Clock clock;
        private final Limit within;

        /** Whether it was found overdue, and counted as a failure. */
        private boolean failed;

        Open(Notice notice, LocalDate start, Clock clock, Limit within) {
            this.notice = notice;
            this.start = start;
            this.clock = clock;
            this.within = within;
        }
    }

    private final NoticeRules rules;
    private final Clocks clocks;
    private final LocalDate from;
    private final List<Open> open = new ArrayList<>();
    private final List<Obligation> done = new ArrayList<>();
    private final List<Notified> ahead = new ArrayList<>();
    private final List<Notified> today = new ArrayList<>();
    private Optional<LocalDate> firstNotice = Optional.empty();
    private Optional<LocalDate> travelTold = Optional.empty();
    private boolean leftUntold;
    private boolean noHome;

    /** The last days of whatever was told late or not at all. */
    private final List<LocalDate> failures = new ArrayList<>();

    Owed(RegisterPack pack, Clocks clocks, LocalDate from) {
        this.rules = pack.notices();
        this.clocks = clocks;
        this.from = from;
        rules.initial().ifPresent(c -> open.add(new Open(Notice.INITIAL, from, c, c.within())));
    }

    /** Of somebody who comes back: the first notice was given, the home here is to be told. */
    static Owed again(RegisterPack pack, Clocks clocks, LocalDate from) {
        var owed = new Owed(pack, clocks, from);
        owed.open.clear();
        owed.firstNotice = Optional.of(from.minusDays(1));
        owed.changed(new Changed(from, Notice.HOME));
        return owed;
    }

    boolean begun() {
        return rules.initial().isEmpty() || firstNotice.isPresent();
    }

    /** A notice was given: it closes what it covers, and may begin the interval anew. */
    void told(Notified told) {
        boolean full = FULL.contains(told.notice());
        if (full && firstNotice.isEmpty()) {
            firstNotice = Optional.of(told.day());
        }
        if (full || told.notice() == Notice.HOME) {
            noHome = told.noHome();
        }
        for (Iterator<Open> each = open.iterator(); each.hasNext(); ) {
            Open one = each.next();
            if (closes(told, one)) {
                each.remove();
                close(one, told.day());
            }
        }
        if (told.notice() == Notice.TRAVEL && travelTold.isEmpty()) {
            travelTold = Optional.of(told.day());
        }
        told.expected().ifPresent(_ -> ahead.add(told));
        today.removeIf(n -> n.day().isBefore(told.day()));
        today.add(told);
        if (begun()) {
            rules.periodic().ifPresent(rule -> restart(rule, told));
        }
    }

    private boolean closes(Notified told, Open one) {
        boolean restarts =
                rules.periodic().filter(p -> p.restartedBy().contains(told.notice())).isPresent();
        return switch (one.notice) {
            case INITIAL -> FULL.contains(told.notice());
            case PERIODIC -> restarts;
            case NAME, HOME, STAY, RELEASE, RETURN, CHILD, TRAVEL ->
                    covers(told.notice(), one.notice);
        };
    }

    private static boolean covers(Notice told, Notice changed) {
        return told == changed
                || FULL.contains(told)
                || (COMINGS.contains(changed) && told == Notice.HOME)
                || (changed == Notice.RETURN && told == Notice.TRAVEL);
    }

    private void restart(NoticeRules.Periodic rule, Notified base) {
        if (!rule.restartedBy().contains(base.notice())) {
            return;
        }
        open.add(new Open(Notice.PERIODIC, base.day(), rule.clock(), within(rule, base)));
    }

    private Limit within(NoticeRules.Periodic rule, Notified base) {
        if (base.noHome() && rule.noHome().isPresent()) {
            return rule.noHome().get();
        }
        return rule.reportingMonth()
                ? Limit.days(
                        (int) ChronoUnit.DAYS.between(base.day(), endOfReportingMonth(base.day())))
                : rule.clock().within();
    }

    /**
     * The last day of the next month, after that of a day, that is the month of the first notice.
     */
    private LocalDate endOfReportingMonth(LocalDate day) {
        Month month = firstNotice.orElse(day).getMonth();
        YearMonth next = YearMonth.from(day).plusMonths(1);
        while (next.getMonth() != month) {
            next = next.plusMonths(1);
        }
        return next.atEndOfMonth();
    }

    private void close(Open one, LocalDate met) {
        Reckoning due = clocks.due(one.start, one.clock, one.within);
        Optional<LocalDate> missed = Clocks.lastDay(due).filter(met::isAfter);
        boolean late = missed.isPresent();
        if (!one.failed) {
            missed.ifPresent(failures::add);
        }
        done.add(
                new Obligation(
                        one.notice,
                        one.start,
                        due,
                        Optional.of(met),
                        late ? Standing.LATE : Standing.IN_TIME,
                        one.clock.law()));
    }

    /**
     * Something changed after the first notice, and is to be told unless it was. Who comes back and
     * had missed the first notice before he went has days of his own again.
     */
    void changed(Changed change) {
        boolean before = firstNotice.filter(first -> change.day().isAfter(first)).isEmpty();
        if (before && !(COMINGS.contains(change.notice()) && missedTheFirst(change.day()))) {
            return;
        }
        clockOf(change.notice())
                .ifPresent(clock -> {
                    var one = new Open(change.notice(), change.day(), clock, clock.within());
                    if (foretold(change) || toldToday(change)) {
                        close(one, change.day());
                    } else {
                        open.add(one);
                    }
                });
    }

    private boolean missedTheFirst(LocalDate day) {
        return open.stream()
                .anyMatch(o -> o.notice == Notice.INITIAL && missed(o, day).isPresent());
    }

    private Optional<Clock> clockOf(Notice notice) {
        Optional<Clock> general =
                rules.change().filter(c -> c.of().contains(notice)).map(NoticeRules.Change::clock);
        if (notice == Notice.HOME && noHome) {
            return general.map(clock ->
                    rules.change()
                            .flatMap(NoticeRules.Change::noHome)
                            .map(n -> within(clock, n))
                            .orElse(clock));
        }
        if (notice != Notice.CHILD) {
            return general;
        }
        Optional<Limit> own = rules.child().flatMap(NoticeRules.Child::within);
        return own.flatMap(limit -> rules.change().map(c -> within(c.clock(), limit)))
                .or(() -> general);
    }

    private static Clock within(Clock clock, NoticeRules.NoHome rule) {
        return new Clock(
                rule.within(), clock.counting(), clock.stopping(), clock.afterStop(), rule.law());
    }

    private static Clock within(Clock clock, Limit limit) {
        return new Clock(limit, clock.counting(), clock.stopping(), clock.afterStop(), clock.law());
    }

    /** Told before it happened, near enough to the day on which it did. */
    private boolean foretold(Changed change) {
        return rules.advance()
                .filter(rule ->
                        ahead.stream()
                                .filter(n -> n.notice() == change.notice())
                                .filter(n -> n.day().isBefore(change.day()))
                                .flatMap(n -> n.expected().stream())
                                .anyMatch(e -> near(rule, e, change.day())))
                .isPresent();
    }

    private static boolean near(NoticeRules.Advance rule, LocalDate expected, LocalDate day) {
        return !day.isBefore(expected.minusDays(rule.before()))
                && day.isBefore(expected.plusDays(rule.after()));
    }

    private boolean toldToday(Changed change) {
        return today.stream()
                .anyMatch(n -> n.day().equals(change.day()) && covers(n.notice(), change.notice()));
    }

    /**
     * Left the country: to be told some days before, as far as the person was under the pack by
     * then. Who leaves on the first day could not tell before it, and owed nothing.
     */
    void left(LocalDate day) {
        rules.travel().filter(_ -> day.isAfter(from)).ifPresent(rule -> left(rule, day));
        travelTold = Optional.empty();
    }

    private void left(NoticeRules.Travel rule, LocalDate day) {
        LocalDate asked = day.minusDays(rule.before());
        boolean underByThen = !asked.isBefore(from);
        LocalDate last = underByThen ? asked : from;
        Due due =
                new Due(
                        London.endOf(last),
                        last,
                        List.of(
                                (underByThen
                                                ? "At least %s before leaving."
                                                : "On the first day under the register: less than"
                                                        + " %s remained before leaving.")
                                        .formatted(Limit.days(rule.before()).inWords())));
        Standing standing =
                travelTold
                        .map(told -> told.isAfter(last) ? Standing.LATE : Standing.IN_TIME)
                        .orElse(Standing.MISSED);
        if (standing != Standing.IN_TIME) {
            failures.add(last);
        }
        leftUntold |= standing == Standing.MISSED;
        done.add(new Obligation(Notice.TRAVEL, day, due, travelTold, standing, rule.law()));
    }

    /**
     * The last days of whatever was told late, or was overdue on the evening before a day; the
     * earliest first, each day once.
     */
    List<LocalDate> failures(LocalDate day) {
        for (Open one : open) {
            Optional<LocalDate> missed = one.failed ? Optional.empty() : missed(one, day);
            if (missed.isPresent()) {
                one.failed = true;
                failures.add(missed.get());
            }
        }
        return failures.stream().distinct().sorted().toList();
    }

    private Optional<LocalDate> missed(Open one, LocalDate day) {
        return Clocks.lastDay(clocks.due(one.start, one.clock, one.within)).filter(day::isAfter);
    }

    /** Everything owed in the run, as it stands on a day, by the day from which it counts. */
    List<Obligation> on(LocalDate day, Period run) {
        return Stream.concat(done.stream(), open(day, run).stream())
                .sorted(Comparator.comparing(Obligation::start))
                .toList();
    }

    /** What is not told yet, as it stands on a day. */
    List<Obligation> open(LocalDate day, Period run) {
        return open.stream().map(one -> on(day, run, one)).toList();
    }

    /** Whether the person left the country without telling. */
    boolean leftUntold() {
        return leftUntold;
    }

    private Obligation on(LocalDate day, Period run, Open one) {
        Reckoning due = clocks.due(one.start, one.clock, one.within);
        return new Obligation(
                one.notice,
                one.start,
                due,
                Optional.empty(),
                standing(Clocks.lastDay(due), day, run),
                one.clock.law());
    }

    private static Standing standing(Optional<LocalDate> last, LocalDate day, Period run) {
        if (last.filter(day::isAfter).filter(l -> !run.endedBefore(l)).isPresent()) {
            return Standing.MISSED;
        }
        if (run.endedBefore(day)) {
            return Standing.LAPSED;
        }
        return last.isPresent() ? Standing.RUNNING : Standing.STOPPED;
    }

    /** Changes told ahead, of which nothing of that kind is known since. */
    List<Notified> ahead() {
        return List.copyOf(ahead);
    }
}
