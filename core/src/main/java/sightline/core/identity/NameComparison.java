package sightline.core.identity;

import sightline.core.identity.Explanation.Line;
import sightline.core.identity.Prepared.Name;

import java.util.Collections;
import java.util.Optional;

/** How the names of two records compare: the best over all pairs of names that they ever had. */
final class NameComparison {
    private static final double FAMILY_SPELLING_MIN = 0.92;

    private NameComparison() {}

    /**
     * How two names compare.
     *
     * @param line the weight, lower where the name is a frequent one
     */
    record Compared(MatchWeights weight, Line line) {}

    /** Nothing when a forename or a family name is not known on either side. */
    static Optional<Compared> given(Prepared a, Prepared b) {
        return best(a, b, NameComparison::given);
    }

    static Optional<Compared> family(Prepared a, Prepared b) {
        return best(a, b, NameComparison::family);
    }

    /** Whether forename and family name stand in each other's place. */
    static boolean swapped(Prepared a, Prepared b) {
        for (var x : a.names()) {
            for (var y : b.names()) {
                if (x.hasGiven()
                        && y.hasGiven()
                        && x.firstGiven().equals(y.family())
                        && y.firstGiven().equals(x.family())) {
                    return true;
                }
            }
        }
        return false;
    }

    private interface PairOfNames {
        Optional<Compared> compare(Name x, Name y);
    }

    private static Optional<Compared> best(Prepared a, Prepared b, PairOfNames pair) {
        var best = Optional.<Compared>empty();
        for (var x : a.names()) {
            for (var y : b.names()) {
                var compared = pair.compare(x, y);
                if (compared.isPresent()
                        && (best.isEmpty() || tenths(compared.get()) > tenths(best.get()))) {
                    best = compared;
                }
            }
        }
        return best;
    }

    private static int tenths(Compared compared) {
        return compared.line().weightTenths();
    }

    private static Optional<Compared> given(Name x, Name y) {
        if (!x.hasGiven() || !y.hasGiven()) {
            return Optional.empty();
        }
        var weight = Forenames.compare(x, y);
        var oneSound = weight == MatchWeights.GIVEN_SAME || weight == MatchWeights.GIVEN_HEARD;
        var line = oneSound ? weight.lineAtMost(limit(x, y)) : weight.line();
        return Optional.of(new Compared(weight, line));
    }

    private static int limit(Name x, Name y) {
        return Math.min(
                NameTables.givenLimitTenths(x.firstGiven()),
                NameTables.givenLimitTenths(y.firstGiven()));
    }

    private static Optional<Compared> family(Name x, Name y) {
        if (x.family().isEmpty() || y.family().isEmpty()) {
            return Optional.empty();
        }
        if (x.family().equals(y.family())) {
            var limit = NameTables.familyLimitTenths(x.family());
            var weight =
                    x.current() && y.current()
                            ? MatchWeights.FAMILY_SAME
                            : MatchWeights.FAMILY_FORMER;
            return Optional.of(new Compared(weight, weight.lineAtMost(limit)));
        }
        var weight = sharesPart(x, y) ? MatchWeights.FAMILY_PART : familySpelling(x, y);
        return Optional.of(new Compared(weight, weight.line()));
    }

    /** Whether two family names, both known, may be one. */
    static boolean oneFamily(Name x, Name y) {
        return family(x, y).filter(c -> c.weight() != MatchWeights.FAMILY_DIFFERENT).isPresent();
    }

    private static MatchWeights familySpelling(Name x, Name y) {
        return Forenames.alike(x.family(), y.family(), FAMILY_SPELLING_MIN)
                        || Forenames.spelledAnew(x.family(), y.family())
                ? MatchWeights.FAMILY_SPELLING
                : MatchWeights.FAMILY_DIFFERENT;
    }

    private static boolean sharesPart(Name x, Name y) {
        return x.familyParts().contains(y.family())
                || y.familyParts().contains(x.family())
                || !Collections.disjoint(x.familyParts(), y.familyParts());
    }
}
