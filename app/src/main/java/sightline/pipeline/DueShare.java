package sightline.pipeline;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many of those who are due one batch takes up. A message waits for the batch before it and for
 * its own: while messages come, no more are taken along than there are messages; while none come,
 * more from batch to batch, so that a night in which everybody is due is short.
 */
final class DueShare {
    private static final int BESIDE_MESSAGES = 20;
    private static final int FEWEST = 10;

    /** At most so many are taken up at once. */
    static final int MOST = 100;

    private final AtomicInteger next = new AtomicInteger(FEWEST);

    /** At most so many of each sort, beside so many messages. */
    int beside(int messages) {
        if (messages > 0) {
            next.set(FEWEST);
            return Math.min(messages, BESIDE_MESSAGES);
        }
        return next.getAndUpdate(most -> Math.min(MOST, 2 * most));
    }
}
