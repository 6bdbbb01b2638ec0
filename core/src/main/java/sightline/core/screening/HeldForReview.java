package sightline.core.screening;

import sightline.core.facts.SharedBody;
import sightline.core.facts.SharedBody.AlertAnswered.AlertAnswer;
import sightline.core.facts.SystemBody;
import sightline.core.household.Entry;
import sightline.core.kernel.Text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * RC-90: what a rule, set anew by an area, would have raised before it was set so. It goes to one
 * list, that of social care's manager, and is raised only if that manager says so. What it finds is
 * found where the rules are screened ({@link SetRule}); asked by itself it finds nothing.
 */
final class HeldForReview extends CatalogueRule {
    static final RuleId ID = new RuleId("RC-90");

    private static final RuleCard CARD =
            new RuleCard(
                    "Would be raised by a rule that was set anew: decide whether it is",
                    "A system that drowns people does harm: what a changed rule finds in records"
                            + " that nobody added to is looked through once, by one person, before"
                            + " anybody else is told.",
                    Set.of(SharedBody.AlertAnswered.class),
                    "Social care's duty manager of the child's area, and nobody else.",
                    "What the rule that was set anew moves, to social care alone.",
                    "An area sets a rule anew; the rule would have raised this within the year"
                            + " before, and did not.",
                    "Raised at once it would reach everybody whom the rule tells, about records"
                            + " that have not changed; left out, a child whom the area now wants"
                            + " seen would not be.",
                    List.of(
                            "What the rule finds from that moment on: raised as always.",
                            "What it raised before: stands as it is, whatever is set.",
                            "What it would have raised more than a year before."),
                    "INF");

    HeldForReview() {
        super(ID, CARD);
    }

    @Override
    public Evaluation evaluate(Situation situation) {
        return Evaluation.NOTHING;
    }

    /** The same for one thing found, whenever and under whatever setting it is found. */
    static String key(Finding finding) {
        return finding.rule().value() + "|" + finding.matter() + "|" + finding.item();
    }

    /**
     * What stands for a finding from before: the question; once a manager said that it is right and
     * acted on it, the finding itself from then on beside it.
     */
    static List<Finding> reviewed(Situation situation, Finding found, Instant set) {
        List<Finding> stands = new ArrayList<>(List.of(question(situation, found, set)));
        answer(situation, key(found))
                .filter(a -> a.body().answer() == AlertAnswer.RIGHT_ACTED_ON)
                .ifPresent(a -> stands.add(found.beginning(a.received())));
        return stands;
    }

    /** Whom it was told says of which alert it is: read only beside an answer, which is later. */
    private static Optional<Entry<SharedBody.AlertAnswered>> answer(
            Situation situation, String item) {
        List<String> alerts =
                situation.subject().entries(SystemBody.AlertTold.class).stream()
                        .filter(e -> e.body().rule().equals(ID.value()))
                        .filter(e -> e.body().findings().contains(item))
                        .map(e -> e.body().alert())
                        .toList();
        return situation.subject().entries(SharedBody.AlertAnswered.class).stream()
                .filter(e -> alerts.contains(e.body().alert()))
                .min(Order.OLDEST_FIRST);
    }

    private static Finding question(Situation situation, Finding found, Instant set) {
        return new Finding(
                ID,
                found.subject(),
                found.rule().value() + "|" + found.matter(),
                key(found),
                set,
                new Text(
                        "%s was set anew and would have raised this; it is not raised. Answer that"
                                        .formatted(found.rule())
                                + " it is right and acted on to raise it: "
                                + found.headline().value()),
                found.path(),
                situation.recipients().dutyManagers(),
                new Sharing(
                        List.of("social care's duty manager"),
                        List.of("anybody else, until the manager has decided"),
                        List.of("social care's duty manager")),
                found.notShown());
    }
}
