package sightline.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.FATHER;
import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.PARTNER;
import static sightline.core.facts.PersonRole.UNBORN_CHILD;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import sightline.core.casework.Assessment.Item;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Answer;
import sightline.core.facts.CareBody.AnswerState;
import sightline.core.facts.CareBody.Asking;
import sightline.core.facts.CareBody.Assessment.AssessmentStage;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonRole;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

final class AssessmentTest {
    private static final String PACK =
            """
            set: short
            title: Short
            version: "2024-01-01"
            source: Us
            mark: INF
            questions:
              - {id: home, text: Home?, topic: household, records: [pregnancy-booked]}
              - {id: fear, text: Afraid?, topic: abuse}
              - {id: health, text: Health?, topic: other, ask: child}
            """;
    private static final String NOW = "2024-03-01T10:00";

    private final Story story = new Story();
    private final Who mother = story.person("mother", "1990-03-01");
    private final Who father = story.person("father", "1988-03-01");
    private final Who unborn = story.stranger("unborn");
    private QuestionSet set = QuestionSets.read(PACK);

    AssessmentTest() {
        story.at("2024-01-05T09:00")
                .from("maternity")
                .about(mother)
                .with(MOTHER, mother)
                .with(FATHER, father)
                .with(UNBORN_CHILD, unborn)
                .says(
                        new HealthBody.PregnancyBooked(
                                Optional.of(LocalDate.parse("2024-06-20")), 2));
    }

    @Test
    void eachParentIsAskedAndWhoHasNotBeenIsNamed() {
        assertThat(assessment().items())
                .extracting(
                        i -> i.question().id() + "/" + i.of().map(p -> p.as().name()).orElse("-"))
                .containsExactlyInAnyOrder(
                        "home/MOTHER", "home/PARENT", "fear/MOTHER", "fear/PARENT", "health/-");

        says("2024-01-10T09:00", known("home", mother, "Both live there"));
        says("2024-01-10T09:05", alone("fear", mother, "no"));
        says("2024-01-10T09:10", known("health", null, "well"));

        Assessment assessment = assessment();
        assertThat(assessment.missing())
                .allMatch(i -> i.of().orElseThrow().id().equals(father.id()))
                .hasSize(2);
        assertThat(assessment.notAsked()).extracting(ToAsk::id).containsExactly(father.id());
        sign("2024-01-11T09:00");
        assertThat(assessment().complete()).isFalse();

        says("2024-01-12T09:05", alone("fear", father, "no"));
        says("2024-01-12T09:10", known("home", father, "yes"));
        assertThat(assessment().complete()).isTrue();
    }

    @Test
    void whoeverIsNotRecordedLeavesTheQuestionOpen() {
        Who child = story.person("lonely", "2023-01-01");
        Assessment assessment =
                Assessment.of(story.situation(child, NOW).around(), set, Story.day(NOW));

        assertThat(assessment.missing()).hasSize(3);
    }

    @Test
    void aQuestionOfAbuseInFrontOfByOrThroughThePartnerIsNotAsked() {
        says("2024-01-10T09:00", answer("fear", mother, AnswerState.KNOWN, "no", PARTNER, null));
        assertThat(item("fear", mother).missing().orElseThrow()).contains("partner: not asked");

        says("2024-01-10T09:01", answer("fear", mother, AnswerState.KNOWN, "no", null, null));
        assertThat(item("fear", mother).missing().orElseThrow()).contains("who was there");

        says("2024-01-10T09:02", answer("fear", mother, AnswerState.DECLINED, "", null, true));
        assertThat(item("fear", mother).answered()).isTrue();

        says("2024-01-10T09:03", answer("home", mother, AnswerState.KNOWN, "x", PARTNER, null));
        assertThat(item("home", mother).answered()).isTrue();
    }

    @Test
    void notSafeAndDoesNotApplyTakeAManagerAndADayAndAreLeftToDo() {
        says("2024-01-10T09:00", not("fear", AnswerState.NOT_SAFE_TO_ASK, "he is there", "", ""));
        assertThat(item("fear", mother).missing()).contains(Given.Lacks.MANAGER.words());

        says(
                "2024-01-11T09:00",
                not("fear", AnswerState.NOT_SAFE_TO_ASK, "he is there", "Ann", ""));
        assertThat(item("fear", mother).missing()).contains(Given.Lacks.REVIEW.words());

        says("2024-01-12T09:00", not("fear", AnswerState.NOT_SAFE_TO_ASK, "", "Ann", "2024-02-01"));
        assertThat(item("fear", mother).missing()).contains(Given.Lacks.REASON.words());

        says(
                "2024-01-13T09:00",
                not("fear", AnswerState.NOT_SAFE_TO_ASK, "is", "Ann", "2024-02-01"));
        assertThat(item("fear", mother).answered()).isTrue();
        assertThat(assessment().leftToDo()).hasSize(1);
    }

    @Test
    void twoAnswersWrittenSideBySideAreTwoUntilSomebodyWhoSawBothReplacesThem() {
        Fact first = says("2024-01-10T09:00", known("home", mother, "alone"));
        Fact second = says("2024-01-10T09:01", known("home", mother, "with Lee"));

        assertThat(item("home", mother).standing()).hasSize(2);
        assertThat(item("home", mother).clash()).isTrue();

        says("2024-01-11T09:00", replacing(known("home", mother, "with Lee"), first, second));
        assertThat(item("home", mother).standing()).hasSize(1);
        assertThat(item("home", mother).clash()).isFalse();
        assertThat(item("home", mother).all()).hasSize(3);
    }

    @Test
    void whatDoesNotCountReplacesNothingThatDoes() {
        Fact good = says("2024-01-10T09:00", alone("fear", mother, "yes, of Lee"));
        says(
                "2024-01-11T09:00",
                replacing(answer("fear", mother, AnswerState.KNOWN, "no", PARTNER, null), good));
        says(
                "2024-01-12T09:00",
                replacing(answer("fear", mother, AnswerState.NOT_YET_ASKED, "", null, null), good));

        assertThat(item("fear", mother).answered()).isTrue();
        assertThat(item("fear", mother).standing())
                .extracting(g -> g.answer().answer().map(Text::value).orElse(""))
                .contains("yes, of Lee");
    }

    @Test
    void aPackThatChangesHalfWayAsksOnlyWhatIsNew() {
        says("2024-01-10T09:00", known("home", mother, "alone"));
        says("2024-01-10T09:01", known("health", null, "well"));
        set =
                QuestionSets.read(
                        PACK.replace("version: \"2024-01-01\"", "version: \"2024-02-01\"")
                                        .replace(
                                                "ask: child", "ask: child, changed: \"2024-02-01\"")
                                + "  - {id: school, text: School?, topic: other, ask: child}\n");

        assertThat(item("home", mother).answered()).isTrue();
        assertThat(item("health", null).missing()).contains(Given.Lacks.NEW_QUESTION.words());
        assertThat(item("school", null).answered()).isFalse();
        set = QuestionSets.read(PACK.replace("id: home", "id: house"));
        assertThat(assessment().others()).hasSize(1);
    }

    @Test
    void theAnswersGoToEachTwinAtBirth() {
        says("2024-01-10T09:00", known("health", null, "growing"));
        says("2024-01-10T09:05", alone("fear", mother, "no"));
        Who one = story.person("one", "2024-06-18");
        Who two = story.person("two", "2024-06-18");
        for (Who twin : List.of(one, two)) {
            story.at("2024-06-18T12:00")
                    .from("maternity")
                    .about(twin)
                    .with(MOTHER, mother)
                    .with(FATHER, father)
                    .says(birth());
        }
        for (Who twin : List.of(one, two)) {
            Assessment of =
                    Assessment.of(
                            story.situation(twin, "2024-06-20T09:00").around(),
                            set,
                            Story.day("2024-06-20T09:00"));
            assertThat(of.items().stream().filter(Item::answered)).hasSize(2);
            assertThat(of.missing()).hasSize(3);
        }
    }

    @Test
    void whatIsRecordedStandsAtTheQuestionAndAnswersNothingByItself() {
        RecordedAnswers recorded =
                RecordedAnswers.of(
                        story.situation(unborn, NOW).around(), set, item("home", mother));

        assertThat(recorded.facts()).hasSize(1);
        assertThat(item("home", mother).answered()).isFalse();
    }

    private static HealthBody.Birth birth() {
        return new HealthBody.Birth(List.of(), false);
    }

    private Assessment assessment() {
        return Assessment.of(story.situation(unborn, NOW).around(), set, Story.day(NOW));
    }

    private Item item(String question, @Nullable Who of) {
        return assessment().items().stream()
                .filter(i -> i.question().id().equals(question))
                .filter(i -> i.of().map(ToAsk::id).equals(Optional.ofNullable(of).map(Who::id)))
                .findFirst()
                .orElseThrow();
    }

    private static Answer known(String question, @Nullable Who of, String words) {
        return answer(question, of, AnswerState.KNOWN, words, null, null);
    }

    private static Answer alone(String question, Who of, String words) {
        return answer(question, of, AnswerState.KNOWN, words, null, true);
    }

    private static Answer not(
            String question, AnswerState state, String words, String manager, String review) {
        return new Answer(
                question,
                CareBody.QuestionTopic.ABUSE,
                state,
                text(words),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(review).filter(r -> !r.isEmpty()).map(LocalDate::parse),
                Optional.of(asking("mother", null, text(manager), List.of())));
    }

    private static Optional<Text> text(String words) {
        return Optional.of(words).filter(w -> !w.isEmpty()).map(Text::new);
    }

    private static Answer answer(
            String question,
            @Nullable Who of,
            AnswerState state,
            String words,
            @Nullable PersonRole there,
            @Nullable Boolean alone) {
        return new Answer(
                question,
                CareBody.QuestionTopic.OTHER,
                state,
                text(words),
                Optional.empty(),
                Optional.ofNullable(there),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                        asking(
                                of == null ? null : of.label(),
                                alone,
                                Optional.empty(),
                                List.of())));
    }

    private static Asking asking(
            @Nullable String of,
            @Nullable Boolean alone,
            Optional<Text> manager,
            List<MessageRef> instead) {
        return new Asking(
                Optional.ofNullable(of).map(l -> new SourceRecord(Story.agency("gp"), l)),
                Optional.of(new Text("Priya")),
                Optional.empty(),
                Optional.ofNullable(alone),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("2024-01-01"),
                manager,
                instead);
    }

    private static Answer replacing(Answer answer, Fact... seen) {
        Asking asking = answer.asking().orElseThrow();
        return new Answer(
                answer.question(),
                answer.topic(),
                answer.state(),
                answer.answer(),
                answer.answeredBy(),
                answer.inPresenceOf(),
                answer.askedNext(),
                answer.review(),
                Optional.of(
                        new Asking(
                                asking.person(),
                                asking.by(),
                                asking.on(),
                                asking.alone(),
                                asking.through(),
                                asking.interpreter(),
                                asking.source(),
                                asking.version(),
                                asking.decidedBy(),
                                Arrays.stream(seen).map(f -> f.id().message()).toList())));
    }

    private Fact says(String at, Answer answer) {
        return told(at, AssessmentStage.SAVED, List.of(answer));
    }

    private void sign(String at) {
        told(at, AssessmentStage.SIGNED_OFF, List.of());
    }

    private Fact told(String at, AssessmentStage stage, List<Answer> answers) {
        return story.at(at)
                .from("childrens-social-care")
                .about(unborn)
                .says(new CareBody.Assessment("short", answers, stage));
    }
}
