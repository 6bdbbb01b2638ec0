package sightline.core.screening;

import java.util.List;

/** A named, pure rule. It keeps nothing and asks for nothing beyond the situation. */
public interface Rule {

    RuleId id();

    /** What the catalogue says of it. */
    RuleCard card();

    /** The numbers of it that an area may set. */
    default List<RuleNumber> numbers() {
        return List.of();
    }

    /** What follows for the subject at the situation's moment. */
    Evaluation evaluate(Situation situation);
}
