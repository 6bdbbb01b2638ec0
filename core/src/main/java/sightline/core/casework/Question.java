package sightline.core.casework;

import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody.QuestionTopic;
import sightline.core.facts.SharedBody.InformationRequest.Asked;
import sightline.core.kernel.Period;
import sightline.core.kernel.Provision;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One question of a set.
 *
 * @param id never used again for another question of the set
 * @param help in plain words, possibly none
 * @param ask of whom it is asked
 * @param records the kinds of recorded facts that may answer it, as on the wire
 * @param request which agency's record would answer it
 * @param changed the version of the set from which on an older answer no longer answers it
 */
public record Question(
        String id,
        String text,
        String help,
        Kind kind,
        Ask ask,
        QuestionTopic topic,
        List<String> records,
        Optional<Request> request,
        Provision from,
        Period inForce,
        Optional<String> changed) {
    private static final Set<QuestionTopic> ALONE =
            EnumSet.of(QuestionTopic.ABUSE, QuestionTopic.PARTNER, QuestionTopic.SELF_HARM);

    /** What kind of answer it has. */
    public enum Kind {
        WORDS,
        YES_NO,
        DAY
    }

    /** Of whom a question is asked. */
    public enum Ask {
        /** Once, of or about the child. */
        CHILD,
        MOTHER,
        /** Each parent, and each partner who lives with the child, directly. */
        PARENTS,
        /** Each who looks after the child without being a parent. */
        CARER,
        /** Once, where fewer than two parents are recorded. */
        MISSING_PARENT
    }

    /**
     * What another agency is asked for.
     *
     * @param of which type of agency
     */
    public record Request(AgencyType of, Asked asked) {}

    public Question {
        records = List.copyOf(records);
    }

    /** Whether an answer by, through or in front of the partner counts as not asked. */
    public boolean alone() {
        return ALONE.contains(topic);
    }

    /** Whether an answer to that version of the set still answers the question. */
    public boolean answeredUnder(Optional<String> version) {
        return changed.map(c -> version.filter(v -> v.compareTo(c) >= 0).isPresent()).orElse(true);
    }
}
