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

    /**
     * Raised by one whenever a later version of the program finds something else by it; what it
     * then finds in records from before goes to one list ({@link HeldForReview}).
     */
    default int revision() {
        return 1;
    }

    /** What follows for the subject at the situation's moment. */
    Evaluation evaluate(Situation situation);
}
