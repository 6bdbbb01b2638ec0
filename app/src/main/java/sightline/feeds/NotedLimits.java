package sightline.feeds;

/**
 * From when on it is owed that somebody looks at what is set aside of a sender's messages, or not
 * understood. Settings of the installation, unconfirmed [GK].
 *
 * @param share of the messages that were read of which something was, from 0 to 1
 * @param least so many must be: a small feed is not looked at for one slip
 * @param days over how many days is counted, today one of them: a message counts on the day on
 *     which it came in, so that one that waited longer than this before it was read is not counted
 */
public record NotedLimits(double share, int least, int days) {
    /** As shipped. */
    public static final NotedLimits DEFAULT = new NotedLimits(0.1, 10, 7);
}
