package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.story.Story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rule finds is worked out once of a situation, whoever asks for it. */
final class EvaluationsTest {
    private static final Instant LATER = Story.instant("2024-02-01T09:00");

    private final Story story = new Story();
    private final Situation situation =
            story.situation(story.person("child", "2015-03-01"), "2024-01-02T09:00");
    private final List<RuleId> asked = new ArrayList<>();

    /** A rule that says when to ask again, and that it was asked. */
    private final class Noting extends CatalogueRule {
        Noting(RuleId id) {
            super(id, new ChildNotSeen().card());
        }

        @Override
        public Evaluation evaluate(Situation at) {
            asked.add(id());
            return new Evaluation(List.of(), Optional.of(LATER));
        }
    }

    @Test
    void aRuleThatOthersAskForIsAskedOnce() {
        Evaluation known = Evaluations.in(situation).of(new Noting(ChildNotSeen.ID));
        Evaluation screened =
                new Screening(List.of(new Noting(ChildNotSeen.ID))).evaluate(situation);

        assertThat(screened.recheckAt()).isEqualTo(known.recheckAt()).contains(LATER);
        assertThat(asked).containsExactly(ChildNotSeen.ID);
    }

    @Test
    void anotherRuleAndAnotherSituationAreAskedForThemselves() {
        Evaluations.in(situation).of(new Noting(ChildNotSeen.ID));
        Evaluations.in(situation).of(new Noting(LivesAgainstConditions.ID));
        Situation next = story.situation(story.person("child", "2015-03-01"), "2024-01-03T09:00");
        Evaluations.in(next).of(new Noting(ChildNotSeen.ID));

        assertThat(asked)
                .containsExactly(ChildNotSeen.ID, LivesAgainstConditions.ID, ChildNotSeen.ID);
    }
}
