package sightline.core.register;

import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Changed;
import sightline.core.register.Happening.Convicted;
import sightline.core.register.Happening.Found;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Happening.Held;
import sightline.core.register.Happening.Lost;
import sightline.core.register.Happening.Notified;
import sightline.core.register.Happening.Stayed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Sexual Offences Act 2003, Part 2, by somebody with a calendar and a pencil: one day after
 * another, crossing off days. Slow, plain, and without a line of the code that it checks.
 */
final class DayByDay {
    private static final int NOTICE_DAYS = 3;
    private static final int STAY_DAYS = 7;
    private static final int SOON = 28;

    /** One running clock of a change or of the first notice. */
    private static final class Clock {
        final Notice notice;
        final LocalDate start;
        int used;
        boolean overdue;

        Clock(Notice notice, LocalDate start) {
            this.notice = notice;
            this.start = start;
        }
    }

    private final LocalDate born;
    private final Set<Away> away = EnumSet.noneOf(Away.class);
    private final List<Clock> open = new ArrayList<>();
    private final List<Notified> told = new ArrayList<>();
    private final Map<String, List<LocalDate>> stays = new HashMap<>();
    private final List<Stayed> staying = new ArrayList<>();
    private Optional<LocalDate> end = Optional.empty();
    private boolean indefinite;
    private boolean under;
    private LocalDate since = LocalDate.MIN;
    private boolean wasUnder;
    private boolean begun;
    private boolean lost;
    private boolean elsewhere;
    private Optional<LocalDate> elsewhereUntil = Optional.empty();
    private boolean held;
    private Optional<LocalDate> yearlyDue = Optional.empty();
    private boolean yearlyWeekly;
    private boolean yearlyMissed;
    private Optional<LocalDate> yearlyStopped = Optional.empty();

    /** Departures that were not told. */
    private boolean untoldTravel;

    private Optional<LocalDate> travelTold = Optional.empty();

    DayByDay(LocalDate born) {
        this.born = born;
    }

    /** Lives one day: first what happened on it, then its evening. */
    State day(LocalDate day, List<Happening> happened) {
        if (under && end.filter(day::isAfter).isPresent()) {
            under = false;
            wasUnder = true;
        }
        boolean wasAway = !away.isEmpty();
        happened.forEach(h -> take(day, h));
        countStays(day);
        boolean absent = !away.isEmpty();
        if (under) {
            crossOff(day, absent, wasAway);
        }
        return state(day, absent);
    }

    private void take(LocalDate day, Happening happening) {
        switch (happening) {
            case Convicted convicted -> convicted(day, convicted);
            case Gone gone -> gone(day, gone);
            case Back back -> back(day, back);
            case Notified notified -> notified(day, notified);
            case Changed changed -> changed(day, changed.notice());
            case Stayed stayed -> staying.add(stayed);
            case Lost _ -> lost = true;
            case Found _ -> lost = false;
            case Held _ -> held = true;
            case Happening.Offered _ -> {}
            case Happening.Entered entered -> put(day, entered.lastDay());
            case Happening.HandedOver _ -> handedOver(day);
            default -> throw new IllegalStateException("not in these lives: " + happening);
        }
    }

    private void convicted(LocalDate day, Convicted convicted) {
        int age = java.time.Period.between(born, day).getYears();
        Optional<Integer> months = months(convicted);
        Optional<LocalDate> until =
                months.map(m -> day.plusMonths(age < 18 ? m / 2 : m).minusDays(1));
        put(day, until);
    }

    /** Under it from a day on, until a last day where there is one. */
    private void put(LocalDate day, Optional<LocalDate> until) {
        if (!under) {
            boolean back =
                    elsewhere
                            && begun
                            && elsewhereUntil.map(u -> !u.isBefore(day.minusDays(1))).orElse(true);
            under = true;
            since = day;
            begun = back;
            indefinite = false;
            end = Optional.empty();
            open.clear();
            yearlyDue = Optional.empty();
            yearlyMissed = false;
            yearlyStopped = Optional.empty();
            untoldTravel = false;
            travelTold = Optional.empty();
            told.clear();
            open.add(new Clock(back ? Notice.HOME : Notice.INITIAL, day));
            end = until;
        } else if (until.isPresent() && !indefinite && until.get().isAfter(end.orElseThrow())) {
            end = until;
        }
        if (until.isEmpty()) {
            indefinite = true;
            end = Optional.empty();
        }
        elsewhere = false;
    }

    /** The last day here; another area runs the rest. */
    private void handedOver(LocalDate day) {
        lost = false;
        if (under) {
            elsewhere = true;
            elsewhereUntil = end;
            indefinite = false;
            end = Optional.of(day);
        }
    }

    /** Months of the period; none for one without end. */
    private static Optional<Integer> months(Convicted convicted) {
        SentenceKind kind = convicted.conviction().sentence().orElseThrow();
        int months = convicted.conviction().months().orElse(0);
        return switch (kind) {
            case LIFE, HOSPITAL_WITH_RESTRICTION -> Optional.empty();
            case CUSTODY, SUSPENDED ->
                    months >= 30 ? Optional.empty() : Optional.of(months > 6 ? 120 : 84);
            case HOSPITAL_ORDER -> Optional.of(84);
            case CAUTION -> Optional.of(24);
            default -> Optional.of(60);
        };
    }

    private void gone(LocalDate day, Gone gone) {
        away.add(gone.where());
        if (gone.where() == Away.ABROAD && under) {
            boolean couldTell = since.isBefore(day);
            if (couldTell && travelTold.filter(t -> !t.isAfter(day)).isEmpty()) {
                untoldTravel = true;
            }
            travelTold = Optional.empty();
        }
    }

    private void back(LocalDate day, Back back) {
        away.remove(back.where());
        if (back.where() != Away.ABROAD) {
            changed(day, Notice.RELEASE);
        }
    }

    private void changed(LocalDate day, Notice notice) {
        if (!under || !begun || full(day)) {
            return;
        }
        boolean foretold =
                told.stream()
                        .filter(n -> n.notice() == notice && n.day().isBefore(day))
                        .flatMap(n -> n.expected().stream())
                        .anyMatch(
                                e -> !day.isBefore(e.minusDays(2)) && !day.isAfter(e.plusDays(2)));
        boolean toldToday =
                told.stream().anyMatch(n -> n.day().equals(day) && tells(n.notice(), notice));
        if (!foretold && !toldToday) {
            open.add(new Clock(notice, day));
        }
    }

    private boolean full(LocalDate day) {
        return told.stream()
                .anyMatch(n ->
                        n.day().equals(day)
                                && (n.notice() == Notice.INITIAL || n.notice() == Notice.PERIODIC));
    }

    private static boolean tells(Notice told, Notice changed) {
        return told == changed
                || told == Notice.INITIAL
                || told == Notice.PERIODIC
                || (told == Notice.HOME && changed == Notice.RELEASE);
    }

    private void notified(LocalDate day, Notified notified) {
        if (!under) {
            return;
        }
        told.add(notified);
        if (notified.notice() == Notice.TRAVEL && travelTold.isEmpty()) {
            travelTold = Optional.of(day);
        }
        boolean full = notified.notice() == Notice.INITIAL || notified.notice() == Notice.PERIODIC;
        begun |= full;
        open.removeIf(
                c -> tells(notified.notice(), c.notice) && (c.notice != Notice.INITIAL || full));
        // The year is one after the last full notice: before the first there is none to count from.
        boolean restarts =
                begun && notified.notice() != Notice.TRAVEL && notified.notice() != Notice.CHILD;
        if (restarts) {
            yearlyWeekly = notified.noHome();
            yearlyDue = Optional.of(yearlyWeekly ? day.plusDays(7) : day.plusMonths(12));
            yearlyMissed = false;
            yearlyStopped = Optional.empty();
        }
    }

    private void countStays(LocalDate day) {
        staying.removeIf(s -> s.days().endedBefore(day));
        for (Stayed stay : staying) {
            List<LocalDate> days = stays.computeIfAbsent(stay.place(), _ -> new ArrayList<>());
            if (!days.contains(day)) {
                days.add(day);
            }
            LocalDate first = day.minusMonths(12).plusDays(1);
            days.removeIf(d -> d.isBefore(first));
            if (days.size() >= STAY_DAYS) {
                days.clear();
                changed(day, Notice.STAY);
            }
        }
    }

    private void crossOff(LocalDate day, boolean absent, boolean wasAway) {
        for (Clock clock : open) {
            if (clock.used >= NOTICE_DAYS && !clock.start.isAfter(day)) {
                clock.overdue = true;
            }
            if (!absent && clock.used < NOTICE_DAYS) {
                clock.used++;
            }
        }
        yearly(day, absent, wasAway);
    }

    /** A year that ends in an absence goes on to the third day beginning with its end. */
    private void yearly(LocalDate day, boolean absent, boolean wasAway) {
        if (yearlyDue.isEmpty() || yearlyMissed) {
            return;
        }
        LocalDate due = yearlyDue.get();
        if (day.equals(due) && absent) {
            yearlyStopped = Optional.of(due);
        }
        if (yearlyStopped.isPresent()) {
            if (absent) {
                yearlyDue = Optional.of(day);
            } else if (wasAway || due.isBefore(day)) {
                yearlyDue = Optional.of(day.plusDays(NOTICE_DAYS - 1));
                yearlyStopped = Optional.empty();
            }
        } else if (day.isAfter(due)) {
            yearlyMissed = true;
        }
    }

    private State state(LocalDate day, boolean absent) {
        if (!under) {
            State over = elsewhere ? State.HANDED_OVER : State.ENDED;
            return wasUnder ? over : State.NOT_COVERED;
        }
        if (!held) {
            throw new IllegalStateException("nobody answers on " + day);
        }
        if (absent) {
            return begun ? State.TOLLED : State.LIABLE;
        }
        if (lost) {
            return State.WHEREABOUTS_UNKNOWN;
        }
        if (yearlyMissed || untoldTravel || open.stream().anyMatch(c -> c.overdue)) {
            return State.IN_BREACH;
        }
        if (!begun) {
            return State.INITIAL_NOTICE_DUE;
        }
        boolean soon = yearlyDue.filter(due -> !day.isBefore(due.minusDays(SOON))).isPresent();
        return soon ? State.PERIODIC_NOTICE_DUE : State.CURRENT;
    }
}
