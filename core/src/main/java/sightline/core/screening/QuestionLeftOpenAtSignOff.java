package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Assessment;
import sightline.core.household.Entry;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Words;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * AL-12: background questions left open when an assessment or a booking was signed off, and those
 * that were put off to a day. It is shown to whoever wrote; the duties to ask at the next contact
 * and to look again on the day do the rest.
 */
public final class QuestionLeftOpenAtSignOff extends ChildRule {
    static final RuleId ID = new RuleId("AL-12");
    private static final RuleCard CARD =
            new RuleCard(
                    "Background questions left open at sign-off",
                    "Southampton 2013: booking and antenatal questions on both parents were left"
                            + " unanswered, which the review calls unprofessional and potentially"
                            + " dangerous.",
                    Set.of(CareBody.Assessment.class),
                    "The safeguarding lead of the service that signed; nobody else. The duty is to"
                            + " ask at the next contact, at most 10 working days on; for a"
                            + " question put off, to look at it again on its day; for one that does"
                            + " not apply and has no day, a manager’s by a day of the area’s.",
                    "Which questions are open; no answer moves anywhere.",
                    "A question \"not yet asked\", or \"not known\" with nobody named to find out,"
                            + " at sign-off; one on abuse, the partner or self-harm that was"
                            + " answered by, through or in front of the partner. Shown only: one"
                            + " put off as not safe now, or as one that does not apply.",
                    "An open question reads like an answer \"no\" once the form is signed.",
                    List.of(
                            "\"Declined\" is an answer and never a concern.",
                            "\"Not safe to ask now\" with its reason and review date.",
                            "An assessment that is saved and not signed.",
                            "Answered of the same person in a later assessment."),
                    "INF");

    public QuestionLeftOpenAtSignOff() {
        super(ID, CARD, 3);
    }

    @Override
    Evaluation evaluate(Child child) {
        Map<FactId, List<UnansweredQuestions.Open>> open =
                UnansweredQuestions.of(child).stream()
                        .collect(Collectors.groupingBy(o -> Found.id(o.assessment())));
        return Evaluation.found(
                Stream.concat(
                                open.values().stream().map(questions -> shown(child, questions)),
                                UnansweredQuestions.putOff(child).stream()
                                        .map(putOff -> shown(child, putOff)))
                        .sorted(Comparator.comparing(Finding::since).thenComparing(Finding::matter))
                        .toList());
    }

    private Finding shown(Child child, List<UnansweredQuestions.Open> open) {
        Entry<Assessment> assessment = open.getFirst().assessment();
        String id = Found.id(assessment).text();
        Found found = Found.of(this, child, id, "open-questions:" + id);
        found.entry(assessment, "Signed off as complete");
        open.forEach(o ->
                found.follows(
                        "Open: " + Found.words(o.answer().topic()) + ", " + o.why().words(),
                        assessment.received(),
                        Found.id(assessment)));
        return found.shownOnly()
                .tell(Told.leadOf(assessment))
                .notShown("What the answers would have been.")
                .finding(
                        assessment.received(),
                        "Background questions left open at sign-off: " + open.size(),
                        Told.ofOwner());
    }

    /** It stays shown once it is answered, so that its duty is met and not forgotten. */
    private Finding shown(Child child, UnansweredQuestions.PutOff putOff) {
        Entry<Assessment> assessment = putOff.assessment();
        Found found = Found.of(this, child, Found.id(assessment).text(), putOff.item());
        found.entry(
                assessment,
                "Put off: %s, %s, %s"
                        .formatted(
                                Found.words(putOff.answer().topic()),
                                Found.words(putOff.answer().state()),
                                putOff.until()
                                        .map(d -> "until " + Words.day(d))
                                        .orElse("without a day")));
        return found.shownOnly()
                .tell(Told.leadOf(assessment))
                .notShown("What the answer would have been.")
                .finding(
                        assessment.received(),
                        putOff.then().isPresent()
                                ? "A question that was put off was taken up since"
                                : putOff.until()
                                        .map(d ->
                                                "A question was put off: look at it again by "
                                                        + Words.day(d))
                                        .orElse(
                                                "A question was said not to apply, without a day:"
                                                        + " a manager looks at it again"),
                        Told.ofOwner());
    }
}
