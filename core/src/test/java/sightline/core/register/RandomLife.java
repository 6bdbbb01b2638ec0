package sightline.core.register;

import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Period;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Changed;
import sightline.core.register.Happening.Entered;
import sightline.core.register.Happening.Found;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Happening.HandedOver;
import sightline.core.register.Happening.Held;
import sightline.core.register.Happening.Lost;
import sightline.core.register.Happening.Notified;
import sightline.core.register.Happening.Offered;
import sightline.core.register.Happening.Stayed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * An invented registered life of twenty years: convicted once or more, in and out of custody and
 * the country, moving, sometimes without a home, mostly telling in time and sometimes not.
 */
final class RandomLife {
    private static final int YEARS = 20;
    private static final List<SentenceKind> SENTENCES =
            List.of(
                    SentenceKind.CUSTODY,
                    SentenceKind.CUSTODY,
                    SentenceKind.SUSPENDED,
                    SentenceKind.COMMUNITY,
                    SentenceKind.FINE,
                    SentenceKind.HOSPITAL_ORDER,
                    SentenceKind.LIFE);

    final LocalDate born;
    final LocalDate first;
    final LocalDate last;
    private final Random random;
    private final List<Happening> happenings = new ArrayList<>();

    RandomLife(long seed) {
        this.random = new Random(seed);
        this.first = LocalDate.of(2005, 1, 1).plusDays(random.nextInt(3_000));
        this.last = first.plusYears(YEARS);
        this.born = first.minusYears(15 + random.nextInt(40)).minusDays(random.nextInt(365));
        live();
    }

    RegisteredLife life() {
        return new RegisteredLife(Optional.of(born), happenings);
    }

    private void live() {
        happenings.add(new Held(first, new AreaId("north")));
        convict(first);
        LocalDate day = first.plusDays(random.nextInt(5));
        while (day.isBefore(last)) {
            day = step(day).plusDays(1 + random.nextInt(random.nextInt(4) == 0 ? 300 : 40));
        }
    }

    private LocalDate step(LocalDate day) {
        return switch (random.nextInt(17)) {
            case 0 -> convict(day);
            case 1 -> away(day, Away.CUSTODY, 200);
            case 2 -> away(day, Away.HOSPITAL, 30);
            case 3 -> abroad(day);
            case 4, 5 -> moves(day);
            case 6 -> changes(day, Notice.NAME);
            case 7 -> changes(day, Notice.CHILD);
            case 8 -> stays(day);
            case 9 -> homeless(day);
            case 10 -> lost(day);
            case 11 -> handedOver(day);
            case 12 -> elsewhere(day);
            default -> tell(day, Notice.PERIODIC);
        };
    }

    private LocalDate convict(LocalDate day) {
        SentenceKind kind = SENTENCES.get(random.nextInt(SENTENCES.size()));
        happenings.add(
                Lives.convicted(day.toString(), OffenceGroup.SEXUAL, kind, 1 + random.nextInt(40)));
        if (kind == SentenceKind.CUSTODY) {
            return away(day, Away.CUSTODY, 900);
        }
        return tellLater(day, Notice.INITIAL);
    }

    private LocalDate away(LocalDate day, Away where, int most) {
        happenings.add(new Gone(day, where));
        LocalDate back = day.plusDays(random.nextInt(most));
        happenings.add(new Back(back, where));
        return tellLater(back, random.nextBoolean() ? Notice.INITIAL : Notice.RELEASE);
    }

    private LocalDate abroad(LocalDate day) {
        LocalDate leaves = day.plusDays(random.nextInt(12));
        if (random.nextInt(4) > 0) {
            tell(day, Notice.TRAVEL);
        }
        happenings.add(new Gone(leaves, Away.ABROAD));
        LocalDate back = leaves.plusDays(random.nextInt(40));
        happenings.add(new Back(back, Away.ABROAD));
        return back;
    }

    private LocalDate moves(LocalDate day) {
        if (random.nextInt(3) > 0) {
            return changes(day, Notice.HOME);
        }
        LocalDate expected = day.plusDays(1 + random.nextInt(20));
        happenings.add(new Notified(day, Notice.HOME, Optional.of(expected), false));
        LocalDate moved = expected.plusDays(random.nextInt(9) - 4L);
        return changes(moved.isAfter(day) ? moved : day.plusDays(1), Notice.HOME);
    }

    private LocalDate changes(LocalDate day, Notice notice) {
        happenings.add(new Changed(day, notice));
        return tellLater(day, notice);
    }

    private LocalDate stays(LocalDate day) {
        LocalDate until = day.plusDays(random.nextInt(9));
        happenings.add(new Stayed(Period.between(day, until), "place " + random.nextInt(2)));
        return random.nextBoolean() ? tellLater(until, Notice.STAY) : until;
    }

    private LocalDate homeless(LocalDate day) {
        LocalDate on = day;
        int weeks = random.nextInt(5);
        for (int week = 0; week <= weeks; week++) {
            happenings.add(new Notified(on, Notice.PERIODIC, Optional.empty(), true));
            on = on.plusDays(5 + random.nextInt(4));
        }
        return changes(on, Notice.HOME);
    }

    private LocalDate lost(LocalDate day) {
        happenings.add(new Lost(day));
        LocalDate found = day.plusDays(1 + random.nextInt(60));
        happenings.add(new Found(found));
        return found;
    }

    private LocalDate handedOver(LocalDate day) {
        AreaId to = new AreaId("area-" + random.nextInt(5));
        happenings.add(new Offered(day, to));
        LocalDate accepted = day.plusDays(random.nextInt(20));
        happenings.add(new Held(accepted, to));
        return accepted;
    }

    /** Run by another area's installation for a while, or for good; back, mostly tells the home. */
    private LocalDate elsewhere(LocalDate day) {
        happenings.add(new HandedOver(day));
        if (random.nextInt(4) == 0) {
            return day;
        }
        LocalDate back = day.plusDays(random.nextInt(400));
        Optional<LocalDate> until =
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(back.plusDays(random.nextInt(1_500)));
        happenings.add(new Entered(back, until));
        return tellLater(back, random.nextInt(4) == 0 ? Notice.INITIAL : Notice.HOME);
    }

    private LocalDate tell(LocalDate day, Notice notice) {
        happenings.add(new Notified(day, notice, Optional.empty(), false));
        return day;
    }

    /** Mostly within the three days, sometimes late, sometimes never. */
    private LocalDate tellLater(LocalDate day, Notice notice) {
        return switch (random.nextInt(8)) {
            case 0 -> day;
            case 1 -> tell(day.plusDays(3 + random.nextInt(30)), notice);
            default -> tell(day.plusDays(random.nextInt(3)), notice);
        };
    }
}
