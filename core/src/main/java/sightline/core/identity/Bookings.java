package sightline.core.identity;

import sightline.core.facts.UnnamedUnborn;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What the days of bookings say that knew no expected day: two at one record of the mother, close
 * together, are of one pregnancy; two further apart than a pregnancy lasts are of two; and in
 * between, or at two records of hers, a person decides.
 */
final class Bookings {
    /** A booking is made from four weeks on, and a child is born within 42. */
    private static final int LONGEST_DAYS = 38 * 7;

    /** From one booking over a loss to the next it is longer. */
    private static final int CLOSE_DAYS = 90;

    private Bookings() {}

    /** Both of one record of the mother, and so close that one pregnancy is booked twice. */
    static boolean ofOnePregnancy(Prepared a, Prepared b) {
        return any(
                        a,
                        b,
                        (x, y) ->
                                UnnamedUnborn.ofOneMother(x, y)
                                        && UnnamedUnborn.booked(x)
                                                .flatMap(one ->
                                                        UnnamedUnborn.booked(y)
                                                                .map(other -> apart(one, other)))
                                                .filter(days -> days <= CLOSE_DAYS)
                                                .isPresent())
                || expectedOfBooking(a, b)
                || expectedOfBooking(b, a);
    }

    private static boolean expectedOfBooking(Prepared booked, Prepared other) {
        return any(booked, other, UnnamedUnborn::ofOneMother)
                && days(booked).stream()
                        .anyMatch(
                                day -> other.expected().stream().anyMatch(due -> within(day, due)));
    }

    /** Both say when they were booked, or one when and the other for when: it cannot be one. */
    static boolean ofTwoPregnancies(Prepared a, Prepared b) {
        List<LocalDate> one = days(a);
        List<LocalDate> other = days(b);
        boolean far =
                !one.isEmpty()
                        && !other.isEmpty()
                        && one.stream()
                                .allMatch(x ->
                                        other.stream().allMatch(y -> apart(x, y) > LONGEST_DAYS));
        return far || dueOutside(a, b) || dueOutside(b, a);
    }

    private static boolean dueOutside(Prepared booked, Prepared other) {
        return !days(booked).isEmpty()
                && !other.expected().isEmpty()
                && days(booked).stream()
                        .noneMatch(
                                day -> other.expected().stream().anyMatch(due -> within(day, due)));
    }

    /** The child was born before the booking, or longer after it than a pregnancy lasts. */
    static boolean ofAnotherPregnancy(Prepared pregnancy, Prepared child) {
        return !days(pregnancy).isEmpty()
                && !child.births().isEmpty()
                && days(pregnancy).stream()
                        .noneMatch(day ->
                                child.births().stream()
                                        .anyMatch(birth ->
                                                !birth.latest().isBefore(day)
                                                        && !birth.earliest()
                                                                .isAfter(
                                                                        day.plusDays(
                                                                                LONGEST_DAYS))));
    }

    private static boolean within(LocalDate booked, LocalDate due) {
        return !due.isBefore(booked) && ChronoUnit.DAYS.between(booked, due) <= LONGEST_DAYS;
    }

    private static List<LocalDate> days(Prepared person) {
        return person.records().stream().flatMap(r -> UnnamedUnborn.booked(r).stream()).toList();
    }

    private static long apart(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    private static boolean any(
            Prepared a, Prepared b, BiPredicate<SourceRecord, SourceRecord> both) {
        return a.records().stream()
                .anyMatch(x -> b.records().stream().anyMatch(y -> both.test(x, y)));
    }
}
