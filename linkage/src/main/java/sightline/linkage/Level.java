package sightline.linkage;

import java.util.OptionalDouble;

/**
 * One level of a comparison: what was found between two values.
 *
 * @param name what it is called in settings and explanations
 * @param share how often records of one person are expected there before anything is learnt: a weak
 *     opinion that data overrules
 * @param from the least likeness, from 0 to 1, at which two values are on this level; empty for
 *     levels that are not a matter of degree
 */
public record Level(String name, double share, OptionalDouble from) {
    public Level {
        if (!(share > 0 && share < 1)) {
            throw new LinkageException(
                    "Level %s: its share is %s.%nGive it one between 0 and 1."
                            .formatted(name, share));
        }
        if (from.isPresent() && !(from.getAsDouble() >= 0 && from.getAsDouble() <= 1)) {
            throw new LinkageException(
                    "Level %s: it begins at %s.%nGive a likeness from 0 to 1."
                            .formatted(name, from.getAsDouble()));
        }
    }

    Level(String name, double share) {
        this(name, share, OptionalDouble.empty());
    }

    Level(String name, double share, double from) {
        this(name, share, OptionalDouble.of(from));
    }

    double least() {
        return from.orElseThrow(() -> new IllegalStateException(name + " has no least likeness"));
    }
}
