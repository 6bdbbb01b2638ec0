package sightline.checks;

import sightline.facts.wire.Problem;
import sightline.feeds.Answer;

import java.util.List;

/** What came of asking. */
public sealed interface CheckResult {
    /** It was kept, and this was said. */
    record Answered(Asked asked) implements CheckResult {}

    /** It cannot be understood: nothing was kept. */
    record NotUnderstood(List<Problem> problems) implements CheckResult {
        public NotUnderstood {
            problems = List.copyOf(problems);
        }
    }

    /** The message was not taken; see there. */
    record NotKept(Answer answer) implements CheckResult {}
}
