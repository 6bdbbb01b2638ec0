package sightline.core.upkeep;

import sightline.core.kernel.AgencyId;
import sightline.core.screening.Recipient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is owed about a source or the installation, as it stands at a moment.
 *
 * @param source the sender that it is about, or who owes a part of a review; none for the
 *     installation itself
 * @param about what tells several of a kind and a source apart
 * @param words what is wrong, in words; never a value of a message
 * @param starts from when it is owed
 * @param due from when it is late, and the first rung of its ladder is told
 * @param owedBy who owes it
 * @param rungs who was told and when, and as the last one who is told next
 * @param level how many rungs were reached; 0 while it is not late
 */
public record SiteDuty(
        SiteDutyKind kind,
        Optional<AgencyId> source,
        Optional<String> about,
        String words,
        Instant starts,
        Instant due,
        Set<Recipient> owedBy,
        List<Told> rungs,
        int level) {

    /** One rung: at that moment, they are told. */
    public record Told(int level, Instant at, Set<Recipient> to) {
        public Told {
            to = Set.copyOf(to);
        }
    }

    public SiteDuty {
        owedBy = Set.copyOf(owedBy);
        rungs = List.copyOf(rungs);
    }

    /** The same for as long as it is owed. */
    public String key() {
        return kind.slug()
                + source.map(s -> "|" + s.value()).orElse("")
                + about.map(a -> "|" + a).orElse("");
    }

    /** Who was told on the rungs that were reached. */
    public Set<Recipient> told() {
        return rungs.stream()
                .filter(rung -> rung.level() <= level)
                .flatMap(rung -> rung.to().stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** Who is told next; there is always a next one. */
    public Told next() {
        return rungs.getLast();
    }
}
