package sightline.feeds;

import java.time.Instant;

/**
 * Numbers of a sender's sequence that have not come in, both ends included.
 *
 * @param since when the first message beyond them, or a heartbeat that counts them, came in: from
 *     then on the sender owes them
 */
public record Gap(long from, long until, Instant since) {
    /** How many messages are missing. */
    public long count() {
        return until - from + 1;
    }
}
