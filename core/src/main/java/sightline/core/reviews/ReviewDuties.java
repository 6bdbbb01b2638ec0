package sightline.core.reviews;

import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.ReviewEntry.Chased;
import sightline.core.reviews.ReviewEntry.FamilyPart;
import sightline.core.reviews.ReviewEntry.LetterSent;
import sightline.core.reviews.ReviewEntry.Notified;
import sightline.core.reviews.ReviewEntry.Opened;
import sightline.core.reviews.ReviewEntry.PublicationDecided;
import sightline.core.reviews.ReviewEntry.RapidReviewed;
import sightline.core.reviews.ReviewEntry.Reach;
import sightline.core.reviews.ReviewTemplate.Clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a review still owes, and who. */
final class ReviewDuties {
    private final Review review;
    private final ReviewTemplate template;
    private final AgencyId lead;
    private final List<ReviewDuty> owed = new ArrayList<>();

    private ReviewDuties(Review review, Opened opened, ReviewTemplate template) {
        this.review = review;
        this.template = template;
        this.lead = opened.by().agency();
    }

    static List<ReviewDuty> of(Review review) {
        Optional<Opened> opened = review.opened();
        Optional<ReviewTemplate> template = review.template();
        if (opened.isEmpty() || template.isEmpty()) {
            return List.of();
        }
        var duties = new ReviewDuties(review, opened.get(), template.get());
        if (!review.partial()) {
            duties.ofCommission(opened.get().known());
            duties.ofReport();
            review.holds().forEach(duties::ofHold);
            review.undecided().forEach(duties::ofPublished);
            review.takenDown().ifPresent(duties::ofTakenDown);
        }
        duties.ofOwnReports();
        review.actions().forEach(duties::ofAction);
        return duties.owed.stream()
                .sorted(Comparator.comparing(ReviewDuty::due).thenComparing(ReviewDuty::key))
                .toList();
    }

    private void ofCommission(LocalDate known) {
        if (review.last(Notified.class).isEmpty()) {
            lead(ReviewTemplate.NOTIFY, "Tell the national body", known);
        }
        if (review.last(RapidReviewed.class).isEmpty()) {
            lead(ReviewTemplate.RAPID_REVIEW, "Finish the rapid review", known);
        }
        if (review.commissioned().isEmpty() && review.notReviewed().isEmpty()) {
            lead(ReviewTemplate.DECIDE, "Decide whether there is a review, and why", known);
        }
    }

    private void ofReport() {
        int version = review.version();
        review.commissioned()
                .filter(_ -> review.finished(version).isEmpty())
                .ifPresent(c -> lead(ReviewTemplate.REPORT, "Finish the report", begun(c.on())));
        review.commissioned()
                .filter(_ -> review.last(FamilyPart.class).isEmpty())
                .ifPresent(c ->
                        lead(
                                ReviewTemplate.FAMILY,
                                "Tell the family of the review, and ask how they take part",
                                c.on()));
        redo(version);
    }

    private void ofOwnReports() {
        review.reportsOwed()
                .forEach(asked ->
                        owed.add(
                                new ReviewDuty(
                                        "report-of/" + asked.of(),
                                        new ReviewDuty.Of.Report(asked.of()),
                                        "Hand in your own report",
                                        asked.of(),
                                        Role.AREA_LEAD,
                                        London.day(asked.at()),
                                        asked.due(),
                                        "Asked for by the review")));
    }

    /**
     * No process holds publication for ever because nobody looked: its number is all that is said.
     */
    private void ofHold(Review.Hold hold) {
        beside(
                ReviewTemplate.HOLD,
                hold,
                hold.looked(),
                "Look again whether process %d beside the review still holds publication");
    }

    /** Nothing stays published beside a process because nobody decided it. */
    private void ofPublished(Review.Hold hold) {
        beside(
                ReviewTemplate.PUBLISHED,
                hold,
                hold.began().at(),
                "Decide whether the published review stays up while process %d beside it runs");
    }

    /** The lead owes something because a process runs beside the review. */
    private void beside(String clock, Review.Hold hold, Instant from, String what) {
        LocalDate since = London.day(from);
        template.clock(clock)
                .ifPresent(c ->
                        owed.add(
                                new ReviewDuty(
                                        clock + "/" + hold.number(),
                                        new ReviewDuty.Of.Whole(),
                                        what.formatted(hold.number()),
                                        lead,
                                        ReviewDuty.REVIEW_LEAD,
                                        since,
                                        c.due(since),
                                        c.why())));
    }

    /** Nothing that was to be down for a time stays so because nobody looked. */
    private void ofTakenDown(PublicationDecided decided) {
        decided.again()
                .ifPresent(day ->
                        owed.add(
                                new ReviewDuty(
                                        "taken-down",
                                        new ReviewDuty.Of.Whole(),
                                        "Decide whether the review that was taken down goes up again",
                                        lead,
                                        ReviewDuty.REVIEW_LEAD,
                                        London.day(decided.at()),
                                        day,
                                        "The day that was set when it was taken down")));
    }

    private void redo(int version) {
        if (review.inadequate(version)) {
            review.grades(version).stream()
                    .filter(g -> g.grade() == ReviewEntry.Grade.INADEQUATE)
                    .findFirst()
                    .ifPresent(g ->
                            lead(
                                    ReviewTemplate.REDO,
                                    "Do the review again: it was graded inadequate",
                                    London.day(g.at())));
        }
    }

    private LocalDate begun(LocalDate commissioned) {
        return review.last(ReviewEntry.VersionBegun.class)
                .map(ReviewEntry.VersionBegun::on)
                .orElse(commissioned);
    }

    private void ofAction(Action action) {
        if (action.made().reach() == Reach.NATIONAL) {
            ofLetter(action);
            return;
        }
        LocalDate since = London.day(action.since());
        switch (action.standing()) {
            case NO_ANSWER ->
                    template.clock(ReviewTemplate.ANSWER)
                            .ifPresent(c -> add(action, "answer", "Answer", since, c));
            case NOT_ACCEPTED, VERIFIED, EFFECTIVE -> {}
            case SLIPPED, REOPENED ->
                    template.clock(ReviewTemplate.PLAN)
                            .ifPresent(c ->
                                    add(
                                            action,
                                            "plan",
                                            "Say what will be done, and show it, about",
                                            since,
                                            c));
            case ACCEPTED, STARTED, EVIDENCED, DONE -> {
                if (action.agreed().isEmpty()) {
                    template.clock(ReviewTemplate.PLAN)
                            .ifPresent(c -> add(action, "owner", "Agree an action for", since, c));
                }
                action.agreed()
                        .ifPresent(a ->
                                owed.add(
                                        new ReviewDuty(
                                                key(action, "due"),
                                                part(action),
                                                action.standing() == Standing.DONE
                                                        ? named("Have verified", action)
                                                        : named(
                                                                "Do, show and have verified",
                                                                action),
                                                action.organisation(),
                                                a.owner(),
                                                London.day(a.at()),
                                                a.due(),
                                                "The date that was agreed")));
            }
        }
    }

    private void ofLetter(Action action) {
        Optional<LetterSent> sent = action.last(LetterSent.class);
        if (sent.isEmpty()) {
            template.clock(ReviewTemplate.LETTER)
                    .ifPresent(c ->
                            owed.add(
                                    new ReviewDuty(
                                            key(action, "letter"),
                                            part(action),
                                            named("Send the letter on", action),
                                            lead,
                                            ReviewDuty.REVIEW_LEAD,
                                            London.day(action.made().at()),
                                            c.due(London.day(action.made().at())),
                                            c.why())));
            return;
        }
        if (action.letterRuns()) {
            LocalDate by =
                    action.last(Chased.class)
                            .filter(c -> !c.at().isBefore(sent.get().at()))
                            .map(Chased::answerBy)
                            .orElse(sent.get().answerBy());
            owed.add(
                    new ReviewDuty(
                            key(action, "chase"),
                            part(action),
                            named("Get an answer, or chase it, to the letter on", action),
                            lead,
                            ReviewDuty.REVIEW_LEAD,
                            sent.get().on(),
                            by,
                            "The day by which the letter asks for an answer"));
        }
    }

    private void add(Action action, String what, String words, LocalDate from, Clock clock) {
        Role owner = action.agreed().map(ReviewEntry.ActionAgreed::owner).orElse(Role.AREA_LEAD);
        owed.add(
                new ReviewDuty(
                        key(action, what),
                        part(action),
                        named(words, action),
                        action.organisation(),
                        owner,
                        from,
                        clock.due(from),
                        clock.why()));
    }

    private void lead(String clock, String words, LocalDate from) {
        template.clock(clock)
                .ifPresent(c ->
                        owed.add(
                                new ReviewDuty(
                                        clock,
                                        new ReviewDuty.Of.Whole(),
                                        words,
                                        lead,
                                        ReviewDuty.REVIEW_LEAD,
                                        from,
                                        c.due(from),
                                        c.why())));
    }

    private static ReviewDuty.Of part(Action action) {
        return new ReviewDuty.Of.Part(action.made().number(), action.organisation());
    }

    private static String named(String words, Action action) {
        return words + " recommendation " + action.made().number();
    }

    private static String key(Action action, String what) {
        return what + "/" + action.made().number() + "/" + action.organisation();
    }
}
