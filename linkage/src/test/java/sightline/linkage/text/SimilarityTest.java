package sightline.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Random;

/** The bits give what the textbook's table gives, on anything. */
final class SimilarityTest {
    private static final long SEED = Long.getLong("seed", 20260101L);
    private static final int PAIRS = 60_000;

    private final Similarity similarity = new Similarity();

    @Test
    void equalsTheReferenceOnAnyStrings() {
        var random = new Random(SEED);
        for (int p = 0; p < PAIRS; p++) {
            char[] a = word(random);
            char[] b = random.nextInt(3) == 0 ? word(random) : garbled(a, random);

            String pair = "seed %d: %s, %s".formatted(SEED, new String(a), new String(b));
            assertThat(similarity.levenshtein(a, b))
                    .as(pair)
                    .isEqualTo(TableDistance.levenshtein(a, b));
            assertThat(similarity.alignment(a, b))
                    .as(pair)
                    .isEqualTo(TableDistance.alignment(a, b));
            if (a.length > 0 && b.length > 0) {
                assertThat(similarity.jaroWinkler(a, b))
                        .as(pair)
                        .isCloseTo(TableDistance.jaroWinkler(a, b), within(1e-12));
            }
        }
    }

    @Test
    void knowsTheTextbooksExamples() {
        assertThat(jaroWinkler("MARTHA", "MARHTA")).isCloseTo(0.9611, within(1e-4));
        assertThat(jaroWinkler("DIXON", "DICKSONX")).isCloseTo(0.8133, within(1e-4));
        assertThat(jaroWinkler("JELLYFISH", "SMELLYFISH")).isCloseTo(0.8963, within(1e-4));
        assertThat(similarity.levenshtein(of("kitten"), of("sitting"))).isEqualTo(3);
        assertThat(similarity.levenshtein(of("ca"), of("ac"))).isEqualTo(2);
        assertThat(similarity.alignment(of("ca"), of("ac"))).isEqualTo(1);
        assertThat(similarity.alignment(of("ca"), of("abc"))).isEqualTo(3);
    }

    @Test
    void nothingComparedWithNothingIsAlike() {
        assertThat(jaroWinkler("", "")).isEqualTo(1);
        assertThat(jaroWinkler("", "a")).isZero();
        assertThat(similarity.levenshtein(of(""), of("abc"))).isEqualTo(3);
    }

    @Test
    void leavesNothingBehindForTheNextPair() {
        similarity.jaroWinkler(of("margaret"), of("margarita"));
        similarity.levenshtein(of("zzz"), of("margaret"));

        assertThat(similarity.levenshtein(of("abc"), of("margaret"))).isEqualTo(8 - 1);
    }

    private double jaroWinkler(String a, String b) {
        return similarity.jaroWinkler(of(a), of(b));
    }

    private static char[] of(String text) {
        return text.toCharArray();
    }

    private static char[] word(Random random) {
        int length = random.nextInt(20) == 0 ? 55 + random.nextInt(30) : random.nextInt(14);
        boolean anyScript = random.nextInt(25) == 0;
        char[] word = new char[length];
        for (int i = 0; i < length; i++) {
            word[i] = (char) ((anyScript ? 0x430 : 'a') + random.nextInt(random.nextInt(6) + 1));
        }
        return word;
    }

    private static char[] garbled(char[] word, Random random) {
        var text = new StringBuilder(new String(word));
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, (char) ('a' + random.nextInt(6)));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1));
                default -> {
                    if (at + 1 < text.length()) {
                        char first = text.charAt(at);
                        text.setCharAt(at, text.charAt(at + 1));
                        text.setCharAt(at + 1, first);
                    }
                }
            }
        }
        return text.toString().toCharArray();
    }
}
