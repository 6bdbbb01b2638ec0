package sightline.core.upkeep;

import java.time.Duration;
import java.util.Map;

/**
 * How long may pass until a site duty is late, and then until the next rung of its ladder. All are
 * settings of the installation, unconfirmed [GK].
 *
 * @param of the limits of each kind; a kind without any has the longest
 */
public record SiteLimits(Map<SiteDutyKind, Limit> of) {
    private static final Limit LONGEST =
            new Limit(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(1));

    /**
     * The limits of one kind.
     *
     * @param due from the start until it is late
     * @param lead from then until the area's named lead is told
     * @param again from then on, how often
     */
    public record Limit(Duration due, Duration lead, Duration again) {}

    /** As shipped. */
    public static final SiteLimits DEFAULT =
            new SiteLimits(
                    Map.of(
                            SiteDutyKind.MISSING_NUMBERS,
                            new Limit(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(1)),
                            SiteDutyKind.NO_HEARTBEAT,
                            new Limit(Duration.ZERO, Duration.ofHours(4), Duration.ofDays(1)),
                            SiteDutyKind.QUARANTINED,
                            new Limit(Duration.ofDays(2), Duration.ofDays(2), Duration.ofDays(1)),
                            SiteDutyKind.REVIEW_OVERDUE,
                            new Limit(Duration.ZERO, Duration.ofDays(7), Duration.ofDays(7)),
                            SiteDutyKind.ROWS_SET_ASIDE,
                            new Limit(Duration.ofDays(5), Duration.ofDays(5), Duration.ofDays(1)),
                            SiteDutyKind.READING_PAUSED,
                            new Limit(Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(1)),
                            SiteDutyKind.DETAILS_SET_ASIDE,
                            new Limit(Duration.ofDays(2), Duration.ofDays(5), Duration.ofDays(7)),
                            SiteDutyKind.PIPELINE_STANDS,
                            new Limit(
                                    Duration.ofMinutes(2),
                                    Duration.ofMinutes(15),
                                    Duration.ofHours(1)),
                            SiteDutyKind.LIBRARY_NOT_DONE,
                            new Limit(
                                    Duration.ofMinutes(5),
                                    Duration.ofHours(1),
                                    Duration.ofHours(4)),
                            SiteDutyKind.NOT_WORKED_OUT,
                            new Limit(
                                    Duration.ofMinutes(15),
                                    Duration.ofHours(4),
                                    Duration.ofDays(1))));

    public SiteLimits {
        of = Map.copyOf(of);
    }

    Limit limit(SiteDutyKind kind) {
        return of.getOrDefault(kind, LONGEST);
    }
}
