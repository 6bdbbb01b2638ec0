package sightline.core.screening;

import java.util.HashMap;
import java.util.Map;

/** What rules find in one situation, each asked once, however many others ask for it. */
final class Evaluations {
    private final Situation situation;
    private final Map<Key, Evaluation> known = new HashMap<>();

    /** A rule keeps nothing, so that one of a class and an id finds what another does. */
    private record Key(Class<? extends Rule> rule, RuleId id) {}

    private Evaluations(Situation situation) {
        this.situation = situation;
    }

    /** Those of a situation. */
    static Evaluations in(Situation situation) {
        return situation.once(Evaluations.class, () -> new Evaluations(situation));
    }

    /** What a rule finds. */
    Evaluation of(Rule rule) {
        Key key = new Key(rule.getClass(), rule.id());
        Evaluation held = known.get(key);
        if (held == null) {
            held = rule.evaluate(situation);
            known.put(key, held);
        }
        return held;
    }
}
