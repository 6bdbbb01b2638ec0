package sightline.core.library;

import sightline.core.library.PublicationPolicy.Extent;
import sightline.core.library.PublicationPolicy.LaterOrder;

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
 */
public record ReleaseFile(
        LocalDate begun, Optional<LaterOrder> order, String digest, List<ReleaseEntry> entries) {
    public ReleaseFile {
        entries = List.copyOf(entries);
    }

    /** The newest entry of a kind. */
    public <T extends ReleaseEntry> Optional<T> newest(Class<T> kind) {
        return entries.reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** What still holds publication: a trial, an inquest. */
    public Set<String> processes() {
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

    /** Who released exactly this text to this extent since it was last withheld or withdrawn. */
    public Set<String> releasers(Extent extent) {
        Set<String> releasers = new LinkedHashSet<>();
        for (ReleaseEntry entry : entries) {
            if (entry instanceof ReleaseEntry.Released r
                    && r.digest().equals(digest)
                    && r.extent() == extent) {
                releasers.add(r.by());
            } else if (entry instanceof ReleaseEntry.Withheld
                    || entry instanceof ReleaseEntry.Withdrawn) {
                releasers.clear();
            }
        }
        return releasers;
    }

    /** The minute from which it may be read; empty where none was set. */
    public Optional<Instant> embargo() {
        return newest(ReleaseEntry.Embargoed.class).map(ReleaseEntry.Embargoed::until);
    }
}
