package sightline.core.register;

import sightline.core.kernel.Limit;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.Provision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A law, or a local list, that keeps people in sight: whom it covers, for how long, what they owe.
 *
 * @param key its name: a slug
 * @param title as a page says it
 * @param where the places in which it holds
 * @param nations the nations of which it is law; none where it is of no nation, or local
 * @param status whether anybody may be put under it
 * @param inForce the days on which a conviction or an order counts
 * @param version changes with every change of content
 * @param triggers what puts somebody under it
 * @param bands for how long, from the top
 * @param young how finite periods are cut for the young
 * @param review when an indefinite period may be reviewed
 * @param notices what must be told
 * @param visits how often the police look, by level of risk
 * @param sameRelease how near each other two words of a release are of one; every word is of its
 *     own release where the pack does not say
 * @param counted from which day the period counts, where the pack says it
 * @param restart by what law custody that comes later starts a period again, from its release
 * @param failure what a failure to notify adds to a finite period
 * @param assess by when the partnership must assess, where the pack is its own list
 * @param manner how notice is given
 * @param penalty what a failure costs, in a sentence
 * @param yaml the text that it was read from
 */
public record RegisterPack(
        String key,
        String title,
        String where,
        Set<Nation> nations,
        Status status,
        Period inForce,
        String version,
        List<Trigger> triggers,
        List<Band> bands,
        Optional<Young> young,
        Optional<Review> review,
        NoticeRules notices,
        Visits visits,
        Optional<SameRelease> sameRelease,
        Optional<Counted> counted,
        Optional<Provision> restart,
        Optional<Failure> failure,
        Optional<Assess> assess,
        String manner,
        String penalty,
        String yaml) {

    /** Whether a pack is law here, and whether it says anything about anybody. */
    public enum Status {
        /** Law. */
        IN_FORCE("In force"),
        /** A model of what was announced: it says of nobody that the law registers them. */
        PROVISIONAL("Provisional: not shown to be in force"),
        /** Another country's, to compare. */
        COMPARISON("For comparison: not law here"),
        /** A partnership's own list: a trigger to assess, never a finding. */
        LOCAL("Local list: a trigger to assess, never a finding");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /** As a page says it. */
        public String words() {
            return words;
        }
    }

    /** Finite periods are halved below an age on the relevant date, in years. */
    public record Young(int under, Provision law) {}

    /** When a review of an indefinite period may be asked for. */
    public record Review(Limit adult, Limit young, Provision law) {}

    /** From which day a period counts. */
    public record Counted(From from, Provision law) {}

    /** A day from which periods count. */
    public enum From {
        CONVICTION("conviction"),
        /** Of the release, of whoever is in custody; of anybody else of the conviction. */
        RELEASE("release"),
        /** Of the release, of whoever is in custody; of anybody else of the sentence. */
        SENTENCE_OR_RELEASE("sentence or release");

        private final String words;

        From(String words) {
            this.words = words;
        }

        /** As a page says it. */
        public String words() {
            return words;
        }
    }

    /** What each failure adds. */
    public record Failure(Limit adds, Provision law) {}

    /** By when an assessment is due. */
    public record Assess(Limit within, Provision law) {}

    /**
     * A prison and a court, or a prison and probation, tell of one release on different days.
     *
     * @param within in days; further apart, whoever was released had been held again
     */
    public record SameRelease(int within, Provision law) {
        /** Whether a release of one day, and one of a later day, are the same. */
        boolean holds(LocalDate one, LocalDate next) {
            return !one.plusDays(within).isBefore(next);
        }
    }

    /** How often the police visit, by level of risk; none where the pack has no visits. */
    public record Visits(Map<RiskLevel, Limit> every, Optional<Provision> law) {
        public Visits {
            every = Map.copyOf(every);
        }
    }

    public RegisterPack {
        nations = Set.copyOf(nations);
        triggers = List.copyOf(triggers);
        bands = List.copyOf(bands);
    }

    /** Whether the period begins with release rather than conviction. */
    public boolean fromRelease() {
        return counted.filter(c -> c.from() != From.CONVICTION).isPresent();
    }

    /** Whether nothing runs between the conviction and a sentence that came later. */
    boolean fromSentence() {
        return counted.filter(c -> c.from() == From.SENTENCE_OR_RELEASE).isPresent();
    }

    /** Whether it may be law for somebody for whom agencies of these nations answer. */
    public boolean heldIn(Collection<Nation> others) {
        return nations.isEmpty() || others.isEmpty() || others.stream().anyMatch(nations::contains);
    }

    /** Whether anybody is put under it; a pack for comparison covers nobody. */
    public boolean covers() {
        return status != Status.COMPARISON;
    }

    @Override
    public String toString() {
        return "RegisterPack[" + key + " " + version + "]";
    }
}
