package sightline.core.casework;

import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.InformationAnswer;
import sightline.core.facts.SharedBody.InformationRequest;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is recorded already and may answer a question: shown at it with source and date, to confirm,
 * correct or leave. It never answers by itself.
 *
 * @param facts that may answer it, newest first
 * @param requests that were sent for it, with what came back
 */
public record RecordedAnswers(List<Fact> facts, List<Requested> requests) {
    private static final int MOST = 10;

    /** A request and the answers to it, in the order in which they came. */
    public record Requested(
            Entry<InformationRequest> request, List<Entry<InformationAnswer>> answers) {
        public Requested {
            answers = List.copyOf(answers);
        }
    }

    public RecordedAnswers {
        facts = List.copyOf(facts);
        requests = List.copyOf(requests);
    }

    /** How a request names the question whose answer it asks for. */
    public static String named(QuestionSet set, Question question) {
        return set.id() + "/" + question.id();
    }

    /**
     * What the record holds for one question of one person.
     *
     * @param around what the reader may see
     */
    public static RecordedAnswers of(Neighbourhood around, QuestionSet set, Assessment.Item item) {
        List<Individual> of = new ArrayList<>();
        if (item.of().isPresent()) {
            of.add(around.person(item.of().get().id()));
        } else {
            of.addAll(around.formerSelves());
            of.add(around.subject());
        }
        Question question = item.question();
        List<Fact> facts =
                question.records().stream()
                        .flatMap(kind -> of.stream().flatMap(i -> i.counting(kind).stream()))
                        .distinct()
                        .sorted(Comparator.comparingLong(Fact::position).reversed())
                        .limit(MOST)
                        .toList();
        String name = named(set, question);
        List<Requested> requests =
                of.stream()
                        .flatMap(i ->
                                i.entries(InformationRequest.class).stream()
                                        .filter(r ->
                                                r.body()
                                                        .question()
                                                        .filter(name::equals)
                                                        .isPresent())
                                        .map(r -> new Requested(r, answers(i, r))))
                        .toList();
        return new RecordedAnswers(facts, requests);
    }

    private static List<Entry<InformationAnswer>> answers(
            Individual of, Entry<InformationRequest> request) {
        return of.entries(InformationAnswer.class).stream()
                .filter(a ->
                        a.fact().references().regarding().contains(request.fact().id().message()))
                .toList();
    }
}
