package sightline.core.identity;

import sightline.core.facts.UnnamedUnborn;
import sightline.core.identity.Explanation.Reason;
import sightline.core.identity.PersonComparison.Finding;
import sightline.core.kernel.Certainty;

/** When the record of a pregnancy and that of a child, or of a pregnancy, are of one person. */
final class Pregnancies {
    private Pregnancies() {}

    /** At least one of the two is a pregnancy. */
    static Finding judge(Prepared a, Prepared b, Explanation draft) {
        var identified = PersonComparison.byIdentifier(draft);
        if (identified.isPresent()) {
            return identified.get();
        }
        var inTime =
                draft.in(Field.DATE_OF_BIRTH) == Agreement.SIMILAR || Bookings.ofOnePregnancy(a, b);
        if (cannotBeOne(a, b)) {
            return new Finding(
                    inTime && draft.in(Field.MOTHER) == Agreement.AGREES
                            ? Certainty.POSSIBLE
                            : Certainty.NOT_KNOWN,
                    Reason.TWINS_OR_TWO_NAMES);
        }
        if (draft.in(Field.MOTHER) == Agreement.AGREES) {
            return new Finding(
                    inTime ? Certainty.LIKELY : Certainty.POSSIBLE, Reason.BORN_OF_THIS_PREGNANCY);
        }
        var oneFamily =
                draft.in(Field.FAMILY_NAME) == Agreement.AGREES
                        && draft.in(Field.ADDRESS) == Agreement.AGREES
                        && draft.in(Field.MOTHER) == Agreement.NOT_KNOWN;
        return new Finding(
                inTime && oneFamily ? Certainty.POSSIBLE : Certainty.NOT_KNOWN,
                Reason.BORN_OF_THIS_PREGNANCY);
    }

    /**
     * Dates that no pregnancy allows, or two pregnancies that one agency records apart: it then
     * expects twins.
     */
    static boolean cannotBeOne(Prepared a, Prepared b) {
        if (a.unborn() && b.unborn()) {
            return recordedApart(a, b)
                    || Bookings.ofTwoPregnancies(a, b)
                    || (known(a) && known(b) && !BirthComparison.samePregnancy(a, b));
        }
        var pregnancy = a.unborn() ? a : b;
        var child = a.unborn() ? b : a;
        var twinOfOneAlreadyHere = known(child) && recordedApart(pregnancy, child);
        return twinOfOneAlreadyHere
                || Bookings.ofAnotherPregnancy(pregnancy, child)
                || (known(pregnancy)
                        && !child.births().isEmpty()
                        && !BirthComparison.canBeOfPregnancy(pregnancy, child));
    }

    /** One agency has a record of each, that it made itself. */
    private static boolean recordedApart(Prepared a, Prepared b) {
        return a.records().stream()
                .anyMatch(x ->
                        b.records().stream()
                                .anyMatch(y ->
                                        x.agency().equals(y.agency())
                                                && !x.equals(y)
                                                && !(UnnamedUnborn.made(x)
                                                        && UnnamedUnborn.made(y))));
    }

    private static boolean known(Prepared pregnancy) {
        return !pregnancy.expected().isEmpty();
    }
}
