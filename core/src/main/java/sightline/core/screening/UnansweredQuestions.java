package sightline.core.screening;

import sightline.core.facts.CareBody.Answer;
import sightline.core.facts.CareBody.AnswerState;
import sightline.core.facts.CareBody.Assessment;
import sightline.core.facts.CareBody.Assessment.AssessmentStage;
import sightline.core.facts.CareBody.QuestionTopic;
import sightline.core.facts.PersonRole;
import sightline.core.household.Entry;
import sightline.core.household.Individual;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Background questions that an assessment or booking left open at sign-off: "not yet asked", or
 * "not known" with nobody named to find out. A question about abuse, the partner or self-harm that
 * was answered by, or in front of, the partner is not asked. A later assessment with the same
 * question answered closes it.
 */
public final class UnansweredQuestions {
    private static final Set<QuestionTopic> ALONE =
            EnumSet.of(QuestionTopic.ABUSE, QuestionTopic.PARTNER, QuestionTopic.SELF_HARM);
    private static final Set<PersonRole> PARTNERS =
            EnumSet.of(
                    PersonRole.PARTNER,
                    PersonRole.EX_PARTNER,
                    PersonRole.FATHER,
                    PersonRole.STEP_PARENT);

    /** Why a question is open. */
    public enum Why {
        NOT_ASKED("not yet asked"),
        NOBODY_FINDS_OUT("not known, and nobody is named to find out"),
        PARTNER_THERE("answered by or in front of the partner");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** As a sentence says it. */
        public String words() {
            return words;
        }
    }

    /** One open question of a signed assessment. */
    public record Open(Entry<Assessment> assessment, Answer answer, Why why) {}

    private UnansweredQuestions() {}

    /** The open questions of every signed assessment that mentions the person. */
    public static List<Open> of(Individual person) {
        return openIn(person.entries(Assessment.class));
    }

    /** The open questions of every signed assessment about the child. */
    public static List<Open> of(Child child) {
        return openIn(child.entries(Assessment.class));
    }

    private static List<Open> openIn(List<Entry<Assessment>> assessments) {
        List<Open> open = new ArrayList<>();
        for (Entry<Assessment> assessment : assessments) {
            if (assessment.body().stage() != AssessmentStage.SIGNED_OFF) {
                continue;
            }
            for (Answer answer : assessment.body().answers()) {
                why(answer).stream()
                        .filter(_ -> !answeredLater(assessments, assessment, answer.question()))
                        .forEach(w -> open.add(new Open(assessment, answer, w)));
            }
        }
        return List.copyOf(open);
    }

    private static java.util.Optional<Why> why(Answer answer) {
        return switch (answer.state()) {
            case NOT_YET_ASKED -> java.util.Optional.of(Why.NOT_ASKED);
            case NOT_KNOWN ->
                    answer.askedNext().isEmpty()
                            ? java.util.Optional.of(Why.NOBODY_FINDS_OUT)
                            : java.util.Optional.empty();
            case KNOWN, DECLINED ->
                    partnerThere(answer)
                            ? java.util.Optional.of(Why.PARTNER_THERE)
                            : java.util.Optional.empty();
            case NOT_SAFE_TO_ASK ->
                    answer.review().isEmpty() || answer.answer().isEmpty()
                            ? java.util.Optional.of(Why.NOT_ASKED)
                            : java.util.Optional.empty();
            case DOES_NOT_APPLY -> java.util.Optional.empty();
        };
    }

    private static boolean partnerThere(Answer answer) {
        return ALONE.contains(answer.topic())
                && (answer.answeredBy().filter(PARTNERS::contains).isPresent()
                        || answer.inPresenceOf().filter(PARTNERS::contains).isPresent());
    }

    private static boolean answeredLater(
            List<Entry<Assessment>> all, Entry<Assessment> signed, String question) {
        return all.stream()
                .filter(a -> Order.follows(a, signed))
                .flatMap(a -> a.body().answers().stream())
                .filter(a -> a.question().equals(question))
                .anyMatch(a -> a.state() != AnswerState.NOT_YET_ASKED && why(a).isEmpty());
    }
}
