package sightline.feeds;

import sightline.core.kernel.AgencyId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How one sender's feed is.
 *
 * @param goLive facts from before this day are history
 * @param declared the kinds that it said it can send; none means all that it may
 * @param promise how often it promised to say that it is complete
 * @param lastHeard when anything last came from it
 * @param completeUpTo its last word
 * @param gaps the first {@value #GAPS_MAX} gaps in its numbers
 * @param missing how many messages are missing in all
 * @param missingSince since when the oldest of them is owed
 * @param unread how many of its messages wait to be read
 * @param paused why its messages are kept and not read
 * @param held how many of them are kept so
 * @param quarantined how many could not be read
 * @param quarantinedSince when the oldest of them was set aside
 * @param conflicts how often it sent other bytes under an id that it had used
 * @param tooLarge how many were refused for their size
 * @param undeclared kinds that it sent without having declared them
 */
public record FeedHealth(
        AgencyId sender,
        LocalDate goLive,
        Optional<Set<String>> declared,
        Duration promise,
        Optional<Instant> lastHeard,
        Optional<Instant> completeUpTo,
        List<Gap> gaps,
        long missing,
        Optional<Instant> missingSince,
        long unread,
        Optional<Paused> paused,
        long held,
        long quarantined,
        Optional<Instant> quarantinedSince,
        long conflicts,
        long tooLarge,
        Set<String> undeclared) {
    /** The most gaps that are listed. */
    public static final int GAPS_MAX = 100;

    private static final int PROMISES_UNTIL_DOWN = 3;

    public FeedHealth {
        declared = declared.map(Set::copyOf);
        gaps = List.copyOf(gaps);
        undeclared = Set.copyOf(undeclared);
    }

    /** Whether and how it may be relied on at a time. */
    public Freshness freshness(Instant now) {
        if (lastHeard.isEmpty()) {
            return new Freshness.NeverHeard();
        }
        var silent = Duration.between(lastHeard.get(), now);
        if (silent.compareTo(promise.multipliedBy(PROMISES_UNTIL_DOWN)) > 0) {
            return new Freshness.Down(lastHeard.get());
        }
        if (missing > 0) {
            return new Freshness.Incomplete(gaps, missing);
        }
        var asOf = completeUpTo.orElse(goLive.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
        return completeUpTo.isEmpty()
                        || paused.isPresent()
                        || Duration.between(asOf, now).compareTo(promise) > 0
                ? new Freshness.Stale(asOf)
                : new Freshness.Fresh(asOf);
    }
}
