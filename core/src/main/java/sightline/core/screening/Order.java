package sightline.core.screening;

import sightline.core.household.Entry;
import sightline.core.kernel.When;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which of two entries came first, as far as their sources know. An imprecise date is taken as the
 * day of its recording where that lies in it, else as its last possible day.
 */
public final class Order {
    /**
     * Oldest first; entries of one day by moment where both know it, else as they were written
     * down: the order in which they came says nothing of what was first.
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
        Optional<Instant> a = one.moment();
        Optional<Instant> b = other.moment();
        if (a.isPresent() && b.isPresent() && !a.equals(b)) {
            return a.get().compareTo(b.get());
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

    /** The later of two moments. */
    public static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
