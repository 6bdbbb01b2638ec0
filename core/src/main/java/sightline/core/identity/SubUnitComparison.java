package sightline.core.identity;

import static sightline.core.identity.AddressComparison.cannotTell;
import static sightline.core.identity.AddressComparison.different;
import static sightline.core.identity.AddressComparison.same;

import sightline.core.identity.AddressComparison.Reason;
import sightline.core.identity.AddressComparison.Result;
import sightline.core.identity.SubUnit.Kind;

import java.util.HashSet;
import java.util.List;

/** Whether two lists of flats, rooms and the like mean one part of one building. */
final class SubUnitComparison {
    private SubUnitComparison() {}

    static Result compare(List<SubUnit> x, List<SubUnit> y) {
        if (x.equals(y)) {
            return same(Reason.SAME_ADDRESS);
        }
        if (x.isEmpty() || y.isEmpty() || contains(x, y) || contains(y, x)) {
            return different(Reason.DWELLING_AND_BUILDING);
        }
        var onlyX = without(x, y);
        var onlyY = without(y, x);
        if (onlyX.size() != 1 || onlyY.size() != 1) {
            return different(Reason.DIFFERENT_SUB_UNIT);
        }
        return subUnit(onlyX.getFirst(), onlyY.getFirst());
    }

    private static Result subUnit(SubUnit x, SubUnit y) {
        var oneLabel = x.label().equals(y.label());
        if (x.kind() != y.kind()) {
            var annexe = x.kind() == Kind.ANNEXE || y.kind() == Kind.ANNEXE;
            return oneLabel && !annexe
                    ? cannotTell(Reason.OTHER_NUMBERING)
                    : different(Reason.DIFFERENT_SUB_UNIT);
        }
        return numbering(x.label()) == numbering(y.label())
                ? different(Reason.DIFFERENT_SUB_UNIT)
                : cannotTell(Reason.OTHER_NUMBERING);
    }

    /** How flats are counted: labels of two ways of counting may mean one flat. */
    private enum Numbering {
        NONE,
        FLOOR,
        FLOOR_AND_FLAT,
        FLOOR_AND_SIDE,
        LETTER,
        NUMBER
    }

    private static Numbering numbering(String label) {
        if (label.isEmpty()) {
            return Numbering.NONE;
        }
        if (label.startsWith("FLOOR")) {
            return Numbering.FLOOR;
        }
        if (label.contains("/")) {
            return Character.isDigit(label.charAt(label.length() - 1))
                    ? Numbering.FLOOR_AND_FLAT
                    : Numbering.FLOOR_AND_SIDE;
        }
        return Character.isDigit(label.charAt(0)) ? Numbering.NUMBER : Numbering.LETTER;
    }

    private static boolean contains(List<SubUnit> whole, List<SubUnit> part) {
        return whole.size() > part.size() && new HashSet<>(whole).containsAll(part);
    }

    private static List<SubUnit> without(List<SubUnit> units, List<SubUnit> others) {
        return units.stream().filter(unit -> !others.contains(unit)).toList();
    }
}
