package sightline.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.casework.Question.Ask;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Answer;
import sightline.core.facts.CareBody.AnswerState;
import sightline.core.facts.CareBody.Asking;
import sightline.core.facts.CareBody.Assessment.AssessmentStage;
import sightline.core.facts.CareBody.QuestionTopic;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonRole;
import sightline.core.facts.References;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.Standing;
import sightline.core.facts.Times;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Provision;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random sequences of answers, changes of the pack, joins and separations, births, people who come
 * and leave: none reaches "complete" with a question not asked, and no accepted answer is lost.
 * What counts is known here because it was made so, not by asking the code under test.
 */
@Tag("ci")
final class AssessmentSequencesTest {
    private static final int STEPS = 60;
    private static final int TWIN_STEPS = 10;
    private static final int RECORDS = 5;
    private static final AgencyId COUNCIL = new AgencyId("westmarsh-council");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    void noPathIsCompleteWithAQuestionNotAskedAndNoAcceptedAnswerIsLost() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int complete = 0;
        for (int i = 0; i < TestSize.chosen().of(300, 2_000, 10_000); i++) {
            complete += new Life(random).live() ? 1 : 0;
        }
        assertThat(complete).as("sequences that were complete at some moment").isPositive();
    }

    /** What was told, with whether it was made to count. */
    private record Told(
            String question,
            Optional<Integer> record,
            boolean counts,
            String version,
            String words) {}

    private static final class Life {
        private final Random random;
        private final List<Entry<CareBody.Assessment>> facts = new ArrayList<>();
        private final List<Told> told = new ArrayList<>();
        private int[] who = IntStream.range(0, RECORDS).toArray();
        private Set<Integer> here = new HashSet<>(Set.of(0, 1));
        private final Map<String, Question> questions = new HashMap<>();
        private int version = 1;
        private int words;

        private Life(Random random) {
            this.random = random;
            add("home", QuestionTopic.HOUSEHOLD, Ask.PARENTS, Optional.empty());
            add("fear", QuestionTopic.ABUSE, Ask.PARENTS, Optional.empty());
            add("child", QuestionTopic.OTHER, Ask.CHILD, Optional.empty());
        }

        private boolean live() {
            boolean complete = false;
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(14)) {
                    case 0 -> changePack();
                    case 1 -> who[random.nextInt(RECORDS)] = random.nextInt(RECORDS);
                    case 2 -> who = IntStream.range(0, RECORDS).toArray();
                    case 3 -> here.add(random.nextInt(RECORDS));
                    case 4 -> leave();
                    case 5 -> tell(AssessmentStage.SIGNED_OFF, List.of());
                    case 6 -> born();
                    default -> answer();
                }
                complete = check() || complete;
            }
            return complete;
        }

        private String version(int number) {
            return "2026-01-%02d".formatted(number);
        }

        private void add(String id, QuestionTopic topic, Ask ask, Optional<String> changed) {
            questions.put(
                    id,
                    new Question(
                            id,
                            id + "?",
                            "",
                            Question.Kind.WORDS,
                            ask,
                            topic,
                            List.of(),
                            Optional.empty(),
                            new Provision("Us", "INF"),
                            Period.always(),
                            changed));
        }

        private void changePack() {
            if (version == 25) {
                return;
            }
            version++;
            switch (random.nextInt(4)) {
                case 0 -> add("new-" + version, QuestionTopic.OTHER, Ask.CHILD, Optional.empty());
                case 1 ->
                        add(
                                "home",
                                QuestionTopic.HOUSEHOLD,
                                Ask.PARENTS,
                                Optional.of(version(version)));
                case 2 -> questions.keySet().removeIf(q -> q.startsWith("new-"));
                default -> {}
            }
        }

        private void leave() {
            if (here.size() > 1) {
                here.remove(here.iterator().next());
            }
        }

        /** Of twins each has all that was told, and goes on by itself. */
        private void born() {
            Life twin = new Life(random);
            twin.facts.addAll(facts);
            twin.told.addAll(told);
            twin.questions.putAll(questions);
            twin.questions.keySet().retainAll(questions.keySet());
            twin.version = version;
            twin.words = words;
            twin.who = who.clone();
            twin.here = new HashSet<>(here);
            for (int step = 0; step < TWIN_STEPS; step++) {
                twin.answer();
                twin.check();
            }
        }

        private void answer() {
            Question question =
                    questions.values().stream()
                            .sorted(java.util.Comparator.comparing(Question::id))
                            .toList()
                            .get(random.nextInt(questions.size()));
            boolean ofPerson = question.ask() == Ask.PARENTS;
            Optional<Integer> record =
                    ofPerson ? Optional.of(random.nextInt(RECORDS)) : Optional.empty();
            boolean abuse = question.topic() == QuestionTopic.ABUSE;
            String said = "w" + ++words;
            List<MessageRef> seen =
                    facts.stream()
                            .filter(_ -> random.nextInt(3) == 0)
                            .map(e -> e.fact().id().message())
                            .toList();
            int how = random.nextInt(10);
            boolean counts =
                    switch (how) {
                        case 0, 1 -> false;
                        case 2, 3 -> !abuse;
                        default -> true;
                    };
            Optional<Text> none = Optional.empty();
            Optional<Text> text = Optional.of(new Text(said));
            Asking asking =
                    new Asking(
                            record.map(Life::record),
                            none,
                            Optional.empty(),
                            how == 3 ? Optional.empty() : Optional.of(how != 2),
                            Optional.empty(),
                            none,
                            none,
                            Optional.of(version(version)),
                            how == 5 || how == 6 ? Optional.of(new Text("Ann")) : none,
                            seen);
            Answer answer =
                    new Answer(
                            question.id(),
                            question.topic(),
                            switch (how) {
                                case 0 -> AnswerState.NOT_YET_ASKED;
                                case 1, 5 -> AnswerState.NOT_SAFE_TO_ASK;
                                case 4 -> AnswerState.DECLINED;
                                case 6 -> AnswerState.DOES_NOT_APPLY;
                                case 7 -> AnswerState.NOT_KNOWN;
                                default -> AnswerState.KNOWN;
                            },
                            text,
                            Optional.empty(),
                            how == 2 ? Optional.of(PersonRole.PARTNER) : Optional.empty(),
                            Optional.empty(),
                            how == 5 || how == 6 ? Optional.of(DAY) : Optional.empty(),
                            Optional.of(asking));
            told.add(new Told(question.id(), record, counts, version(version), said));
            tell(AssessmentStage.SAVED, List.of(answer));
        }

        private static SourceRecord record(int number) {
            return new SourceRecord(COUNCIL, "r" + number);
        }

        private void tell(AssessmentStage stage, List<Answer> answers) {
            int position = facts.size() + 1;
            CareBody.Assessment body = new CareBody.Assessment("short", answers, stage);
            Instant at = Instant.parse("2026-03-02T09:00:00Z").plusSeconds(position);
            Fact fact =
                    new Fact(
                            new FactId(new MessageRef(COUNCIL, new MessageId("m" + position)), 0),
                            position,
                            List.of(),
                            body,
                            new Times(new When.At(at), at, at),
                            Optional.empty(),
                            Sensitivity.EVENT,
                            new References(List.of(), List.of(), Optional.empty()));
            facts.add(new Entry<>(fact, body, Standing.STANDS, Certainty.CONFIRMED));
        }

        private boolean check() {
            QuestionSet set =
                    new QuestionSet(
                            "short",
                            "Short",
                            version(version),
                            new Provision("Us", "INF"),
                            Set.of(),
                            Optional.empty(),
                            Period.always(),
                            List.copyOf(questions.values()));
            Set<Integer> people = here.stream().map(r -> who[r]).collect(Collectors.toSet());
            List<ToAsk> asked =
                    people.stream()
                            .map(p ->
                                    new ToAsk(
                                            new PersonId("p" + p),
                                            ToAsk.As.PARENT,
                                            IntStream.range(0, RECORDS)
                                                    .filter(r -> who[r] == p)
                                                    .mapToObj(Life::record)
                                                    .toList()))
                            .toList();
            Assessment assessment =
                    Assessment.of(
                            set,
                            facts,
                            asked,
                            r -> Optional.of(new PersonId("p" + who[r.localId().charAt(1) - '0'])),
                            DAY);
            Set<String> shown = new HashSet<>();
            assessment.others().forEach(g -> shown.add(words(g)));
            assessment.items().forEach(i -> i.all().forEach(g -> shown.add(words(g))));
            for (Told each : told) {
                assertThat(shown).contains(each.words());
            }
            boolean allAsked = true;
            for (Question question : questions.values()) {
                if (question.ask() == Ask.CHILD) {
                    allAsked = allAsked && accepted(question, Optional.empty());
                } else {
                    for (int person : people) {
                        allAsked = allAsked && accepted(question, Optional.of(person));
                    }
                }
            }
            boolean signed =
                    facts.stream().anyMatch(e -> e.body().stage() == AssessmentStage.SIGNED_OFF);
            assertThat(assessment.complete()).isEqualTo(signed && allAsked);
            return assessment.complete();
        }

        private static String words(Given given) {
            return given.answer().answer().orElseThrow().value();
        }

        private boolean accepted(Question question, Optional<Integer> person) {
            return told.stream()
                    .filter(t -> t.counts() && t.question().equals(question.id()))
                    .filter(t -> t.record().map(r -> who[r]).equals(person))
                    .anyMatch(t ->
                            question.changed()
                                    .map(c -> t.version().compareTo(c) >= 0)
                                    .orElse(true));
        }
    }
}
