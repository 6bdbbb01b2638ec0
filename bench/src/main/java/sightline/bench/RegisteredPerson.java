package sightline.bench;

import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.register.Happening;
import sightline.core.register.Notice;
import sightline.core.register.RegisteredLife;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * An invented person on a register: one conviction, years ago, and so many notices since. Most are
 * told in time, some are not, one in fifty has no home and tells every week.
 *
 * @param number of the person, from 0
 * @param convicted the relevant date
 * @param custody in custody from the conviction on; released at the first notice
 */
record RegisteredPerson(
        int number, LocalDate born, LocalDate convicted, boolean custody, List<Told> told) {
    private static final int YEAR = 365;

    RegisteredPerson {
        told = List.copyOf(told);
    }

    /** One notice. */
    record Told(LocalDate day, Notice notice, boolean noHome) {}

    /**
     * Somebody of that number: the same for the same seed.
     *
     * @param notices how many they gave until today
     */
    static RegisteredPerson of(long seed, int number, int notices, LocalDate today) {
        Random random = new Random(seed * 1_000_003 + number);
        boolean noHome = random.nextInt(50) == 0;
        boolean custody = random.nextInt(3) == 0;
        int apart = noHome ? 7 : YEAR / 2;
        LocalDate convicted = today.minusDays((long) apart * notices + random.nextInt(YEAR) + 1);
        LocalDate born =
                convicted.minusYears(19 + random.nextInt(50)).minusDays(random.nextInt(YEAR));
        List<Told> told = new ArrayList<>();
        LocalDate day = convicted.plusDays(custody ? random.nextInt(YEAR) : random.nextInt(4));
        for (int n = 0; n < notices && !day.isAfter(today); n++) {
            told.add(new Told(day, n == 0 ? Notice.INITIAL : later(random), noHome));
            day = day.plusDays(noHome ? 5 + random.nextInt(3) : 1 + random.nextInt(YEAR));
        }
        return new RegisteredPerson(number, born, convicted, custody, told);
    }

    private static Notice later(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> Notice.HOME;
            case 2 -> Notice.NAME;
            case 3 -> Notice.TRAVEL;
            default -> Notice.PERIODIC;
        };
    }

    /** As the clocks of a register take it. */
    RegisteredLife life() {
        List<Happening> all = new ArrayList<>();
        all.add(new Happening.Convicted(convicted, conviction(), Optional.empty()));
        if (custody && !told.isEmpty()) {
            all.add(new Happening.Gone(convicted, Happening.Away.CUSTODY));
            all.add(new Happening.Back(told.getFirst().day(), Happening.Away.CUSTODY));
        }
        told.forEach(t ->
                all.add(new Happening.Notified(t.day(), t.notice(), Optional.empty(), t.noHome())));
        return new RegisteredLife(Optional.of(born), all);
    }

    private Conviction conviction() {
        Offence offence =
                new Offence(
                        "sexual assault",
                        Optional.empty(),
                        Optional.empty(),
                        OffenceGroup.SEXUAL,
                        Optional.of(9),
                        Optional.empty());
        return new Conviction(
                offence,
                Optional.empty(),
                false,
                Optional.of(custody ? SentenceKind.CUSTODY : SentenceKind.COMMUNITY),
                Optional.of(custody ? 40 : 24));
    }
}
