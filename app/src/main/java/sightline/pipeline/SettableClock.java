package sightline.pipeline;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands where it was last set, for replays and simulations. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    public SettableClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves on; never back. */
    public void moveTo(Instant at) {
        if (at.isAfter(now)) {
            now = at;
        }
    }
}
