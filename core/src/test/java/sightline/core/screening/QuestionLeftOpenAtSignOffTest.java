package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.PARTNER;
import static sightline.core.facts.PersonRole.UNBORN_CHILD;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody.Answer;
import sightline.core.facts.CareBody.AnswerState;
import sightline.core.facts.CareBody.Asking;
import sightline.core.facts.CareBody.Assessment;
import sightline.core.facts.CareBody.Assessment.AssessmentStage;
import sightline.core.facts.CareBody.QuestionTopic;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonRole;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.screening.UnansweredQuestions.Why;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class QuestionLeftOpenAtSignOffTest {
    private final Story story = new Story();
    private final Who mother = story.person("mother", "1990-03-01");
    private final Who father = story.person("father", "1988-03-01");
    private final Who unborn = story.stranger("unborn");

    @Test
    void notYetAskedAtSignOffIsShownToTheServiceAndAlertsNobody() {
        Fact signed = signed("2024-01-10T09:00", answer(AnswerState.NOT_YET_ASKED));

        List<Finding> found =
                story.findings(new QuestionLeftOpenAtSignOff(), unborn, "2024-01-10T09:00");
        assertThat(found).hasSize(1).noneMatch(Finding::alerts);
        assertThat(found.getFirst().matter()).isEqualTo(signed.id().text());
        assertThat(found.getFirst().since()).isEqualTo(Story.instant("2024-01-10T09:00"));
        assertThat(Asked.told(found.getFirst())).containsExactly("maternity/safeguarding-lead");
    }

    @Test
    void notKnownIsOpenUnlessSomebodyIsNamedToFindOut() {
        signed("2024-01-10T09:00", answer(AnswerState.NOT_KNOWN));
        assertThat(open()).containsExactly(Why.NOBODY_FINDS_OUT);
    }

    @Test
    void notKnownWithANameIsNotOpen() {
        signed(
                "2024-01-10T09:00",
                new Answer(
                        "q",
                        QuestionTopic.CONVICTIONS,
                        AnswerState.NOT_KNOWN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("probation"),
                        Optional.empty()));
        assertThat(open()).isEmpty();
    }

    @Test
    void aQuestionAboutAbuseAnsweredInFrontOfThePartnerIsNotAsked() {
        signed("2024-01-10T09:00", known(QuestionTopic.ABUSE, Optional.of(PARTNER)));
        assertThat(open()).containsExactly(Why.PARTNER_THERE);
    }

    @Test
    void anotherQuestionMayBeAnsweredInFrontOfThePartner() {
        signed("2024-01-10T09:00", known(QuestionTopic.HOUSEHOLD, Optional.of(PARTNER)));
        signed("2024-01-10T09:00", known(QuestionTopic.ABUSE, Optional.empty()));
        assertThat(open()).isEmpty();
    }

    @Test
    void declinedAndNotSafeWithReasonAndReviewAreNotOpen() {
        signed("2024-01-10T09:00", answer(AnswerState.DECLINED));
        signed(
                "2024-01-10T09:00",
                new Answer(
                        "q2",
                        QuestionTopic.ABUSE,
                        AnswerState.NOT_SAFE_TO_ASK,
                        Optional.of(new Text("partner never leaves")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(LocalDate.parse("2024-02-01"))));
        assertThat(open()).isEmpty();
    }

    @Test
    void savedIsNotSignedAndALaterAnswerClosesIt() {
        says("2024-01-10T09:00", AssessmentStage.SAVED, answer(AnswerState.NOT_YET_ASKED));
        assertThat(open()).isEmpty();

        signed("2024-01-11T09:00", answer(AnswerState.NOT_YET_ASKED));
        assertThat(open()).hasSize(1);

        says("2024-01-12T09:00", AssessmentStage.SAVED, answer(AnswerState.DECLINED));
        assertThat(open()).isEmpty();
    }

    @Test
    void theFathersAnswerDoesNotCloseTheMothersQuestion() {
        Answer ofHer = of(mother, Optional.empty(), answer(AnswerState.NOT_YET_ASKED));
        signed("2024-01-11T09:00", ofHer);

        says(
                "2024-01-12T09:00",
                AssessmentStage.SAVED,
                of(father, Optional.empty(), answer(AnswerState.DECLINED)));
        assertThat(open()).containsExactly(Why.NOT_ASKED);
        says("2024-01-13T09:00", AssessmentStage.SAVED, answer(AnswerState.DECLINED));
        assertThat(open()).containsExactly(Why.NOT_ASKED);

        says(
                "2024-01-14T09:00",
                AssessmentStage.SAVED,
                of(mother, Optional.empty(), answer(AnswerState.DECLINED)));
        assertThat(open()).isEmpty();
    }

    @Test
    void whatWasAnsweredThroughThePartnerIsNotAsked() {
        Answer through =
                of(mother, Optional.of(PARTNER), known(QuestionTopic.ABUSE, Optional.empty()));
        signed("2024-01-10T09:00", through);
        assertThat(open()).containsExactly(Why.PARTNER_THERE);
    }

    @Test
    void whatIsPutOffIsShownOnceUntilItIsAnsweredOtherwise() {
        Fact first =
                says(
                        "2024-01-10T09:00",
                        AssessmentStage.SAVED,
                        of(mother, Optional.empty(), putOff("2024-02-01")));
        signed("2024-01-11T09:00", of(mother, Optional.empty(), putOff("2024-02-01")));
        says(
                "2024-01-12T09:00",
                AssessmentStage.SAVED,
                of(mother, Optional.empty(), answer(AnswerState.NOT_YET_ASKED)));
        Fact his =
                says(
                        "2024-01-12T10:00",
                        AssessmentStage.SAVED,
                        of(father, Optional.empty(), putOff("2024-02-02")));

        assertThat(putOff())
                .containsExactly(
                        "review:" + first.id().text() + ":0 2024-02-01 open",
                        "review:" + his.id().text() + ":0 2024-02-02 open");
        List<Finding> found =
                story.findings(new QuestionLeftOpenAtSignOff(), unborn, "2024-03-01T10:00");
        assertThat(found).hasSize(2).noneMatch(Finding::alerts);

        says(
                "2024-01-31T09:00",
                AssessmentStage.SAVED,
                of(mother, Optional.empty(), putOff("2024-03-01")));
        says(
                "2024-02-28T09:00",
                AssessmentStage.SAVED,
                of(mother, Optional.empty(), answer(AnswerState.DECLINED)));
        assertThat(putOff().stream().map(p -> p.substring(p.indexOf(' ') + 1)))
                .containsExactly("2024-02-01 taken up", "2024-02-02 open", "2024-03-01 taken up");
    }

    private static Answer answer(AnswerState state) {
        return new Answer(
                "convictions",
                QuestionTopic.CONVICTIONS,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Answer putOff(String until) {
        return new Answer(
                "convictions",
                QuestionTopic.CONVICTIONS,
                AnswerState.NOT_SAFE_TO_ASK,
                Optional.of(new Text("he never leaves the room")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.parse(until)));
    }

    private static Answer of(Who who, Optional<PersonRole> through, Answer answer) {
        Asking nothing = Asking.NOTHING_SAID;
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
                                Optional.of(
                                        new SourceRecord(Story.agency("maternity"), who.label())),
                                nothing.by(),
                                nothing.on(),
                                nothing.alone(),
                                through,
                                nothing.interpreter(),
                                nothing.source(),
                                nothing.version(),
                                nothing.decidedBy(),
                                nothing.instead())));
    }

    private static Answer known(QuestionTopic topic, Optional<PersonRole> inPresenceOf) {
        return new Answer(
                "asked",
                topic,
                AnswerState.KNOWN,
                Optional.of(new Text("no")),
                Optional.empty(),
                inPresenceOf,
                Optional.empty(),
                Optional.empty());
    }

    private Fact signed(String at, Answer answer) {
        return says(at, AssessmentStage.SIGNED_OFF, answer);
    }

    private Fact says(String at, AssessmentStage stage, Answer answer) {
        return story.at(at)
                .from("maternity")
                .about(mother)
                .with(MOTHER, mother)
                .with(UNBORN_CHILD, unborn)
                .says(new Assessment("booking", List.of(answer), stage));
    }

    private Child subject() {
        return Child.in(story.situation(unborn, "2024-03-01T10:00")).orElseThrow();
    }

    private List<String> putOff() {
        return UnansweredQuestions.putOff(subject()).stream()
                .map(p ->
                        "%s %s %s"
                                .formatted(
                                        p.item(),
                                        p.until().map(LocalDate::toString).orElse("undated"),
                                        p.then().isPresent() ? "taken up" : "open"))
                .toList();
    }

    private List<Why> open() {
        return UnansweredQuestions.of(subject()).stream()
                .map(UnansweredQuestions.Open::why)
                .toList();
    }
}
