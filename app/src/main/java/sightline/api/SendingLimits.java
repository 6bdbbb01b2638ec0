package sightline.api;

import sightline.core.kernel.AgencyId;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How much may be under way at once in this process, so that no sender takes the memory or the
 * threads of the others. What is refused was not looked at, and is sent again.
 */
final class SendingLimits {
    static final int AT_ONCE = 128;
    static final int STREAM_BYTES = 64 * 1024 * 1024;
    private static final int STREAMS = 2;

    private final Map<AgencyId, Semaphore> senders = new ConcurrentHashMap<>();
    private final Semaphore streams = new Semaphore(STREAMS);

    /** Something that is under way until it is closed. */
    interface Pass extends AutoCloseable {
        boolean granted();

        @Override
        void close();
    }

    Pass message(AgencyId sender) {
        return pass(senders.computeIfAbsent(sender, _ -> new Semaphore(AT_ONCE)));
    }

    Pass stream() {
        return pass(streams);
    }

    private static Pass pass(Semaphore semaphore) {
        var granted = semaphore.tryAcquire();
        return new Pass() {
            @Override
            public boolean granted() {
                return granted;
            }

            @Override
            public void close() {
                if (granted) {
                    semaphore.release();
                }
            }
        };
    }
}
