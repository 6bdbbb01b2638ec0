package sightline.linkage;

import sightline.linkage.text.Folding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of full names by their sound, whichever of them are given names: of two names with the
 * same words in another order, or of which one has all words of the other, the surname stands first
 * in one.
 */
final class FullNameWords {
    /** One word in common may be any two people's. */
    private static final int FEWEST = 2;

    private static final FullNameWords NONE =
            new FullNameWords(new String[0], new String[0], new long[0], new long[0]);

    private final String[] given;
    private final String[] surname;

    /** A bit for each word, by its hash: where bits differ both ways, words do. */
    private final long[] ofGiven;

    private final long[] ofSurname;

    private FullNameWords(String[] given, String[] surname, long[] ofGiven, long[] ofSurname) {
        this.given = given;
        this.surname = surname;
        this.ofGiven = ofGiven;
        this.ofSurname = ofSurname;
    }

    /** Those of two columns; none where the columns are not the parts of one full name. */
    static FullNameWords of(int given, int surname, List<Comparator> comparators) {
        if (given < 0 || surname < 0) {
            return NONE;
        }
        String[] first = comparators.get(given).feature.text;
        String[] last = comparators.get(surname).feature.text;
        return comparators.get(given).feature.name.endsWith(Records.GIVEN)
                        && comparators.get(surname).feature.name.endsWith(Records.SURNAME)
                ? new FullNameWords(first, last, bits(first), bits(last))
                : NONE;
    }

    boolean exist() {
        return given.length > 0;
    }

    /** Whether two names, by the numbers of their parts, have the same words. */
    boolean areSame(int first, int firstSurname, int second, int secondSurname) {
        long one = ofGiven[first] | ofSurname[firstSurname];
        long other = ofGiven[second] | ofSurname[secondSurname];
        return ((one & ~other) == 0 || (other & ~one) == 0)
                && areSame(
                        given[first], surname[firstSurname], given[second], surname[secondSurname]);
    }

    /** Whether one name has all words of the other, two or more. */
    static boolean areSame(String first, String firstSurname, String second, String secondSurname) {
        Set<String> one = words(first, firstSurname);
        Set<String> other = words(second, secondSurname);
        return Math.min(one.size(), other.size()) >= FEWEST
                && (one.containsAll(other) || other.containsAll(one));
    }

    private static Set<String> words(String given, String surname) {
        return sounds(given + " " + surname).collect(Collectors.toSet());
    }

    private static Stream<String> sounds(String name) {
        return Arrays.stream(name.split(" ")).map(FullNameWords::sound);
    }

    /** The consonants of a word; the word where they are few. */
    private static String sound(String word) {
        String skeleton = Folding.skeleton(word);
        return skeleton.length() < FEWEST ? word : skeleton;
    }

    /** The chance that a given name drawn at random sounds as a surname drawn at random. */
    static double chance(Feature given, Feature surname) {
        Map<String, Double> surnames = new HashMap<>();
        for (int i = 0; i < surname.text.length; i++) {
            String sounds = sounds(surname.text[i]).collect(Collectors.joining(" "));
            surnames.merge(sounds, surname.frequency(i), Double::sum);
        }
        double sum = 0;
        for (int i = 0; i < given.text.length; i++) {
            String sounds = sounds(given.text[i]).collect(Collectors.joining(" "));
            sum += given.frequency(i) * surnames.getOrDefault(sounds, 0.0);
        }
        return sum;
    }

    private static long[] bits(String[] values) {
        return Arrays.stream(values)
                .mapToLong(value ->
                        sounds(value)
                                .mapToLong(word -> 1L << Estimation.mix(word.hashCode()))
                                .reduce(0, (a, b) -> a | b))
                .toArray();
    }
}
