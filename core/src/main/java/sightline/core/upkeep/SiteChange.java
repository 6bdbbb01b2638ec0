package sightline.core.upkeep;

import sightline.core.screening.Recipient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Something that happened to a site duty. What has happened is recorded once and never changed.
 *
 * @param duty its {@link SiteDuty#key}
 * @param level which rung of the ladder was reached; 0 when it was opened
 * @param at when: the rung's own moment for an escalation, else when it was seen
 * @param to who owes it, or is told
 */
public record SiteChange(
        String duty, What what, int level, Instant at, Set<Recipient> to, String words) {

    /** What happened. */
    public enum What {
        /** It was seen, and is owed from now on. */
        OPENED,
        /** Somebody more was told. */
        ESCALATED,
        /** It is not owed any more. */
        DISCHARGED;

        /** The word in tables. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What that word says. */
        public static What of(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT));
        }
    }

    public SiteChange {
        to = Set.copyOf(to);
    }

    /**
     * What happened between what was known to be open and what is owed now.
     *
     * @param before the duties that were open
     */
    public static List<SiteChange> between(
            Collection<SiteDuty> before, List<SiteDuty> owed, Instant now) {
        Map<String, SiteDuty> known = new LinkedHashMap<>();
        before.forEach(duty -> known.put(duty.key(), duty));
        List<SiteChange> changes = new ArrayList<>();
        for (SiteDuty duty : owed) {
            SiteDuty was = known.remove(duty.key());
            if (was == null) {
                changes.add(
                        new SiteChange(
                                duty.key(), What.OPENED, 0, now, duty.owedBy(), duty.words()));
            }
            escalated(duty, was == null ? 0 : was.level(), changes);
        }
        for (SiteDuty gone : known.values()) {
            changes.add(
                    new SiteChange(
                            gone.key(),
                            What.DISCHARGED,
                            gone.level(),
                            now,
                            gone.owedBy(),
                            gone.words()));
        }
        return changes;
    }

    private static void escalated(SiteDuty duty, int from, List<SiteChange> changes) {
        duty.rungs().stream()
                .filter(rung -> rung.level() > from && rung.level() <= duty.level())
                .map(rung ->
                        new SiteChange(
                                duty.key(),
                                What.ESCALATED,
                                rung.level(),
                                rung.at(),
                                rung.to(),
                                duty.words()))
                .forEach(changes::add);
    }
}
