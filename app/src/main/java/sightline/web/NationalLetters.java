package sightline.web;

import sightline.core.kernel.Words;
import sightline.core.reviews.Action;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry.Chased;
import sightline.core.reviews.ReviewEntry.LetterAnswered;
import sightline.core.reviews.ReviewEntry.LetterSent;
import sightline.core.reviews.ReviewEntry.Reach;
import sightline.web.view.page.ReviewPage.Table;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was recommended to national bodies: letter, answer, and what was asked again. */
final class NationalLetters {
    private final Visit visit;
    private final Review review;

    NationalLetters(Visit visit, Review review) {
        this.visit = visit;
        this.review = review;
    }

    /** One line for each body. */
    Table table() {
        return new Table(
                "national",
                "To national bodies",
                "Nothing was recommended to a national body.",
                List.of("Recommendation", "To", "Letter", "Asked again", "Answer"),
                review.actions().stream()
                        .filter(a -> a.made().reach() == Reach.NATIONAL)
                        .map(this::line)
                        .toList());
    }

    private List<String> line(Action action) {
        return List.of(
                action.made().number() + ". " + action.made().text(),
                visit.organisation(action.organisation()),
                action.last(LetterSent.class)
                        .map(l -> "Sent " + Words.day(l.on()))
                        .orElse("Not sent"),
                action.all(Chased.class).isEmpty()
                        ? "No"
                        : action.all(Chased.class).size()
                                + (action.all(Chased.class).size() == 1
                                        ? " time, last "
                                        : " times, last ")
                                + Words.day(action.all(Chased.class).getLast().on()),
                answer(action));
    }

    private String answer(Action action) {
        Optional<LetterSent> sent = action.last(LetterSent.class);
        Optional<LetterAnswered> answered =
                action.last(LetterAnswered.class)
                        .filter(a -> sent.filter(s -> a.at().isBefore(s.at())).isEmpty());
        if (answered.isPresent()) {
            return Words.day(answered.get().on()) + ": " + answered.get().says();
        }
        if (sent.isEmpty()) {
            return "None";
        }
        LocalDate by =
                action.last(Chased.class)
                        .filter(c -> !c.at().isBefore(sent.get().at()))
                        .map(Chased::answerBy)
                        .orElse(sent.get().answerBy());
        return (by.isBefore(review.today()) ? "None; it was due by " : "None yet; due by ")
                + Words.day(by);
    }
}
