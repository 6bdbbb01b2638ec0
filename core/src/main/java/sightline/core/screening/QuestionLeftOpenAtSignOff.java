package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Assessment;
import sightline.core.household.Entry;
import sightline.core.kernel.FactId;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * AL-12: background questions left open when an assessment or a booking was signed off. It is shown
 * to whoever signed; the duty to ask at the next contact does the rest.
 */
public final class QuestionLeftOpenAtSignOff implements Rule {
    static final RuleId ID = new RuleId("AL-12");
    private static final RuleCard CARD =
            new RuleCard(
                    "Background questions left open at sign-off",
                    "Southampton 2013: booking and antenatal questions on both parents were left"
                            + " unanswered, which the review calls unprofessional and potentially"
                            + " dangerous.",
                    Set.of(CareBody.Assessment.class),
                    "The safeguarding lead of the service that signed; nobody else. The duty is to"
                            + " ask at the next contact, at most 10 working days on.",
                    "Which questions are open; no answer moves anywhere.",
                    "A question \"not yet asked\", or \"not known\" with nobody named to find out,"
                            + " at sign-off; one on abuse, the partner or self-harm that was"
                            + " answered by or in front of the partner.",
                    "An open question reads like an answer \"no\" once the form is signed.",
                    List.of(
                            "\"Declined\" is an answer and never a concern.",
                            "\"Not safe to ask now\" with its reason and review date.",
                            "An assessment that is saved and not signed.",
                            "Answered in a later assessment."),
                    "INF");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        return Child.in(situation).map(this::evaluate).orElse(Evaluation.NOTHING);
    }

    private Evaluation evaluate(Child child) {
        Map<FactId, List<UnansweredQuestions.Open>> open =
                UnansweredQuestions.of(child).stream()
                        .collect(Collectors.groupingBy(o -> Found.id(o.assessment())));
        return Evaluation.found(
                open.values().stream()
                        .map(questions -> shown(child, questions))
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
}
