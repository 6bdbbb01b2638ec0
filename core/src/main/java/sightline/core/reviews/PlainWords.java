package sightline.core.reviews;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The words of a sentence by which two sentences are compared: of some length, without endings. */
final class PlainWords {
    private static final int LETTERS_MIN = 4;

    private PlainWords() {}

    static Set<String> of(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.length() >= LETTERS_MIN) {
                words.add(word.replaceAll("(?:ing|ed|s)$", ""));
            }
        }
        return Set.copyOf(words);
    }
}
