package sightline.core.casework;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Answer;
import sightline.core.facts.CareBody.AnswerState;
import sightline.core.facts.CareBody.Asking;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonRole;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** One answer as it was given, in one fact. */
public record Given(Fact fact, Answer answer) {
    private static final Set<PersonRole> PARTNERS =
            EnumSet.of(
                    PersonRole.PARTNER,
                    PersonRole.EX_PARTNER,
                    PersonRole.FATHER,
                    PersonRole.STEP_PARENT);

    /** Why an answer does not count. */
    public enum Lacks {
        ASKED("not yet asked"),
        WORDS("“known” without an answer"),
        PARTNER_AWAY("answered by, through or in front of the partner: not asked"),
        WHO_WAS_THERE("nothing says who was there, which this question needs"),
        REASON("no reason"),
        MANAGER("no manager who decided it"),
        REVIEW("no day on which it is looked at again"),
        NEW_QUESTION("the question has changed since");

        private final String words;

        Lacks(String words) {
            this.words = words;
        }

        /** As a sentence says it. */
        public String words() {
            return words;
        }
    }

    /** How it was asked; nothing is said of it where its sender said nothing. */
    public Asking asking() {
        return answer.asking().orElse(Asking.NOTHING_SAID);
    }

    /** Whether a later answer says that its writer saw this one and replaces it. */
    boolean replacedBy(Given later) {
        return later.fact.position() > fact.position()
                && later.asking().instead().contains(fact.id().message());
    }

    /** What it lacks to count as an answer to the question; empty where it counts. */
    public Optional<Lacks> lacks(Question question) {
        if (!question.answeredUnder(asking().version())) {
            return Optional.of(Lacks.NEW_QUESTION);
        }
        return switch (answer.state()) {
            case NOT_YET_ASKED -> Optional.of(Lacks.ASKED);
            case KNOWN -> blank() ? Optional.of(Lacks.WORDS) : unsafe(question);
            case DECLINED -> unsafe(question);
            case NOT_KNOWN -> unsafe(question);
            case NOT_SAFE_TO_ASK ->
                    blank()
                            ? Optional.of(Lacks.REASON)
                            : undecided()
                                    .or(() ->
                                            answer.review().isEmpty()
                                                    ? Optional.of(Lacks.REVIEW)
                                                    : Optional.empty());
            case DOES_NOT_APPLY -> undecided();
        };
    }

    private boolean blank() {
        return answer.answer().filter(t -> !t.isBlank()).isEmpty();
    }

    private Optional<Lacks> undecided() {
        return asking().decidedBy().filter(t -> !t.isBlank()).isEmpty()
                ? Optional.of(Lacks.MANAGER)
                : Optional.empty();
    }

    private Optional<Lacks> unsafe(Question question) {
        if (!question.alone() || question.ask() == Question.Ask.CHILD) {
            return Optional.empty();
        }
        if (partner(answer.answeredBy())
                || partner(answer.inPresenceOf())
                || partner(asking().through())) {
            return Optional.of(Lacks.PARTNER_AWAY);
        }
        boolean recorded = asking().source().filter(t -> !t.isBlank()).isPresent();
        boolean said =
                asking().alone().orElse(false)
                        || answer.inPresenceOf().isPresent()
                        || (recorded && answer.state() == CareBody.AnswerState.KNOWN);
        return said ? Optional.empty() : Optional.of(Lacks.WHO_WAS_THERE);
    }

    private static boolean partner(Optional<PersonRole> role) {
        return role.filter(PARTNERS::contains).isPresent();
    }

    /** Whether both say the same. */
    boolean saysAs(Given other) {
        return answer.state() == other.answer.state()
                && answer.answer().equals(other.answer.answer());
    }

    /** Whether it leaves something to do after a signature. */
    public boolean leavesWork() {
        return switch (answer.state()) {
            case NOT_SAFE_TO_ASK, DOES_NOT_APPLY -> true;
            case NOT_KNOWN -> answer.askedNext().isEmpty();
            case KNOWN, DECLINED, NOT_YET_ASKED -> false;
        };
    }

    /** Whether it is an answer of that state. */
    public boolean is(AnswerState state) {
        return answer.state() == state;
    }
}
