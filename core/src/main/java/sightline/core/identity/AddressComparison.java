package sightline.core.identity;

import java.util.Collections;
import java.util.Optional;

/**
 * Whether two addresses are one place. Knows no gazetteer, so it says "cannot tell" where a careful
 * reader would have to look it up. A dwelling is never its building.
 */
public final class AddressComparison {
    private static final int SPELLING_LENGTH_MIN = 5;
    private static final double SPELLING_MIN = 0.94;

    private final PlaceKey a;
    private final PlaceKey b;

    private AddressComparison(PlaceKey a, PlaceKey b) {
        this.a = a;
        this.b = b;
    }

    /** The answer. */
    public enum Answer {
        /** One place. */
        SAME,
        /** Two places. */
        DIFFERENT,
        /** The addresses alone do not say. */
        CANNOT_TELL
    }

    /** What settled it, or what is in the way. */
    public enum Reason {
        /** Both senders sent one UPRN. */
        SAME_UPRN,
        /** Everything that both say agrees. */
        SAME_ADDRESS,
        /** The same but for spelling. */
        SPELLING,
        /** Two UPRNs. */
        DIFFERENT_UPRN,
        /** Another number in the street. */
        DIFFERENT_NUMBER,
        /** Another street. */
        DIFFERENT_STREET,
        /** Another building or house name. */
        DIFFERENT_BUILDING,
        /** Another flat, room or pitch. */
        DIFFERENT_SUB_UNIT,
        /** Another town or postcode. */
        ELSEWHERE,
        /** One is a part of the other. */
        DWELLING_AND_BUILDING,
        /** One UPRN, two flats: somebody sent the building's number. */
        UPRN_OF_BUILDING,
        /** At least one is no place. */
        NO_PLACE,
        /** Nothing says which house. */
        NO_HOUSE,
        /** Neither a postcode nor a town in common. */
        NO_COMMON_LOCATION,
        /** A name on one side, a number on the other. */
        NAME_OR_NUMBER,
        /** A number on one side, a range with it on the other. */
        RANGE,
        /** The number that one says is the former number of the other. */
        RENUMBERED,
        /** 14B on one side, flat B of 14 on the other. */
        LETTER_OR_FLAT,
        /** Flats counted in two ways, such as 2/1 and 5. */
        OTHER_NUMBERING,
        /** The postcodes do not agree although the rest does. */
        POSTCODES_DISAGREE,
        /** Streets or names differ although the rest agrees. */
        NAMES_DISAGREE
    }

    /** An answer with its reason; holds nothing of either address. */
    public record Result(Answer answer, Reason reason) {}

    /** Compares; symmetric. */
    public static Result compare(PlaceKey a, PlaceKey b) {
        return new AddressComparison(a, b).compare();
    }

    /**
     * Whether the address says one place. "No fixed abode", a street without a house and a house
     * without a town do not, however often they are written alike.
     */
    public static boolean isOnePlace(PlaceKey place) {
        return compare(place, place).answer() == Answer.SAME;
    }

    private Result compare() {
        if (!a.usable() || !b.usable()) {
            return cannotTell(Reason.NO_PLACE);
        }
        if (a.uprn().isPresent() && b.uprn().isPresent()) {
            return byUprn();
        }
        var building = sameBuilding();
        return building.answer() == Answer.SAME ? withinBuilding(building) : building;
    }

    private Result byUprn() {
        if (!a.uprn().equals(b.uprn())) {
            return different(Reason.DIFFERENT_UPRN);
        }
        var flats = !a.subUnits().isEmpty() && !b.subUnits().isEmpty();
        return flats && subUnits().reason() == Reason.DIFFERENT_SUB_UNIT
                ? cannotTell(Reason.UPRN_OF_BUILDING)
                : same(Reason.SAME_UPRN);
    }

    /** Whether house, block or site are one; flats aside. */
    private Result sameBuilding() {
        if (flatOfStreet(a, b) || flatOfStreet(b, a)) {
            return flatAsHouse();
        }
        if (a.number().isPresent() && b.number().isPresent()) {
            return numbered(a.number().get(), b.number().get());
        }
        if (a.building().isPresent() && b.building().isPresent()) {
            return named();
        }
        var streets = streets();
        if (streets == Likeness.DIFFERENT && !samePostcode()) {
            return different(Reason.DIFFERENT_STREET);
        }
        if (elsewhere()) {
            return different(Reason.ELSEWHERE);
        }
        return cannotTell(hasHouse(a) && hasHouse(b) ? Reason.NAME_OR_NUMBER : Reason.NO_HOUSE);
    }

    private static boolean hasHouse(PlaceKey place) {
        return place.number().isPresent() || place.building().isPresent();
    }

    /** Flat 14, Kings Court and 14 Kings Court are two ways to write one dwelling. */
    private Result flatAsHouse() {
        var flat = a.number().isEmpty() ? a : b;
        var house = a.number().isEmpty() ? b : a;
        var oneNumber =
                house.number()
                        .map(HouseNumber::text)
                        .filter(flat.subUnits().getFirst().label()::equals)
                        .isPresent();
        if (!oneNumber) {
            return different(Reason.DIFFERENT_NUMBER);
        }
        return samePostcode() ? same(Reason.SPELLING) : cannotTell(Reason.NO_COMMON_LOCATION);
    }

    /** Whether one names as its building what the other names as its street. */
    private static boolean flatOfStreet(PlaceKey flat, PlaceKey house) {
        return flat.number().isEmpty()
                && flat.subUnits().size() == 1
                && house.number().isPresent()
                && house.subUnits().isEmpty()
                && flat.building().isPresent()
                && flat.building().equals(house.street());
    }

    private Result numbered(HouseNumber x, HouseNumber y) {
        if (!x.equals(y)) {
            return otherNumber(x, y);
        }
        var names = like(a.building(), b.building());
        if (names == Likeness.DIFFERENT) {
            return streets() == Likeness.DIFFERENT || elsewhere()
                    ? different(Reason.DIFFERENT_BUILDING)
                    : cannotTell(Reason.NAMES_DISAGREE);
        }
        return switch (streets()) {
            case SAME -> located(Reason.SAME_ADDRESS);
            case ALIKE -> {
                if (otherOutward()) {
                    yield different(Reason.DIFFERENT_STREET);
                }
                var located = located(Reason.SPELLING);
                yield located.answer() == Answer.SAME && !nearPostcode()
                        ? cannotTell(Reason.NAMES_DISAGREE)
                        : located;
            }
            case DIFFERENT ->
                    samePostcode()
                            ? cannotTell(Reason.NAMES_DISAGREE)
                            : different(Reason.DIFFERENT_STREET);
            case NOT_KNOWN -> {
                if (samePostcode()) {
                    yield same(Reason.SAME_ADDRESS);
                }
                yield elsewhere()
                        ? different(Reason.ELSEWHERE)
                        : cannotTell(Reason.NO_COMMON_LOCATION);
            }
        };
    }

    private Result otherNumber(HouseNumber x, HouseNumber y) {
        var apart = streets() == Likeness.DIFFERENT || elsewhere();
        if (apart) {
            return different(Reason.DIFFERENT_NUMBER);
        }
        if (a.formerNumbers().contains(y) || b.formerNumbers().contains(x)) {
            return cannotTell(Reason.RENUMBERED);
        }
        if (x.overlapsAsRange(y)) {
            return cannotTell(Reason.RANGE);
        }
        if (readTheOtherWay(x, a, y, b)) {
            return cannotTell(Reason.OTHER_NUMBERING);
        }
        return letterOrFlat(x, a, y, b) || letterOrFlat(y, b, x, a)
                ? cannotTell(Reason.LETTER_OR_FLAT)
                : different(Reason.DIFFERENT_NUMBER);
    }

    /** Flat 6 of number 14, and flat 14 of number 6: 14/6 and 6/14 are written for both. */
    private static boolean readTheOtherWay(
            HouseNumber x, PlaceKey its, HouseNumber y, PlaceKey other) {
        return its.subUnits().size() == 1
                && other.subUnits().size() == 1
                && its.subUnits().getFirst().label().equals(y.text())
                && other.subUnits().getFirst().label().equals(x.text());
    }

    private static boolean letterOrFlat(
            HouseNumber lettered, PlaceKey its, HouseNumber plain, PlaceKey other) {
        return !lettered.letter().isEmpty()
                && plain.letter().isEmpty()
                && lettered.from() == plain.from()
                && its.subUnits().isEmpty()
                && other.subUnits().stream()
                        .anyMatch(unit -> unit.label().equals(lettered.letter()));
    }

    /** Both have a name; at most one has a number. */
    private Result named() {
        var likeness = like(a.building(), b.building());
        var streets = streets();
        if (likeness == Likeness.DIFFERENT) {
            return different(Reason.DIFFERENT_BUILDING);
        }
        if (streets == Likeness.DIFFERENT) {
            return samePostcode()
                    ? cannotTell(Reason.NAMES_DISAGREE)
                    : different(Reason.DIFFERENT_STREET);
        }
        var reason = likeness == Likeness.SAME ? Reason.SAME_ADDRESS : Reason.SPELLING;
        if (streets == Likeness.NOT_KNOWN || likeness == Likeness.ALIKE) {
            if (nearPostcode()) {
                return same(reason);
            }
            return elsewhere()
                    ? different(Reason.ELSEWHERE)
                    : cannotTell(Reason.NO_COMMON_LOCATION);
        }
        return located(reason);
    }

    /** House and street agree: whether the town does. */
    private Result located(Reason reason) {
        if (nearPostcode()) {
            return same(reason);
        }
        if (a.postcode().isPresent() && b.postcode().isPresent()) {
            return !otherOutward() || sharedLocality()
                    ? cannotTell(Reason.POSTCODES_DISAGREE)
                    : different(Reason.ELSEWHERE);
        }
        if (sharedLocality()) {
            return same(reason);
        }
        return elsewhere() ? different(Reason.ELSEWHERE) : cannotTell(Reason.NO_COMMON_LOCATION);
    }

    private Result withinBuilding(Result building) {
        if (flatOfStreet(a, b) || flatOfStreet(b, a)) {
            return building;
        }
        var units = subUnits();
        return units.answer() == Answer.SAME ? building : units;
    }

    private Result subUnits() {
        return SubUnitComparison.compare(a.subUnits(), b.subUnits());
    }

    private boolean samePostcode() {
        return a.postcode().isPresent() && a.postcode().equals(b.postcode());
    }

    private boolean nearPostcode() {
        return a.postcode().isPresent()
                && b.postcode().isPresent()
                && Postcodes.oneSector(a.postcode().get(), b.postcode().get());
    }

    private boolean otherOutward() {
        return a.postcode().isPresent()
                && b.postcode().isPresent()
                && !Postcodes.outward(a.postcode().get())
                        .equals(Postcodes.outward(b.postcode().get()));
    }

    private boolean sharedLocality() {
        return !Collections.disjoint(a.localities(), b.localities());
    }

    /** Whether postcode, or town where a postcode is missing, say two places. */
    private boolean elsewhere() {
        if (a.postcode().isPresent() && b.postcode().isPresent()) {
            return otherOutward() && !sharedLocality();
        }
        return !a.localities().isEmpty() && !b.localities().isEmpty() && !sharedLocality();
    }

    private enum Likeness {
        SAME,
        ALIKE,
        DIFFERENT,
        NOT_KNOWN
    }

    private Likeness streets() {
        return like(a.street(), b.street());
    }

    private static Likeness like(Optional<String> x, Optional<String> y) {
        if (x.isEmpty() || y.isEmpty()) {
            return Likeness.NOT_KNOWN;
        }
        var one = x.get().replace(" ", "");
        var other = y.get().replace(" ", "");
        if (one.equals(other)) {
            return Likeness.SAME;
        }
        var alike =
                Math.min(one.length(), other.length()) >= SPELLING_LENGTH_MIN
                        && !digitsDiffer(one, other)
                        && (JaroWinkler.similarity(one, other) >= SPELLING_MIN
                                || Edits.atMostOne(one, other));
        return alike || typeLeftOut(x.get(), y.get()) ? Likeness.ALIKE : Likeness.DIFFERENT;
    }

    /**
     * Whether one leaves out the last word of the other and that is the type: Mill for Mill Lane.
     */
    private static boolean typeLeftOut(String x, String y) {
        var longer = x.length() > y.length() ? x : y;
        var shorter = x.length() > y.length() ? y : x;
        return longer.startsWith(shorter + " ")
                && AddressWords.isStreetType(longer.substring(shorter.length() + 1));
    }

    private static boolean digitsDiffer(String x, String y) {
        return !x.replaceAll("[^0-9]", "").equals(y.replaceAll("[^0-9]", ""));
    }

    static Result same(Reason reason) {
        return new Result(Answer.SAME, reason);
    }

    static Result different(Reason reason) {
        return new Result(Answer.DIFFERENT, reason);
    }

    static Result cannotTell(Reason reason) {
        return new Result(Answer.CANNOT_TELL, reason);
    }
}
