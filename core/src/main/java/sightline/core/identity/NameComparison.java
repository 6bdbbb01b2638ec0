package sightline.core.identity;

import sightline.core.identity.Explanation.Line;
import sightline.core.identity.Prepared.Name;
import sightline.linkage.text.Folding;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the names of two records compare: the best over all pairs of names that they ever had. */
final class NameComparison {
    private static final double GIVEN_SPELLING_MIN = 0.90;
    private static final double FAMILY_SPELLING_MIN = 0.92;
    private static final int SPELLING_LENGTH_MIN = 3;
    private static final int ANEW_LENGTH_MIN = 5;
    private static final int SOUNDS_MIN = 3;
    private static final int CUT_MIN = 4;
    private static final int CUT_OFF_MIN = 3;

    private NameComparison() {}

    /** Nothing when a forename or a family name is not known on either side. */
    static Optional<Line> given(Prepared a, Prepared b) {
        return best(a, b, NameComparison::given);
    }

    static Optional<Line> family(Prepared a, Prepared b) {
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
        Optional<Line> compare(Name x, Name y);
    }

    private static Optional<Line> best(Prepared a, Prepared b, PairOfNames pair) {
        var best = Optional.<Line>empty();
        for (var x : a.names()) {
            for (var y : b.names()) {
                var line = pair.compare(x, y);
                if (line.isPresent()
                        && (best.isEmpty()
                                || line.get().weightTenths() > best.get().weightTenths())) {
                    best = line;
                }
            }
        }
        return best;
    }

    private static Optional<Line> given(Name x, Name y) {
        if (!x.hasGiven() || !y.hasGiven()) {
            return Optional.empty();
        }
        var first = x.firstGiven();
        var second = y.firstGiven();
        if (first.length() == 1 || second.length() == 1) {
            return Optional.of(
                    first.charAt(0) == second.charAt(0)
                            ? MatchWeights.GIVEN_INITIAL.line()
                            : MatchWeights.GIVEN_DIFFERENT.line());
        }
        if (first.equals(second)) {
            return Optional.of(
                    MatchWeights.GIVEN_SAME.lineAtMost(NameTables.givenLimitTenths(first)));
        }
        if (NameTables.shortForms(first, second) || cutShort(first, second)) {
            return Optional.of(MatchWeights.GIVEN_SHORT_FORM.line());
        }
        if (alike(first, second, GIVEN_SPELLING_MIN) || spelledAnew(first, second)) {
            return Optional.of(MatchWeights.GIVEN_SPELLING.line());
        }
        return Optional.of(
                sharesMiddle(x.given(), y.given())
                        ? MatchWeights.GIVEN_MIDDLE.line()
                        : MatchWeights.GIVEN_DIFFERENT.line());
    }

    /**
     * The beginning of a name for the name: Barth for Bartholomew, Alex for Alexander; not Paul for
     * Paula.
     */
    private static boolean cutShort(String a, String b) {
        var cut = a.length() < b.length() ? a : b;
        var whole = a.length() < b.length() ? b : a;
        return cut.length() >= CUT_MIN
                && whole.length() >= cut.length() + CUT_OFF_MIN
                && whole.startsWith(cut);
    }

    /** Whether somebody's second forename is used as the first elsewhere. */
    private static boolean sharesMiddle(List<String> x, List<String> y) {
        return x.contains(y.getFirst()) || y.contains(x.getFirst());
    }

    private static Optional<Line> family(Name x, Name y) {
        if (x.family().isEmpty() || y.family().isEmpty()) {
            return Optional.empty();
        }
        if (x.family().equals(y.family())) {
            var limit = NameTables.familyLimitTenths(x.family());
            var weight =
                    x.current() && y.current()
                            ? MatchWeights.FAMILY_SAME
                            : MatchWeights.FAMILY_FORMER;
            return Optional.of(weight.lineAtMost(limit));
        }
        if (sharesPart(x, y)) {
            return Optional.of(MatchWeights.FAMILY_PART.line());
        }
        return Optional.of(
                alike(x.family(), y.family(), FAMILY_SPELLING_MIN)
                                || spelledAnew(x.family(), y.family())
                        ? MatchWeights.FAMILY_SPELLING.line()
                        : MatchWeights.FAMILY_DIFFERENT.line());
    }

    private static boolean sharesPart(Name x, Name y) {
        return x.familyParts().contains(y.family())
                || y.familyParts().contains(x.family())
                || !Collections.disjoint(x.familyParts(), y.familyParts());
    }

    /**
     * One name as two people write down what they hear: Isaac and Issac, Mohammed and Muhammad.
     * Names that rhyme, as twins' names often do, begin apart.
     */
    private static boolean spelledAnew(String a, String b) {
        return Math.min(a.length(), b.length()) >= ANEW_LENGTH_MIN
                && a.charAt(0) == b.charAt(0)
                && (Edits.atMostOne(a, b) || soundAlike(a, b));
    }

    private static boolean soundAlike(String a, String b) {
        var sounds = Folding.skeleton(a.toLowerCase(Locale.ROOT));
        return sounds.length() >= SOUNDS_MIN
                && sounds.equals(Folding.skeleton(b.toLowerCase(Locale.ROOT)));
    }

    private static boolean alike(String a, String b, double atLeast) {
        return Math.min(a.length(), b.length()) >= SPELLING_LENGTH_MIN
                && JaroWinkler.similarity(a, b) >= atLeast;
    }
}
