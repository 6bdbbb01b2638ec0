package sightline.core.screening;

import sightline.core.facts.CareBody.Answer;
import sightline.core.facts.CareBody.Asking;
import sightline.core.facts.CareBody.Assessment;
import sightline.core.facts.CareBody.Assessment.AssessmentStage;
import sightline.core.facts.CareBody.QuestionTopic;
import sightline.core.facts.PersonRole;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Background questions that an assessment or booking left open at sign-off: "not yet asked", or
 * "not known" with nobody named to find out. A question about abuse, the partner or self-harm that
 * was answered by, through or in front of the partner is not asked. A later assessment in which the
 * same question of the same person is answered closes it.
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
        PARTNER_THERE("answered by, through or in front of the partner");

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

    /**
     * A question that was put off, as not safe now or as one that does not apply.
     *
     * @param item stable: which answer of which message put it off, and whether to a day
     * @param until the day on which it is looked at again; none where one that does not apply has
     *     none
     * @param then the assessment that answers it otherwise, once there is one
     */
    public record PutOff(
            String item,
            Entry<Assessment> assessment,
            Answer answer,
            Optional<LocalDate> until,
            Optional<Entry<Assessment>> then) {
        private static final String NAME = "review";
        private static final String UNDATED = "review-undated";
    }

    /** The open questions of every signed assessment about the child. */
    public static List<Open> of(Child child) {
        return in(child).open();
    }

    /** The questions about the child that were put off, from the moment they were saved. */
    public static List<PutOff> putOff(Child child) {
        return in(child).putOff();
    }

    private static Read in(Child child) {
        return new Read(child.situation().around(), child.entries(Assessment.class));
    }

    private record Read(Neighbourhood around, List<Entry<Assessment>> all) {
        List<Open> open() {
            List<Open> open = new ArrayList<>();
            for (Entry<Assessment> assessment : all) {
                if (assessment.body().stage() != AssessmentStage.SIGNED_OFF) {
                    continue;
                }
                for (Answer answer : assessment.body().answers()) {
                    why(answer)
                            .filter(_ -> !answeredLater(assessment, answer))
                            .ifPresent(w -> open.add(new Open(assessment, answer, w)));
                }
            }
            return List.copyOf(open);
        }

        List<PutOff> putOff() {
            List<PutOff> found = new ArrayList<>();
            for (Entry<Assessment> assessment : all) {
                List<Answer> answers = assessment.body().answers();
                for (int at = 0; at < answers.size(); at++) {
                    Answer answer = answers.get(at);
                    if (putsOff(answer)
                            && found.stream().noneMatch(p -> repeats(p, assessment, answer))) {
                        String item =
                                "%s:%s:%d"
                                        .formatted(
                                                answer.review().isPresent()
                                                        ? PutOff.NAME
                                                        : PutOff.UNDATED,
                                                Found.id(assessment).text(),
                                                at);
                        found.add(
                                new PutOff(
                                        item,
                                        assessment,
                                        answer,
                                        answer.review(),
                                        otherwise(assessment, answer)));
                    }
                }
            }
            return List.copyOf(found);
        }

        /** A signature says again what was put off, and puts nothing off anew. */
        private boolean repeats(PutOff earlier, Entry<Assessment> assessment, Answer answer) {
            long position = assessment.fact().position();
            return earlier.then().filter(t -> t.fact().position() < position).isEmpty()
                    && same(earlier.answer(), answer)
                    && again(earlier.answer(), answer);
        }

        private Optional<Entry<Assessment>> otherwise(Entry<Assessment> from, Answer answer) {
            return all.stream()
                    .filter(a -> a.fact().position() > from.fact().position())
                    .filter(a ->
                            a.body().answers().stream()
                                    .anyMatch(b ->
                                            same(answer, b)
                                                    && why(b).isEmpty()
                                                    && !again(answer, b)))
                    .findFirst();
        }

        private boolean answeredLater(Entry<Assessment> signed, Answer answer) {
            return all.stream()
                    .filter(a -> Order.follows(a, signed))
                    .flatMap(a -> a.body().answers().stream())
                    .anyMatch(a -> same(answer, a) && why(a).isEmpty());
        }

        /** One question of one person; what names nobody answers only what names nobody. */
        private boolean same(Answer one, Answer other) {
            return one.question().equals(other.question()) && whose(one).equals(whose(other));
        }

        /** Whoever it is of, whichever record names them. */
        private Optional<Object> whose(Answer answer) {
            Optional<SourceRecord> record = answer.asking().flatMap(Asking::person);
            return record.map(r -> around.whose(r).<Object>map(Individual::id).orElse(r));
        }
    }

    private static boolean putsOff(Answer answer) {
        return switch (answer.state()) {
            case NOT_SAFE_TO_ASK -> answer.review().isPresent() && why(answer).isEmpty();
            case DOES_NOT_APPLY -> true;
            case KNOWN, DECLINED, NOT_KNOWN, NOT_YET_ASKED -> false;
        };
    }

    private static boolean again(Answer one, Answer other) {
        return one.state() == other.state() && one.review().equals(other.review());
    }

    private static Optional<Why> why(Answer answer) {
        return switch (answer.state()) {
            case NOT_YET_ASKED -> Optional.of(Why.NOT_ASKED);
            case NOT_KNOWN ->
                    answer.askedNext().isEmpty()
                            ? Optional.of(Why.NOBODY_FINDS_OUT)
                            : Optional.empty();
            case KNOWN, DECLINED ->
                    partnerThere(answer) ? Optional.of(Why.PARTNER_THERE) : Optional.empty();
            case NOT_SAFE_TO_ASK ->
                    answer.review().isEmpty() || answer.answer().isEmpty()
                            ? Optional.of(Why.NOT_ASKED)
                            : Optional.empty();
            case DOES_NOT_APPLY -> Optional.empty();
        };
    }

    private static boolean partnerThere(Answer answer) {
        return ALONE.contains(answer.topic())
                && (answer.answeredBy().filter(PARTNERS::contains).isPresent()
                        || answer.inPresenceOf().filter(PARTNERS::contains).isPresent()
                        || answer.asking()
                                .flatMap(Asking::through)
                                .filter(PARTNERS::contains)
                                .isPresent());
    }
}
