package sightline.web;

import sightline.core.identity.AddressComparison;

/** What two addresses leave open, in words. */
final class PlaceWords {
    private PlaceWords() {}

    static String inTheWay(AddressComparison.Reason reason) {
        return switch (reason) {
            case SAME_UPRN -> "one property number";
            case SAME_ADDRESS -> "the wording agrees";
            case SPELLING -> "they differ in spelling only";
            case DIFFERENT_UPRN -> "two property numbers";
            case DIFFERENT_NUMBER -> "another house number";
            case DIFFERENT_STREET -> "another street";
            case DIFFERENT_BUILDING -> "another building";
            case DIFFERENT_SUB_UNIT -> "another flat or room";
            case ELSEWHERE -> "another town or postcode";
            case DWELLING_AND_BUILDING -> "one may be a flat within the other";
            case UPRN_OF_BUILDING -> "one property number, but two flats";
            case NO_PLACE -> "at least one says no one place";
            case NO_HOUSE -> "nothing says which house";
            case NO_COMMON_LOCATION -> "neither a postcode nor a town in common";
            case NAME_OR_NUMBER -> "a house name on one side, a number on the other";
            case RANGE -> "a number on one side, a range with it on the other";
            case RENUMBERED -> "the one number is the former number of the other";
            case LETTER_OR_FLAT -> "a letter after the number on one side, a flat on the other";
            case OTHER_NUMBERING -> "the flats are counted in two ways";
            case POSTCODES_DISAGREE -> "the postcodes do not agree, the rest does";
            case NAMES_DISAGREE -> "streets or names differ, the rest agrees";
        };
    }
}
