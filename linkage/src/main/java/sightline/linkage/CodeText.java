package sightline.linkage;

import sightline.linkage.text.Folding;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An identifier without what only says what it is: the address of who resolves it, as in {@code
 * https://doi.org/10.1000/182}, a label before a colon, and the name of its own column, as in "IMO
 * 9074729" under {@code imo_no}.
 */
final class CodeText {
    private static final Pattern LINK =
            Pattern.compile(
                    "(?:https?://)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}/(?=.*[0-9])(.+)");
    private static final Pattern LABEL = Pattern.compile("(?:[a-z]+: *)+(?=.*[0-9])(.+)");
    private static final int SHORTEST_LABEL = 2;

    private CodeText() {}

    /**
     * The plain form of a cell: letters and digits alone, in lower case.
     *
     * @param header the column's name
     */
    static String of(String cell, String header) {
        String code = Records.solid(Folding.fold(bare(cell.strip())));
        for (String label : List.of(Vocabulary.words(header).split(" "))) {
            if (label.length() >= SHORTEST_LABEL
                    && code.startsWith(label)
                    && code.length() > label.length()
                    && Character.isDigit(code.charAt(label.length()))) {
                return code.substring(label.length());
            }
        }
        return code;
    }

    private static String bare(String cell) {
        if (cell.indexOf('/') < 0 && cell.indexOf(':') < 0) {
            return cell;
        }
        String small = cell.toLowerCase(Locale.ROOT);
        Matcher link = LINK.matcher(small);
        if (link.matches()) {
            return link.group(1);
        }
        Matcher label = LABEL.matcher(small);
        return label.matches() ? label.group(1) : cell;
    }
}
