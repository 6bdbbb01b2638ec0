package sightline.core.reviews;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.ReviewEntry.Acceptance;
import sightline.core.reviews.ReviewEntry.AuthorNamed;
import sightline.core.reviews.ReviewEntry.Fate;
import sightline.core.reviews.ReviewEntry.FindingMade;
import sightline.core.reviews.ReviewEntry.LetterAnswered;
import sightline.core.reviews.ReviewEntry.LetterSent;
import sightline.core.reviews.ReviewEntry.OfAction;
import sightline.core.reviews.ReviewEntry.PanelJoined;
import sightline.core.reviews.ReviewEntry.Reach;
import sightline.core.reviews.ReviewEntry.RecommendationMade;
import sightline.core.reviews.ReviewEntry.ReportAsked;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why an entry may not be added to a review as it stands. */
final class Refusals {
    private static final Optional<Refusal> MAY = Optional.empty();

    private Refusals() {}

    static Optional<Refusal> of(Review review, ReviewEntry entry, SpeaksFor speaks) {
        if (entry instanceof ReviewEntry.Opened) {
            return when(review.opened().isPresent(), Refusal.OPENED_BEFORE);
        }
        if (review.opened().isEmpty()) {
            return Optional.of(Refusal.NOT_OPEN);
        }
        if (entry.at().isBefore(review.entries().getLast().at())) {
            return Optional.of(Refusal.BACKWARDS);
        }
        return entry instanceof OfAction act
                ? ofAction(review, act, speaks)
                : ofReview(review, entry);
    }

    private static Optional<Refusal> ofReview(Review review, ReviewEntry entry) {
        return switch (entry) {
            case ReviewEntry.Opened _ -> Optional.of(Refusal.OPENED_BEFORE);
            case ReviewEntry.Notified _ -> MAY;
            case ReviewEntry.RapidReviewed r -> when(r.outcome().isBlank(), Refusal.NO_REASON);
            case ReviewEntry.Commissioned c -> decided(review, c.reasons());
            case ReviewEntry.NotReviewed n -> decided(review, n.reasons());
            case ReviewEntry.TermsSet _, PanelJoined _, ReportAsked _, ReviewEntry.FamilyPart _ ->
                    commissioned(review);
            case ReviewEntry.ProcessBegan p ->
                    first(
                            commissioned(review),
                            when(runs(review, p.process()), Refusal.PROCESS_RUNS),
                            when(p.why().isBlank(), Refusal.NO_REASON));
            case ReviewEntry.HoldKept k ->
                    first(
                            when(
                                    review.holds().stream()
                                            .noneMatch(
                                                    h -> h.began().process().equals(k.process())),
                                    Refusal.HOLDS_NOTHING),
                            when(k.why().isBlank(), Refusal.NO_REASON));
            case ReviewEntry.Published _ ->
                    when(review.published().isPresent(), Refusal.BY_PUBLICATION);
            case ReviewEntry.PublicationDecided d -> decided(review, d);
            case ReviewEntry.ChronologyFrozen c ->
                    first(
                            commissioned(review),
                            when(c.copy() != review.copies().size() + 1, Refusal.NUMBER),
                            when(c.rows() < 1, Refusal.NO_ROWS));
            case AuthorNamed a -> first(commissioned(review), author(review, a));
            case ReviewEntry.ReportReceived r ->
                    when(
                            review.reportsOwed().stream().noneMatch(o -> o.of().equals(r.of())),
                            Refusal.NO_SUCH_REPORT);
            case ReviewEntry.ProcessEnded e ->
                    first(
                            when(!runs(review, e.process()), Refusal.NO_SUCH_PROCESS),
                            when(e.how().isBlank(), Refusal.HOW_ENDED));
            case FindingMade f -> first(commissioned(review), finding(review, f));
            case RecommendationMade r -> first(commissioned(review), recommendation(review, r));
            case ReviewEntry.ReportFinished f ->
                    first(commissioned(review), open(review, f.version()));
            case ReviewEntry.Graded g -> graded(review, g);
            case ReviewEntry.VersionBegun v ->
                    first(
                            when(review.finished(review.version()).isEmpty(), Refusal.NO_REPORT),
                            when(v.version() != review.version() + 1, Refusal.NUMBER),
                            when(v.why().isBlank(), Refusal.NO_REASON));
            case OfAction _ -> throw new IllegalStateException("asked in the other place");
        };
    }

    private static Optional<Refusal> decided(
            Review review, ReviewEntry.PublicationDecided decided) {
        boolean up = review.published().isPresent();
        boolean holds =
                review.holds().stream()
                        .anyMatch(h -> h.began().process().equals(decided.process()));
        boolean later =
                decided.again().filter(d -> d.isAfter(London.day(decided.at()))).isPresent();
        return first(
                when(
                        !up && (review.takenDown().isEmpty() || decided.fate() == Fate.KEPT_UP),
                        Refusal.NOT_PUBLISHED),
                when(decided.why().isBlank(), Refusal.NO_REASON),
                when(decided.fate() == Fate.KEPT_UP && !holds, Refusal.HOLDS_NOTHING),
                when(decided.fate() == Fate.TAKEN_DOWN && !later, Refusal.AGAIN_LATER));
    }

    private static boolean runs(Review review, String process) {
        return review.running().stream().anyMatch(p -> p.process().equals(process));
    }

    private static Optional<Refusal> decided(Review review, String reasons) {
        return first(
                when(
                        review.commissioned().isPresent() || review.notReviewed().isPresent(),
                        Refusal.DECIDED_BEFORE),
                when(reasons.isBlank(), Refusal.NO_REASON));
    }

    private static Optional<Refusal> commissioned(Review review) {
        return when(review.commissioned().isEmpty(), Refusal.NOT_COMMISSIONED);
    }

    private static Optional<Refusal> author(Review review, AuthorNamed author) {
        Set<AgencyId> workedFor = author.workedFor();
        boolean reviewed =
                review.all(ReportAsked.class).stream().anyMatch(a -> workedFor.contains(a.of()));
        boolean onPanel =
                review.all(PanelJoined.class).stream()
                        .anyMatch(p ->
                                workedFor.contains(p.agency())
                                        || p.person().equals(author.person()));
        return first(
                when(reviewed || onPanel, Refusal.CONFLICT),
                when(author.declaration().isBlank(), Refusal.NO_DECLARATION));
    }

    private static Optional<Refusal> open(Review review, int version) {
        return when(
                version != review.version() || review.finished(version).isPresent(),
                Refusal.CLOSED_VERSION);
    }

    private static Optional<Refusal> finding(Review review, FindingMade finding) {
        return first(
                open(review, finding.version()),
                when(
                        finding.number() != review.findings(finding.version()).size() + 1,
                        Refusal.NUMBER),
                when(
                        finding.known().isBlank() || finding.knowable().isBlank(),
                        Refusal.KNOWN_MISSING),
                when(
                        finding.rows().isEmpty() && !review.copies().isEmpty(),
                        Refusal.RESTS_ON_NOTHING),
                when(
                        finding.rows().stream().anyMatch(r -> !review.hasRow(r)),
                        Refusal.NO_SUCH_ROW));
    }

    private static Optional<Refusal> recommendation(Review review, RecommendationMade made) {
        List<Integer> findings =
                review.findings(made.version()).stream().map(FindingMade::number).toList();
        return first(
                open(review, made.version()),
                when(made.number() != review.recommendations().size() + 1, Refusal.NUMBER),
                when(made.to().isEmpty(), Refusal.NOBODY_ASKED),
                when(!findings.containsAll(made.findings()), Refusal.NO_SUCH_FINDING));
    }

    private static Optional<Refusal> graded(Review review, ReviewEntry.Graded graded) {
        return first(
                when(review.finished(graded.version()).isEmpty(), Refusal.NO_REPORT),
                when(graded.why().isBlank(), Refusal.NO_REASON),
                when(
                        review.grades(graded.version()).stream()
                                .anyMatch(g -> g.grader().equals(graded.grader())),
                        Refusal.GRADED_BEFORE));
    }

    private static Optional<Refusal> ofAction(Review review, OfAction entry, SpeaksFor speaks) {
        return review.action(entry.recommendation(), entry.organisation())
                .map(action -> first(theirs(action, entry, speaks), of(action, entry, speaks)))
                .orElse(Optional.of(Refusal.NO_SUCH_RECOMMENDATION));
    }

    /** What only the organisation itself may say, or whoever its part fell to. */
    private static Optional<Refusal> theirs(Action action, OfAction entry, SpeaksFor speaks) {
        boolean own =
                switch (entry) {
                    case ReviewEntry.Answered _,
                            ReviewEntry.ActionAgreed _,
                            ReviewEntry.Started _,
                            ReviewEntry.SaidDone _ ->
                            true;
                    default -> false;
                };
        boolean local = action.made().reach() == Reach.LOCAL;
        return when(
                own && local && !speaks.answers(entry.recommendation(), action.organisation()),
                Refusal.NOT_THEIRS);
    }

    private static Optional<Refusal> of(Action action, OfAction entry, SpeaksFor speaks) {
        Standing standing = action.standing();
        return switch (entry) {
            case ReviewEntry.Answered a ->
                    first(
                            when(
                                    standing != Standing.NO_ANSWER
                                            && standing != Standing.NOT_ACCEPTED
                                            && standing != Standing.ACCEPTED,
                                    Refusal.UNDER_WAY),
                            when(
                                    a.acceptance() == Acceptance.NOT_ACCEPTED && a.why().isBlank(),
                                    Refusal.WHY_NOT));
            case ReviewEntry.ActionAgreed a ->
                    first(
                            accepted(standing),
                            when(
                                    a.different().isBlank() || a.seen().isBlank(),
                                    Refusal.INCOMPLETE));
            case ReviewEntry.Started _ -> accepted(standing);
            case ReviewEntry.EvidenceAttached e ->
                    first(
                            accepted(standing),
                            when(
                                    e.reference().isBlank() || e.shows().isBlank(),
                                    Refusal.WHAT_SHOWS));
            case ReviewEntry.SaidDone _ -> done(action, standing);
            case ReviewEntry.Verified v -> verified(action, v, speaks);
            case ReviewEntry.FoundEffective f ->
                    first(
                            when(standing != Standing.VERIFIED, Refusal.NOT_VERIFIED),
                            beside(action, f.by(), speaks),
                            when(f.how().isBlank(), Refusal.HOW_SEEN),
                            when(!action.verifiedLongBefore(f.at()), Refusal.TOO_SOON));
            case ReviewEntry.SeenSlipping s ->
                    first(
                            when(!standing.verified(), Refusal.NOT_VERIFIED),
                            when(s.what().isBlank(), Refusal.NO_REASON));
            case ReviewEntry.Reopened r ->
                    first(
                            when(
                                    !standing.verified()
                                            && standing != Standing.SLIPPED
                                            && standing != Standing.DONE,
                                    Refusal.NOT_DONE),
                            when(r.why().isBlank(), Refusal.NO_REASON));
            case ReviewEntry.Dissented d -> when(d.says().isBlank(), Refusal.NO_REASON);
            case LetterSent _ ->
                    when(action.made().reach() != Reach.NATIONAL, Refusal.NOT_NATIONAL);
            case LetterAnswered a ->
                    first(letterRuns(action), when(a.says().isBlank(), Refusal.NO_REASON));
            case ReviewEntry.Chased _ -> letterRuns(action);
            case ReviewEntry.Bound b ->
                    first(
                            when(Measure.of(b.measure()).isEmpty(), Refusal.NO_SUCH_MEASURE),
                            when(b.target() < 1 || b.target() > 100, Refusal.TARGET));
            case ReviewEntry.LevelTaken l ->
                    first(
                            when(action.bound().isEmpty(), Refusal.NO_MEASURE),
                            when(
                                    action.bound()
                                            .filter(b -> !l.month().isBefore(month(b.at())))
                                            .isPresent(),
                                    Refusal.MONTH_RUNS),
                            when(action.level().isPresent(), Refusal.MEASURED_BEFORE));
            case ReviewEntry.Measured m -> measured(action, m);
        };
    }

    private static Optional<Refusal> accepted(Standing standing) {
        return when(
                standing == Standing.NO_ANSWER || standing == Standing.NOT_ACCEPTED,
                Refusal.NOT_ACCEPTED);
    }

    private static Optional<Refusal> done(Action action, Standing standing) {
        return first(
                accepted(standing),
                when(
                        standing == Standing.DONE
                                || standing.verified()
                                || standing == Standing.SLIPPED,
                        Refusal.UNDER_WAY),
                when(action.agreed().isEmpty(), Refusal.NO_ACTION),
                when(!action.newEvidence(), Refusal.NO_EVIDENCE));
    }

    private static Optional<Refusal> verified(
            Action action, ReviewEntry.Verified verified, SpeaksFor speaks) {
        return first(
                when(action.standing() != Standing.DONE, Refusal.NOT_DONE),
                beside(action, verified.by(), speaks),
                when(verified.how().isBlank(), Refusal.HOW_SEEN),
                when(action.heldByMeasure(), Refusal.MEASURE_BELOW));
    }

    private static Optional<Refusal> beside(Action action, By by, SpeaksFor speaks) {
        return when(!action.standsBeside(by, speaks), Refusal.BY_ITSELF);
    }

    private static Optional<Refusal> letterRuns(Action action) {
        return first(
                when(action.last(LetterSent.class).isEmpty(), Refusal.NO_LETTER),
                when(!action.letterRuns(), Refusal.LETTER_ANSWERED));
    }

    private static Optional<Refusal> measured(Action action, ReviewEntry.Measured measured) {
        return first(
                when(action.bound().isEmpty(), Refusal.NO_MEASURE),
                when(!measured.month().isBefore(month(measured.at())), Refusal.MONTH_RUNS),
                when(
                        action.measured().stream()
                                .anyMatch(m -> m.month().equals(measured.month())),
                        Refusal.MEASURED_BEFORE));
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(London.day(at));
    }

    private static Optional<Refusal> when(boolean wrong, Refusal refusal) {
        return wrong ? Optional.of(refusal) : MAY;
    }

    @SafeVarargs
    private static Optional<Refusal> first(Optional<Refusal>... refusals) {
        for (Optional<Refusal> refusal : refusals) {
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return MAY;
    }
}
