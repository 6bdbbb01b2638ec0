package sightline.linkage;

import sightline.linkage.text.Folding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address in one line, taken apart: the numbers of house and flat, the words of street and
 * place, the postcode. Abbreviations of kinds of street are spelt out.
 */
final class AddressLine {
    private static final Pattern BRITISH =
            Pattern.compile("(?i)\\b[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}$");
    private static final Pattern ZIP = Pattern.compile("(?<=[A-Za-z.],? )[0-9]{5}(?:-[0-9]{4})?$");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}[a-z]?");
    private static final Pattern DWELLING =
            Pattern.compile(
                    "(?i)(?:(?:flat|apartment|apt|unit|no)[. ] ?)?[0-9]{1,4} ?[a-z]?(?:[-/][0-9]{1,4})?");
    private static final Pattern STREET =
            Pattern.compile("[0-9]{1,4}[A-Za-z]?,?(?: [\\p{L}'’.-]+){2,4}");
    private static final Set<String> FLATS =
            Set.of("flat", "apartment", "apt", "unit", "suite", "room", "no", "number");
    private static final Map<String, String> SPELT_OUT =
            Map.ofEntries(
                    Map.entry("rd", "road"),
                    Map.entry("st", "street"),
                    Map.entry("ln", "lane"),
                    Map.entry("av", "avenue"),
                    Map.entry("ave", "avenue"),
                    Map.entry("cl", "close"),
                    Map.entry("dr", "drive"),
                    Map.entry("gdns", "gardens"),
                    Map.entry("terr", "terrace"),
                    Map.entry("ter", "terrace"),
                    Map.entry("cres", "crescent"),
                    Map.entry("ct", "court"),
                    Map.entry("sq", "square"),
                    Map.entry("pl", "place"),
                    Map.entry("blvd", "boulevard"),
                    Map.entry("hse", "house"));
    private static final Set<String> KINDS_OF_STREET =
            Stream.concat(SPELT_OUT.values().stream(), Stream.of("way", "hill", "row", "park"))
                    .collect(Collectors.toUnmodifiableSet());
    private static final int LEAST_LINE = 6;

    private final String number;
    private final String street;
    private final String postcode;

    private AddressLine(String number, String street, String postcode) {
        this.number = number;
        this.street = street;
        this.postcode = postcode;
    }

    /** Whether the text is an address that ends with a postcode and has more before it. */
    static boolean isWhole(String text) {
        String stripped = text.strip();
        int at = postcodeAt(stripped);
        return at >= LEAST_LINE && stripped.substring(0, at).chars().anyMatch(Character::isLetter);
    }

    private static int postcodeAt(String text) {
        Matcher british = BRITISH.matcher(text);
        if (british.find()) {
            return british.start();
        }
        Matcher zip = ZIP.matcher(text);
        return zip.find() ? zip.start() : -1;
    }

    /** The share of the values in which a number stands. */
    static double shareWithNumber(Column streets) {
        return share(streets, value -> value.chars().anyMatch(Character::isDigit));
    }

    /** The share of the values that are the number of a house or flat and nothing else. */
    static double shareOfNumbers(Column column) {
        return share(column, value -> DWELLING.matcher(value.strip()).matches());
    }

    /** The share of the values in which a number and the word for a kind of street stand. */
    static double shareOfAddresses(Column column) {
        return share(
                column,
                value -> {
                    AddressLine line = of(value);
                    return !line.number.isEmpty() && namesKindOfStreet(line.street);
                });
    }

    /** The share of the values that are a number, the name of a street and its kind, no more. */
    static double shareOfStreets(Column column) {
        return share(
                column,
                value ->
                        STREET.matcher(value.strip()).matches()
                                && namesKindOfStreet(of(value).street));
    }

    private static boolean namesKindOfStreet(String street) {
        return List.of(street.split(" ")).stream().anyMatch(KINDS_OF_STREET::contains);
    }

    private static double share(Column column, Predicate<String> holds) {
        int of = column.distinct();
        return of == 0 ? 0 : (double) column.count(holds) / of;
    }

    static AddressLine of(String text) {
        String stripped = text.strip();
        int at = postcodeAt(stripped);
        String line = at < 0 ? stripped : stripped.substring(0, at);
        List<String> numbers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String word : Folding.fold(line).split(" ")) {
            if (NUMBER.matcher(word).matches()) {
                numbers.add(word);
            } else if (!word.isEmpty() && !FLATS.contains(word)) {
                words.add(SPELT_OUT.getOrDefault(word, word));
            }
        }
        String postcode = at < 0 ? "" : Folding.fold(stripped.substring(at)).replace(" ", "");
        return new AddressLine(String.join(" ", numbers), String.join(" ", words), postcode);
    }

    /**
     * The numbers of flat and house, as they stand one after another; empty where there is none.
     */
    String number() {
        return number;
    }

    /** The words of street and place. */
    String street() {
        return street;
    }

    /** The postcode without blanks; empty where there is none. */
    String postcode() {
        return postcode;
    }
}
