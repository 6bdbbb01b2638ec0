package sightline.core.kernel;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run of days, both ends included: {@code until} is the last day on which it was so. That is how
 * practitioners write it, and somebody who left on the day on which somebody else came was there
 * together with them that day, which is the safe reading.
 *
 * @param from the first day; none when it began before anything known
 * @param until the last day; none when it goes on
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> until) {
    public Period {
        if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
            throw new IllegalArgumentException(
                    "The period from %s until %s ends before it begins.\nWrite the earlier day first."
                            .formatted(from.get(), until.get()));
        }
    }

    /**
     * A period as packs write it: any form of {@link When}, one that ends with a slash for a period
     * without an end, nothing for one without bounds.
     *
     * @throws java.time.DateTimeException if it is none of them
     */
    public static Period parse(String text) {
        if (text.isEmpty()) {
            return always();
        }
        boolean open = text.endsWith("/");
        When when = When.parse(open ? text + "9999" : text);
        return new Period(when.earliest(), open ? Optional.empty() : when.latest());
    }

    /** The later of two days. */
    public static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** From one day to another, both included. */
    public static Period between(LocalDate from, LocalDate until) {
        return new Period(Optional.of(from), Optional.of(until));
    }

    /** From a day on, without an end. */
    public static Period from(LocalDate from) {
        return new Period(Optional.of(from), Optional.empty());
    }

    /** Up to and including a day, without a beginning. */
    public static Period until(LocalDate until) {
        return new Period(Optional.empty(), Optional.of(until));
    }

    /** One day. */
    public static Period on(LocalDate day) {
        return between(day, day);
    }

    /** Without beginning or end. */
    public static Period always() {
        return new Period(Optional.empty(), Optional.empty());
    }

    /**
     * The days of some length that end on a day: for 12 months to 2025-09-16, from 2024-09-16 to
     * 2025-09-16.
     */
    public static Period before(LocalDate day, java.time.Period length) {
        return between(day.minus(length), day);
    }

    /** Whether the day is one of these. */
    public boolean contains(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether any day is in both. */
    public boolean overlaps(Period other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    /** Whether any of these days lies in the given length of time up to and including a day. */
    public boolean within(java.time.Period length, LocalDate upTo) {
        return overlaps(before(upTo, length));
    }

    /** The days in both, if there are any. */
    public Optional<Period> intersection(Period other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        var first = Stream.of(from, other.from).flatMap(Optional::stream).max(naturalOrder());
        var last = Stream.of(until, other.until).flatMap(Optional::stream).min(naturalOrder());
        return Optional.of(new Period(first, last));
    }

    /** From where these begin to where either ends last: of days that touch or overlap, all. */
    public Period through(Period later) {
        return new Period(from, until.flatMap(a -> later.until.map(b -> later(a, b))));
    }

    /** Whether all of these days come before the day given. */
    public boolean endedBefore(LocalDate day) {
        return until.filter(last -> last.isBefore(day)).isPresent();
    }

    /** "from 1 May 2007 until 25 May 2007", with only the ends that are known. */
    public String inWords() {
        var first = from.map(day -> "from " + Words.day(day)).orElse("");
        var last = until.map(day -> "until " + Words.day(day)).orElse("");
        var both = (first + " " + last).strip();
        return both.isEmpty() ? "dates not recorded" : both;
    }

    private boolean endsBefore(Period other) {
        return until.isPresent()
                && other.from.isPresent()
                && until.get().isBefore(other.from.get());
    }
}
