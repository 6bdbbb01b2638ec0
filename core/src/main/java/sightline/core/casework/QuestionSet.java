package sightline.core.casework;

import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.Provision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A versioned set of questions.
 *
 * @param id its name in messages and addresses
 * @param version the day of the pack, like 2026-11-26
 * @param nations where it holds; none means everywhere
 * @param area the area whose own it is
 */
public record QuestionSet(
        String id,
        String title,
        String version,
        Provision from,
        Set<Nation> nations,
        Optional<AreaId> area,
        Period inForce,
        List<Question> questions) {
    public QuestionSet {
        nations = Set.copyOf(nations);
        questions = List.copyOf(questions);
    }

    /** The questions in force on a day. */
    public List<Question> on(LocalDate day) {
        return questions.stream().filter(q -> q.inForce().contains(day)).toList();
    }

    /** The kinds of entry that may answer any of its questions. */
    public Set<String> recordedIn() {
        return questions.stream().flatMap(q -> q.records().stream()).collect(Collectors.toSet());
    }

    /** The question of that id, in force or not. */
    public Optional<Question> question(String questionId) {
        return questions.stream().filter(q -> q.id().equals(questionId)).findFirst();
    }
}
