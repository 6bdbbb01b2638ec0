package sightline.core.screening;

import sightline.core.household.Entry;
import sightline.core.kernel.When;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Which of two entries came first, as far as their sources know. An imprecise date is taken as the
 * day of its recording where that lies in it, else as its last possible day.
 */
public final class Order {
    /**
     * Oldest first; entries of one day by their moment, or when they were written down where it is
     * not known: the order in which they came says nothing of what was first. Each entry has one
     * such moment, so that of three none is before the other in a circle.
     */
    public static final Comparator<Entry<?>> OLDEST_FIRST = Order::compare;

    private Order() {}

    /** The day on which an entry is taken to have happened. */
    public static LocalDate day(Entry<?> entry) {
        When happened = entry.fact().times().happened();
        if (happened instanceof When.At || happened instanceof When.Day) {
            return entry.day();
        }
        LocalDate recorded = entry.recordedDay();
        return happened.possible().contains(recorded) ? recorded : entry.latestDay();
    }

    /** When its source wrote an entry down. */
    static Instant written(Entry<?> entry) {
        return entry.fact().times().recorded();
    }

    /** Whether one entry came after the other; an entry does not follow itself. */
    public static boolean follows(Entry<?> later, Entry<?> earlier) {
        return compare(later, earlier) > 0;
    }

    private static int compare(Entry<?> one, Entry<?> other) {
        int days = day(one).compareTo(day(other));
        if (days != 0) {
            return days;
        }
        int moments = momentOf(one).compareTo(momentOf(other));
        if (moments != 0) {
            return moments;
        }
        int written = written(one).compareTo(written(other));
        if (written != 0) {
            return written;
        }
        int received = one.received().compareTo(other.received());
        return received != 0
                ? received
                : Long.compare(one.fact().position(), other.fact().position());
    }

    private static Instant momentOf(Entry<?> entry) {
        return entry.moment().orElseGet(() -> written(entry));
    }

    /** The later of two moments. */
    public static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
