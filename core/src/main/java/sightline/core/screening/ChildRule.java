package sightline.core.screening;

/** A rule about a child: of anybody else nothing follows. */
abstract class ChildRule extends CatalogueRule {
    ChildRule(RuleId id, RuleCard card) {
        super(id, card);
    }

    ChildRule(RuleId id, RuleCard card, int revision) {
        super(id, card, revision);
    }

    @Override
    public final Evaluation evaluate(Situation situation) {
        return Child.in(situation).map(this::evaluate).orElse(Evaluation.NOTHING);
    }

    /** What follows for a child at its situation's moment. */
    abstract Evaluation evaluate(Child child);
}
