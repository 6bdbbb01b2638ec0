package sightline.core.screening;

import sightline.core.kernel.Certainty;
import sightline.core.kernel.Text;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * RC-91: a rule that fails for somebody. What it would have found is not known, and "not known" is
 * never shown as "nothing": it is on the list of a named person, who looks by hand, until the rule
 * works again. What the other rules find goes on, and what this one raised before stands. It is
 * found where the rules are run; asked by itself it finds nothing.
 */
public final class RuleNotEvaluated implements Rule {
    private static final RuleId ID = new RuleId("RC-91");

    private static final RuleCard CARD =
            new RuleCard(
                    "A rule could not be worked out: look by hand",
                    "Silence is never an answer: a rule that fails says nothing, and that is no"
                            + " \"nothing known\".",
                    Set.of(),
                    "Social care's duty manager of the area, else the area's lead; the administrator"
                            + " by a duty of their own.",
                    "That the rule failed, and for whom. Nothing of what it reads.",
                    "A rule fails for one person.",
                    "An error in a log is read by nobody who knows the child.",
                    List.of(
                            "What the other rules find of that person: raised as always.",
                            "What the rule raised before it failed: stands until it works again."),
                    "INF");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        return Evaluation.NOTHING;
    }

    /**
     * What is found of a rule that failed.
     *
     * @param since when it failed first, without having worked since
     */
    public static Finding of(Situation situation, RuleId failed, Instant since) {
        return new Finding(
                ID,
                situation.subject().id(),
                failed.value(),
                "rule:" + failed.value(),
                since,
                new Text(
                        "%s could not be worked out here: what it would find is not known"
                                .formatted(failed)),
                new PathOf()
                        .derived(
                                "%s failed by a fault of Sightline's own; no record caused or"
                                                .formatted(failed)
                                        + " explains it",
                                since,
                                Certainty.CONFIRMED,
                                List.of())
                        .steps(),
                situation.recipients().dutyManagers(),
                new Sharing(
                        List.of("whoever works with this person and would rely on the rule"),
                        List.of("anybody else: it says nothing about the person"),
                        List.of("social care's duty manager")),
                List.of(
                        new Text(
                                "Whether the rule would raise anything. What it raised before stands as"
                                        + " it was.")),
                Finding.Effect.SHOWN);
    }
}
