package sightline.checks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes every answer of words take the same time, so that nobody learns from a clock what the words
 * do not say: an answer is given at the end of the slot in which it was ready.
 */
public final class SteadyTime {
    private static final Duration SLOT = Duration.ofMillis(250);

    private final long began;

    private SteadyTime(long began) {
        this.began = began;
    }

    /** Begins when somebody asks. */
    public static SteadyTime begin() {
        return new SteadyTime(System.nanoTime());
    }

    /** Waits for the end of the slot. */
    public void even() {
        long slots = (System.nanoTime() - began) / SLOT.toNanos() + 1;
        long end = began + slots * SLOT.toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
