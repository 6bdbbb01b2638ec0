package sightline.web;

import sightline.core.reviews.Refusal;
import sightline.web.view.page.ReviewPage.Act;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms that add to a review: what each is called, where it stands, what is wrong with it. */
final class ReviewActs {
    private static final Map<String, String> OF_REVIEW = ofReview();
    private static final Map<String, String> OF_PART = ofPart();

    private ReviewActs() {}

    /** On which page an act stands. */
    static String tabOf(String act) {
        return switch (act) {
            case "finding" -> ReviewParts.FINDINGS;
            case "graded", "finished", "version" -> ReviewParts.QUALITY;
            default -> ReviewParts.OVERVIEW;
        };
    }

    /** Those of a page of the review. */
    static List<String> of(String tab) {
        return OF_REVIEW.keySet().stream().filter(a -> tabOf(a).equals(tab)).toList();
    }

    private static Map<String, String> ofReview() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("notified", "The national body was told");
        titles.put("rapid", "The rapid review is done");
        titles.put("commissioned", "There will be a review");
        titles.put("not-reviewed", "There will be no review");
        titles.put("terms", "Terms of reference");
        titles.put("panel", "Somebody joins the panel");
        titles.put("author", "Name the author");
        titles.put("ask-report", "Ask an organisation for its report");
        titles.put("report-came", "A report came");
        titles.put("family", "How the family takes part");
        titles.put("process", "A trial, inquest or investigation began");
        titles.put("held", "It goes on, and still holds publication");
        titles.put("process-ended", "It ended");
        titles.put("recommendation", "Recommend something");
        titles.put("finding", "Add a finding");
        titles.put("finished", "The report is finished");
        titles.put("graded", "Grade it");
        titles.put("version", "Begin it again");
        return titles;
    }

    private static Map<String, String> ofPart() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("accepted", "We accept it");
        titles.put("not-accepted", "We do not accept it");
        titles.put("agreed", "Who does what by when");
        titles.put("started", "Work has started");
        titles.put("evidence", "Add evidence");
        titles.put("done", "It is done");
        titles.put("verified", "I looked, and it is done");
        titles.put("effective", "I looked again, and it holds");
        titles.put("slipping", "It slips");
        titles.put("reopened", "Open it again");
        titles.put("bind", "Have it measured each month");
        titles.put("dissent", "Dissent");
        titles.put("letter", "The letter went");
        titles.put("letter-answered", "The letter was answered");
        titles.put("chased", "It was asked again");
        return titles;
    }

    /**
     * A form.
     *
     * @param sent the act that was sent, whose form stays open with what was typed
     * @param of the organisation; empty where it is about the review
     */
    static Act act(String act, String sent, ReviewForms forms, String to, String of) {
        ReviewForms own = act.equals(sent) ? forms : forms.fresh();
        List<Field> fields = new ArrayList<>();
        fields.add(new Field.Hidden("act", act));
        if (!of.isEmpty()) {
            fields.add(new Field.Hidden("organisation", of));
        }
        fields.addAll(own.fields(act));
        String title =
                Optional.ofNullable(OF_REVIEW.get(act))
                        .or(() -> Optional.ofNullable(OF_PART.get(act)))
                        .orElse(act);
        return new Act(
                title,
                new Form(formId(act, of), to, fields, "Keep it", false, ""),
                act.equals(sent));
    }

    private static String formId(String act, String of) {
        return of.isEmpty() ? "do-" + act : "do-" + act + "-" + of;
    }

    /** What is wrong with the form that opens a review. */
    static List<FormError> errors(ReviewForms forms, String act) {
        return wrong(forms.wrong(), forms.openFields(), act + "-it");
    }

    /** Each after the field that it is about: there are several of a kind on a page. */
    private static List<FormError> wrong(
            Map<String, String> wrong, List<Field> fields, String formId) {
        return fields.stream()
                .filter(field -> wrong.containsKey(field.name()))
                .map(field ->
                        new FormError(
                                field.label() + ": " + wrong.get(field.name()),
                                formId + "-" + field.name()))
                .toList();
    }

    /** What is wrong with the form that was sent, and why its entry is refused. */
    static List<FormError> errors(
            ReviewForms forms, String act, Optional<Refusal> refusal, String of) {
        List<FormError> errors =
                new ArrayList<>(wrong(forms.wrong(), forms.fields(act), formId(act, of)));
        refusal.ifPresent(r -> errors.add(new FormError(r.sentence() + " " + r.remedy(), "main")));
        return errors;
    }
}
