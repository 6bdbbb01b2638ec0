package sightline.linkage.io;

import sightline.linkage.Progress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Writes a line as each step ends, and every two seconds how fast a long one goes and how long yet.
 */
final class Steps implements Progress {
    private static final long BETWEEN = TimeUnit.SECONDS.toNanos(2);
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final LongSupplier nanos;
    private final long begun;
    private long stepBegun;
    private long told;

    /** Steps that begin now. */
    Steps(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.stepBegun = begun;
        this.told = begun;
    }

    @Override
    public synchronized void done(String step) {
        long now = nanos.getAsLong();
        out.printf(Locale.ROOT, "%6.2f s  %s%n", (now - begun) / NANOS, step);
        stepBegun = now;
        told = now;
    }

    @Override
    public synchronized void underWay(String what, long done, long of) {
        long now = nanos.getAsLong();
        if (now - told < BETWEEN || done <= 0 || done >= of) {
            return;
        }
        told = now;
        double rate = done / ((now - stepBegun) / NANOS);
        out.printf(
                Locale.ROOT,
                "%6.2f s  %s: %,d of %,d, %,.0f a second, about %,.0f s left%n",
                (now - begun) / NANOS,
                what,
                done,
                of,
                rate,
                Math.ceil((of - done) / rate));
    }
}
