package sightline.core.reviews;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.ReviewEntry.Acceptance;
import sightline.core.reviews.ReviewEntry.ActionAgreed;
import sightline.core.reviews.ReviewEntry.Bound;
import sightline.core.reviews.ReviewEntry.EvidenceAttached;
import sightline.core.reviews.ReviewEntry.LetterAnswered;
import sightline.core.reviews.ReviewEntry.LetterSent;
import sightline.core.reviews.ReviewEntry.LevelTaken;
import sightline.core.reviews.ReviewEntry.Measured;
import sightline.core.reviews.ReviewEntry.OfAction;
import sightline.core.reviews.ReviewEntry.RecommendationMade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One recommendation as far as one organisation is asked, at a moment.
 *
 * @param happened its entries, oldest first
 * @param steps how it came to stand where it does, oldest first
 */
public record Action(
        RecommendationMade made, AgencyId organisation, List<OfAction> happened, List<Step> steps) {
    /**
     * A change of standing.
     *
     * @param why what brought it about
     */
    public record Step(Instant at, Standing to, OfAction why) {}

    public Action {
        happened = List.copyOf(happened);
        steps = List.copyOf(steps);
    }

    /** Works it out from its entries. */
    static Action of(RecommendationMade made, AgencyId organisation, List<OfAction> happened) {
        var fold = new Fold();
        happened.forEach(fold::take);
        return new Action(made, organisation, happened, fold.steps);
    }

    /** How far it is. */
    public Standing standing() {
        return steps.isEmpty() ? Standing.NO_ANSWER : steps.getLast().to();
    }

    /** Since when; the recommendation's own moment where nothing happened. */
    public Instant since() {
        return steps.isEmpty() ? made.at() : steps.getLast().at();
    }

    /** What was agreed last. */
    public Optional<ActionAgreed> agreed() {
        return last(ActionAgreed.class);
    }

    /** The measure that it is bound to. */
    public Optional<Bound> bound() {
        return last(Bound.class);
    }

    /** What the measure was when it was bound; empty until that is counted. */
    public Optional<LevelTaken> level() {
        return last(LevelTaken.class)
                .filter(l -> bound().filter(b -> l.at().isBefore(b.at())).isEmpty());
    }

    /** Everything attached, oldest first. */
    public List<EvidenceAttached> evidence() {
        return all(EvidenceAttached.class);
    }

    /** Whether a letter about it went, and the newest is not answered. */
    public boolean letterRuns() {
        Optional<LetterSent> sent = last(LetterSent.class);
        return sent.isPresent()
                && last(LetterAnswered.class)
                        .filter(a -> !a.at().isBefore(sent.get().at()))
                        .isEmpty();
    }

    /** What was measured, oldest month first. */
    public List<Measured> measured() {
        return all(Measured.class).stream()
                .sorted(java.util.Comparator.comparing(Measured::month))
                .toList();
    }

    /** Whether its date is past and nobody else has seen it done. */
    public boolean pastDate(LocalDate today) {
        return !standing().verified()
                && standing() != Standing.NOT_ACCEPTED
                && agreed().filter(a -> a.due().isBefore(today)).isPresent();
    }

    /**
     * Whether somebody may say that they saw it done: of another organisation than the one that was
     * asked and than whoever said that it is done, or in an audit post that no line joins to the
     * post that answers for it; and never the person who said it.
     */
    public boolean standsBeside(By by, SpeaksFor speaks) {
        Optional<By> claimed = last(ReviewEntry.SaidDone.class).map(ReviewEntry.SaidDone::by);
        boolean itself =
                speaks.agencies().contains(organisation)
                        || by.agency().equals(organisation)
                        || claimed.filter(c -> speaks.agencies().contains(c.agency())).isPresent();
        return claimed.filter(c -> c.person().equals(by.person())).isEmpty()
                && (!itself || audits(by, claimed));
    }

    private boolean audits(By by, Optional<By> claimed) {
        return agreed().filter(a -> by.auditsBeside(a.owner())).isPresent()
                && claimed.stream().flatMap(c -> c.posts().stream()).allMatch(by::auditsBeside);
    }

    /** Whether something was attached since it was last re-opened. */
    boolean newEvidence() {
        Optional<Instant> reopened = reopened();
        return evidence().stream()
                .anyMatch(e -> reopened.isEmpty() || !e.at().isBefore(reopened.get()));
    }

    /** Whether a measure holds it open: it was re-opened, and three months in a row are missing. */
    boolean heldByMeasure() {
        Optional<Bound> bound = bound();
        Optional<Instant> reopened = reopened();
        if (bound.isEmpty() || reopened.isEmpty()) {
            return false;
        }
        List<Measured> since =
                measured().stream().filter(m -> m.at().isAfter(reopened.get())).toList();
        return since.size() < Measure.CLOSES_AFTER
                || !since.subList(since.size() - Measure.CLOSES_AFTER, since.size()).stream()
                        .allMatch(m -> meets(m, bound.get().target()));
    }

    /** Whether the moment is three months or more after it was last verified. */
    boolean verifiedLongBefore(Instant moment) {
        return steps.stream()
                .filter(s -> s.to() == Standing.VERIFIED)
                .reduce((_, b) -> b)
                .filter(s -> !London.day(s.at()).plusMonths(3).isAfter(London.day(moment)))
                .isPresent();
    }

    /** Whether a month met the target; a month without any counts as met. */
    public static boolean meets(Measured month, int target) {
        return month.met() * 100 >= month.all() * target;
    }

    private Optional<Instant> reopened() {
        return steps.stream()
                .filter(s -> s.to() == Standing.REOPENED)
                .reduce((_, b) -> b)
                .map(Step::at);
    }

    /** The entries of one kind, oldest first. */
    public <T extends OfAction> List<T> all(Class<T> kind) {
        return happened.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The newest entry of one kind. */
    public <T extends OfAction> Optional<T> last(Class<T> kind) {
        return all(kind).reversed().stream().findFirst();
    }

    /** Goes through the entries in their order. */
    private static final class Fold {
        private final List<Step> steps = new ArrayList<>();
        private Standing standing = Standing.NO_ANSWER;
        private int target;
        private int below;
        private int atTarget;
        private boolean evidence;
        private boolean seen;

        private void take(OfAction entry) {
            switch (entry) {
                case ReviewEntry.Answered a ->
                        to(
                                a.acceptance() == Acceptance.ACCEPTED
                                        ? Standing.ACCEPTED
                                        : Standing.NOT_ACCEPTED,
                                entry);
                case ReviewEntry.Started _ -> started(entry);
                case EvidenceAttached _ -> {
                    evidence = true;
                    if (standing == Standing.STARTED || standing == Standing.ACCEPTED) {
                        to(Standing.EVIDENCED, entry);
                    }
                }
                case ReviewEntry.SaidDone _ -> to(Standing.DONE, entry);
                case ReviewEntry.Verified _ -> {
                    seen = false;
                    below = 0;
                    atTarget = 0;
                    to(Standing.VERIFIED, entry);
                }
                case ReviewEntry.FoundEffective _ -> to(Standing.EFFECTIVE, entry);
                case ReviewEntry.SeenSlipping _ -> {
                    seen = true;
                    slip(entry);
                }
                case ReviewEntry.Reopened _ -> reopen(entry);
                case Bound b -> target = b.target();
                case Measured m -> measure(m);
                case ActionAgreed _,
                        LevelTaken _,
                        ReviewEntry.Dissented _,
                        ReviewEntry.LetterSent _,
                        ReviewEntry.LetterAnswered _,
                        ReviewEntry.Chased _ -> {}
            }
        }

        private void started(OfAction entry) {
            if (standing == Standing.ACCEPTED) {
                to(evidence ? Standing.EVIDENCED : Standing.STARTED, entry);
            }
        }

        private void measure(Measured month) {
            if (!standing.verified() && standing != Standing.SLIPPED) {
                return;
            }
            if (month.all() == 0) {
                return;
            }
            if (meets(month, target)) {
                below = 0;
                atTarget++;
                // What somebody saw slip, a measure that is met does not put right.
                if (standing == Standing.SLIPPED && !seen) {
                    to(Standing.VERIFIED, month);
                }
                if (atTarget >= Measure.EFFECTIVE_AFTER && standing == Standing.VERIFIED) {
                    to(Standing.EFFECTIVE, month);
                }
            } else {
                atTarget = 0;
                below++;
                if (below >= Measure.REOPENS_AFTER) {
                    reopen(month);
                } else {
                    slip(month);
                }
            }
        }

        private void slip(OfAction why) {
            if (standing.verified()) {
                to(Standing.SLIPPED, why);
            }
        }

        private void reopen(OfAction why) {
            evidence = false;
            seen = false;
            below = 0;
            atTarget = 0;
            to(Standing.REOPENED, why);
        }

        private void to(Standing next, OfAction why) {
            if (next != standing) {
                standing = next;
                steps.add(new Step(why.at(), next, why));
            }
        }
    }
}
