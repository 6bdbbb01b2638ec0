package sightline.core.screening;

/** A named, pure rule. It keeps nothing and asks for nothing beyond the situation. */
public interface Rule {

    RuleId id();

    /** What the catalogue says of it. */
    RuleCard card();

    /** What follows for the subject at the situation's moment. */
    Evaluation evaluate(Situation situation);
}
