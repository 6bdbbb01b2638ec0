package sightline.access;

import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;

import java.util.EnumSet;
import java.util.Set;

/** What a reader gets of one source record. */
public sealed interface Decision {

    /**
     * Facts of these classes.
     *
     * @param because the rules that permit, for the journal
     */
    record Permitted(Set<Sensitivity> classes, Set<String> because) implements Decision {
        public Permitted {
            classes = Set.copyOf(classes);
            because = Set.copyOf(because);
        }

        /** The highest tier among the classes, 1 to 4; 0 where there is none. */
        public int tier() {
            return classes.stream().mapToInt(Sensitivity::tier).max().orElse(0);
        }

        /** The classes in their usual order. */
        public Set<Sensitivity> ordered() {
            var ordered = EnumSet.noneOf(Sensitivity.class);
            ordered.addAll(classes);
            return ordered;
        }
    }

    /**
     * A stub: that there is a record, who holds it, and that one may ask. Ordinary need-to-know.
     */
    record Restricted(AgencyId heldBy) implements Decision {}

    /** Nothing at all: to be treated as if the record did not exist. */
    record Hidden() implements Decision {}
}
