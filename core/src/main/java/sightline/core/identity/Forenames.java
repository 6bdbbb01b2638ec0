package sightline.core.identity;

import sightline.core.identity.Prepared.Name;
import sightline.linkage.text.Folding;

import java.util.Locale;

/**
 * What two forenames are to each other: one, one written or called in another way, two that are no
 * more than alike, or two. Parents give twins names that are alike; so where both are names that
 * many children bear, likeness alone does not make them one.
 */
final class Forenames {
    private static final double SPELLING_MIN = 0.90;
    private static final int SPELLING_LENGTH_MIN = 3;
    private static final int ANEW_LENGTH_MIN = 5;
    private static final int SOUNDS_MIN = 3;
    private static final int CUT_MIN = 4;
    private static final int CUT_OFF_MIN = 3;

    private Forenames() {}

    /** How the forenames of two names stand to each other; both have one. */
    static MatchWeights compare(Name x, Name y) {
        var first = x.firstGiven();
        var second = y.firstGiven();
        if (first.length() == 1 || second.length() == 1) {
            return first.charAt(0) == second.charAt(0)
                    ? MatchWeights.GIVEN_INITIAL
                    : MatchWeights.GIVEN_DIFFERENT;
        }
        if (first.equals(second)) {
            return MatchWeights.GIVEN_SAME;
        }
        if (x.heard().soundsAs(y.heard())) {
            return MatchWeights.GIVEN_HEARD;
        }
        if (shortForm(x.heard(), y.heard())) {
            return MatchWeights.GIVEN_SHORT_FORM;
        }
        if (spelling(x.heard(), y.heard())) {
            return MatchWeights.GIVEN_SPELLING;
        }
        if (x.given().contains(second) || y.given().contains(first)) {
            return MatchWeights.GIVEN_MIDDLE;
        }
        return anyhowAlike(first, second) ? MatchWeights.GIVEN_ALIKE : MatchWeights.GIVEN_DIFFERENT;
    }

    /**
     * Of two names that are both frequent, the table's word is not enough: it has Libby for
     * Elizabeth and Bella for Isabella, who may be sisters.
     */
    private static boolean shortForm(Heard x, Heard y) {
        if (x.isPetFormWith(y)) {
            return true;
        }
        var a = x.written();
        var b = y.written();
        if (NameTables.shortForm(a, b)) {
            return !NameTables.frequent(a, b) || x.beginsWith(y);
        }
        return cutShort(a, b) && !NameTables.given(a, b);
    }

    private static boolean spelling(Heard x, Heard y) {
        return alike(x.written(), y.written())
                && (!NameTables.given(x.written(), y.written()) || x.soundsNearlyAs(y));
    }

    private static boolean anyhowAlike(String a, String b) {
        return NameTables.shortForms(a, b) || cutShort(a, b) || alike(a, b);
    }

    /**
     * The beginning of a name for the name, or its end: Barth for Bartholomew, Alex for Alexander,
     * Seun for Oluwaseun; not Paul for Paula.
     */
    private static boolean cutShort(String a, String b) {
        var cut = a.length() < b.length() ? a : b;
        var whole = a.length() < b.length() ? b : a;
        return cut.length() >= CUT_MIN
                && whole.length() >= cut.length() + CUT_OFF_MIN
                && (whole.startsWith(cut) || whole.endsWith(cut));
    }

    private static boolean alike(String a, String b) {
        return alike(a, b, SPELLING_MIN) || spelledAnew(a, b);
    }

    /** Whether a slip of the pen is likelier than two names. */
    static boolean alike(String a, String b, double atLeast) {
        return Math.min(a.length(), b.length()) >= SPELLING_LENGTH_MIN
                && JaroWinkler.similarity(a, b) >= atLeast;
    }

    /**
     * One name as two people write down what they hear: Isaac and Issac, Mohammed and Muhammad.
     * Names that rhyme, as twins' names often do, begin apart.
     */
    static boolean spelledAnew(String a, String b) {
        return Math.min(a.length(), b.length()) >= ANEW_LENGTH_MIN
                && a.charAt(0) == b.charAt(0)
                && (Edits.atMostOne(a, b) || soundAlike(a, b));
    }

    private static boolean soundAlike(String a, String b) {
        var sounds = Folding.skeleton(a.toLowerCase(Locale.ROOT));
        return sounds.length() >= SOUNDS_MIN
                && sounds.equals(Folding.skeleton(b.toLowerCase(Locale.ROOT)));
    }
}
