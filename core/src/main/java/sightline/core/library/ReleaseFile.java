package sightline.core.library;

import sightline.core.library.PublicationPolicy.Extent;
import sightline.core.library.PublicationPolicy.LaterOrder;
import sightline.core.reviews.Review.Hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that was done about the publication of one review, in the order in which it was done.
 *
 * @param begun the day on which the review was begun, which decides how much may be published
 * @param digest of the redacted text as it is now; empty before there is any
 * @param holds what holds publication, as the review itself tells; empty for whoever is not named
 *     on it, and cannot know
 */
public record ReleaseFile(
        LocalDate begun,
        Optional<LaterOrder> order,
        String digest,
        List<ReleaseEntry> entries,
        Optional<List<Hold>> holds) {
    public ReleaseFile {
        entries = List.copyOf(entries);
        holds = holds.map(List::copyOf);
    }

    /** The newest entry of a kind. */
    public <T extends ReleaseEntry> Optional<T> newest(Class<T> kind) {
        return entries.reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /**
     * What still holds publication: a trial, an inquest. Most are recorded on the review; some were
     * entered on the way to publication, before they were.
     */
    public Set<String> processes() {
        Set<String> open = entered();
        holds.stream().flatMap(List::stream).forEach(h -> open.add(h.began().process()));
        return open;
    }

    /** Those of them that were entered on the way to publication. */
    public Set<String> entered() {
        Set<String> open = new LinkedHashSet<>();
        for (ReleaseEntry entry : entries) {
            switch (entry) {
                case ReleaseEntry.ProcessBegan p -> open.add(p.process());
                case ReleaseEntry.ProcessEnded p -> open.remove(p.process());
                default -> {
                    continue;
                }
            }
        }
        return open;
    }

    /** The report that waits for its pseudonyms, as far as it has come. */
    public Optional<ReleaseEntry.ReportWaits> waiting() {
        return entries.stream()
                .filter(e ->
                        e instanceof ReleaseEntry.ReportWaits
                                || e instanceof ReleaseEntry.ReportTaken)
                .reduce((_, later) -> later)
                .filter(ReleaseEntry.ReportWaits.class::isInstance)
                .map(ReleaseEntry.ReportWaits.class::cast);
    }

    /** The keys for which it waits: either of the two who keep one can put its pseudonyms in. */
    public List<ReleaseEntry.KeySealed> waitsFor() {
        List<Instant> keys = waiting().map(ReleaseEntry.ReportWaits::keys).orElse(List.of());
        return entries.stream()
                .filter(ReleaseEntry.KeySealed.class::isInstance)
                .map(ReleaseEntry.KeySealed.class::cast)
                .filter(k -> keys.contains(k.at()))
                .toList();
    }

    /**
     * Who released exactly this text to this extent since it was last withheld, taken down or
     * withdrawn.
     */
    public Set<String> releasers(Extent extent) {
        Set<String> releasers = new LinkedHashSet<>();
        for (ReleaseEntry entry : entries) {
            if (entry instanceof ReleaseEntry.Released r
                    && r.digest().equals(digest)
                    && r.extent() == extent) {
                releasers.add(r.by());
            } else if (entry instanceof ReleaseEntry.Withheld
                    || entry instanceof ReleaseEntry.TakenDown
                    || entry instanceof ReleaseEntry.Withdrawn) {
                releasers.clear();
            }
        }
        return releasers;
    }

    /** To which extent two people released exactly this text, the last time that two did. */
    public Optional<Extent> out() {
        return entries.reversed().stream()
                .filter(ReleaseEntry.Released.class::isInstance)
                .map(e -> ((ReleaseEntry.Released) e).extent())
                .filter(e -> releasers(e).size() > 1)
                .findFirst();
    }

    /**
     * The withholding that stopped exactly this text after two people had released it and before
     * anybody could read it, as long as nobody releases it again.
     */
    public Optional<ReleaseEntry.Withheld> stopped() {
        for (int last = entries.size() - 1; last >= 0; last--) {
            switch (entries.get(last)) {
                case ReleaseEntry.Released _ -> {
                    return Optional.empty();
                }
                case ReleaseEntry.Withheld w -> {
                    return upTo(last).out().map(_ -> w);
                }
                default -> {
                    continue;
                }
            }
        }
        return Optional.empty();
    }

    private ReleaseFile upTo(int entry) {
        return new ReleaseFile(begun, order, digest, entries.subList(0, entry), holds);
    }

    /** The minute from which it may be read; empty where none was set. */
    public Optional<Instant> embargo() {
        return newest(ReleaseEntry.Embargoed.class).map(ReleaseEntry.Embargoed::until);
    }
}
