package sightline.linkage;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How records are linked: what each column holds and how it is compared, which pairs are compared,
 * and when two records are one person. {@link Linkage#propose} makes them from the records; {@code
 * linkage-io} writes them as YAML and reads them back.
 *
 * @param fields what the columns hold
 * @param blocking the keys whose equality brings two records together, each of parts such as
 *     "surname sound" and "dob year", an empty one standing for every pair; no keys at all leaves
 *     the choice to the run
 * @param limits how much work blocking may make
 * @param prior the share of all pairs of records that are of one person, where it is known
 * @param joinFrom the probability from which two records are one person
 * @param doubles whether a file holds a person more than once
 */
public record Settings(
        List<Field> fields,
        List<List<String>> blocking,
        Limits limits,
        OptionalDouble prior,
        double joinFrom,
        Doubles doubles) {
    private static final double EVEN = 0.5;

    /** Whether one file holds a person more than once. */
    public enum Doubles {
        /** The sure pairs show it. */
        FIND_OUT,
        /** No file does: of each file, a person has at most one record. */
        NONE,
        /** Some do. */
        SOME
    }

    public Settings {
        fields = List.copyOf(fields);
        blocking = blocking.stream().map(List::copyOf).toList();
        if (!(joinFrom > 0 && joinFrom < 1)) {
            throw new LinkageException(
                    "Settings: records are joined from a probability of %s.%nGive one between 0 and 1."
                            .formatted(joinFrom));
        }
        if (prior.isPresent() && !(prior.getAsDouble() > 0 && prior.getAsDouble() < 1)) {
            throw new LinkageException(
                    "Settings: the prior is %s.%nGive a share of pairs between 0 and 1, or leave it out."
                            .formatted(prior.getAsDouble()));
        }
    }

    /** Settings of these fields, everything else as it is where nothing is said. */
    public static Settings of(List<Field> fields) {
        return new Settings(
                fields, List.of(), Limits.USUAL, OptionalDouble.empty(), EVEN, Doubles.FIND_OUT);
    }

    /** The same with other fields. */
    public Settings withFields(List<Field> other) {
        return new Settings(other, blocking, limits, prior, joinFrom, doubles);
    }

    /** The same with these keys, in their order. */
    public Settings withBlocking(List<List<String>> keys) {
        return new Settings(fields, keys, limits, prior, joinFrom, doubles);
    }

    /** The same with other limits. */
    public Settings withLimits(Limits other) {
        return new Settings(fields, blocking, other, prior, joinFrom, doubles);
    }

    /** The same with a known share of pairs that are of one person. */
    public Settings withPrior(double share) {
        return new Settings(fields, blocking, limits, OptionalDouble.of(share), joinFrom, doubles);
    }

    /** The same, joining from that probability. */
    public Settings joiningFrom(double probability) {
        return new Settings(fields, blocking, limits, prior, probability, doubles);
    }

    /** The same, with what is known of doubles within a file. */
    public Settings withDoubles(Doubles known) {
        return new Settings(fields, blocking, limits, prior, joinFrom, known);
    }

    double threshold() {
        return Math.log(joinFrom / (1 - joinFrom));
    }
}
