package sightline.core.screening;

import sightline.core.kernel.Certainty;
import sightline.core.kernel.Text;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * RC-91: a rule that fails for somebody, or the record of somebody who may be one of those around
 * them and that cannot be read. What would have been found is not known, and "not known" is never
 * shown as "nothing": it is on the list of a named person, who looks by hand, until that is mended.
 * What the other rules find goes on, and what was raised before stands. It is found where the rules
 * are run; asked by itself it finds nothing.
 */
public final class RuleNotEvaluated extends CatalogueRule {
    /** Stands for a rule that failed where it is a record that cannot be read. */
    public static final RuleId ID = new RuleId("RC-91");

    private static final RuleCard CARD =
            new RuleCard(
                    "A rule could not be worked out: look by hand",
                    "Silence is never an answer: a rule that fails says nothing, and that is no"
                            + " \"nothing known\".",
                    Set.of(),
                    "Social care's duty manager of the area, else the area's lead; the administrator"
                            + " by a duty of their own.",
                    "That the rule failed or a record cannot be read, and for whom. Nothing of what"
                            + " either says.",
                    "A rule fails for one person; or the record of somebody who may be one of those"
                            + " around them cannot be read.",
                    "An error in a log is read by nobody who knows the child.",
                    List.of(
                            "What the other rules find of that person: raised as always.",
                            "What was raised before: stands until the rule works and the record can be"
                                    + " read again.",
                            "Whoever's own record cannot be read: what was known of them stays, and"
                                    + " the administrator owes it."),
                    "INF");

    public RuleNotEvaluated() {
        super(ID, CARD);
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        return Evaluation.NOTHING;
    }

    /**
     * What is found of a rule that failed; of this one, that a record cannot be read on which what
     * the others find may rest.
     *
     * @param since when it failed first, without having worked since
     */
    public static Finding of(Situation situation, RuleId failed, Instant since) {
        return failed.equals(ID)
                ? finding(
                        situation,
                        "unread:possible",
                        since,
                        "The record of somebody who may be one of those here cannot be read: what it"
                                + " would add is not known",
                        "A record is like that of somebody here, nobody has decided whether the two"
                                + " are one person, and what is kept of it cannot be opened: a fault"
                                + " of Sightline's own")
                : finding(
                        situation,
                        "rule:" + failed.value(),
                        since,
                        "%s could not be worked out here: what it would find is not known"
                                .formatted(failed),
                        "%s failed by a fault of Sightline's own; no record caused or explains it"
                                .formatted(failed));
    }

    private static Finding finding(
            Situation situation, String item, Instant since, String headline, String step) {
        return new Finding(
                ID,
                situation.subject().id(),
                item.substring(item.indexOf(':') + 1),
                item,
                since,
                new Text(headline),
                new PathOf().derived(step, since, Certainty.CONFIRMED, List.of()).steps(),
                situation.recipients().dutyManagers(),
                new Sharing(
                        List.of("whoever works with this person and would rely on the rule"),
                        List.of("anybody else: it says nothing about the person"),
                        List.of("social care's duty manager")),
                List.of(
                        new Text(
                                "Whether anything more would be raised. What was raised before stands as"
                                        + " it was.")),
                Finding.Effect.SHOWN);
    }
}
