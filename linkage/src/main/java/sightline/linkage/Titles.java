package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.Arrays;
import java.util.List;

/**
 * Texts that are things' own: long, and hardly ever said of two. No chance, but one thing, gives
 * two records one title of several words. What other columns differ beside, as titles do beside one
 * list of authors or years beside one title, is said of many things; prices differ by themselves.
 */
final class Titles {
    private static final double MOSTLY_OWN = 0.4;
    private static final double WORDS = 3;
    private static final int SEEN_MOST = 200_000;
    private static final int SEEN_ENOUGH = 40;
    private static final double DIFFERS_OFTEN = 0.2;

    private Titles() {}

    static boolean isTitle(Feature text, List<Comparator> columns) {
        long words = 0;
        for (String value : text.text) {
            words += 1 + value.chars().filter(letter -> letter == ' ').count();
        }
        return text.text.length > MOSTLY_OWN * text.present
                && words >= WORDS * text.text.length
                && columns.stream()
                        .filter(x -> x.feature.kind != FieldKind.NUMBER && x.feature != text)
                        .noneMatch(x -> differsWithin(x, text.codes));
    }

    /** Whether a column often differs outright in records that have a text in common. */
    private static boolean differsWithin(Comparator column, int[] texts) {
        int[] last = new int[Arrays.stream(texts).max().orElse(0) + 1];
        Similarity similarity = new Similarity();
        int seen = 0;
        int others = 0;
        for (int i = 0; i < texts.length && seen < SEEN_MOST; i++) {
            if (texts[i] < 0 || column.feature.codes[i] < 0) {
                continue;
            }
            int before = last[texts[i]] - 1;
            last[texts[i]] = i + 1;
            if (before >= 0) {
                seen++;
                others += areOthers(column, before, i, similarity) ? 1 : 0;
            }
        }
        return seen >= SEEN_ENOUGH && others > DIFFERS_OFTEN * seen;
    }

    private static boolean areOthers(Comparator column, int i, int j, Similarity similarity) {
        int x = column.feature.codes[i];
        int y = column.feature.codes[j];
        return x != y
                && column.isOutright(column.compare(Math.min(x, y), Math.max(x, y), similarity));
    }
}
