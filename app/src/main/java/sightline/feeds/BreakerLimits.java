package sightline.feeds;

import java.time.Duration;

/**
 * When a sender is paused for reading. Settings of the installation, unconfirmed [GK].
 *
 * @param share of the messages of the window that could not be read, from 0 to 1
 * @param window over which is counted, by when messages came in
 * @param least so many must have failed in the window: a small feed is not paused for one slip
 * @param aMinute so many failures in a minute pause it whatever their share
 * @param waiting so many unread messages of one sender are a flood
 * @param probe how many messages a probe reads
 * @param until how long until the first probe; doubled after each that failed, up to a day
 */
public record BreakerLimits(
        double share,
        Duration window,
        int least,
        int aMinute,
        long waiting,
        int probe,
        Duration until) {
    /** As shipped. */
    public static final BreakerLimits DEFAULT =
            new BreakerLimits(
                    0.02, Duration.ofMinutes(10), 20, 50, 20_000, 10, Duration.ofMinutes(10));
}
