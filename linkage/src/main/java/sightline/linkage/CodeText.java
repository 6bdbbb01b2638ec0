package sightline.linkage;

import sightline.linkage.text.Folding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An identifier without what only says what it is: the address of a public resolver, as in {@code
 * https://doi.org/10.1000/182}, and the name of a public scheme, as in "IMO 9074729". Whatever else
 * stands before a number, as the hospital that gave it out, may be what tells two people apart and
 * is a part of it. What is cut depends on the cell alone, not on its column.
 */
final class CodeText {
    /** Who resolves identifiers that are one and the same for everybody. */
    private static final Pattern LINK =
            Pattern.compile(
                    "https?+://(?:www\\.)?+(?:(?:dx\\.)?+doi\\.org|orcid\\.org|isni\\.org"
                            + "|hdl\\.handle\\.net|viaf\\.org)/(?:isni/|viaf/)?+",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern LABEL =
            Pattern.compile(
                    "(?:doi|orcid|isbn|issn|isni|imo|mmsi|ean|gtin|vat|nhs|uprn)"
                            + "(?:number|no)?+(?=[0-9])");

    /** A number of fewer digits is not one that a scheme gives out. */
    private static final int FEWEST_DIGITS = 6;

    /** What is longer is a text, in which nothing is looked for. */
    private static final int LONGEST = 200;

    private CodeText() {}

    /** The plain form of a cell: letters and digits alone, in lower case. */
    static String of(String cell) {
        String text = cell.strip();
        String whole = plain(text);
        if (text.length() > LONGEST) {
            return whole;
        }
        Matcher link = LINK.matcher(text);
        String rest = link.lookingAt() ? plain(text.substring(link.end())) : whole;
        Matcher label = LABEL.matcher(rest);
        String code = label.lookingAt() ? rest.substring(label.end()) : rest;
        return code.chars().filter(Character::isDigit).count() < FEWEST_DIGITS ? whole : code;
    }

    private static String plain(String text) {
        return Records.solid(Folding.fold(text));
    }
}
