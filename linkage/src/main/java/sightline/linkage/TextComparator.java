package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of text, such as streets and towns: slips, then how much of the rare words is in both. */
final class TextComparator extends Comparator {
    private static final int SLIP = 1;
    private static final int MOST = 2;
    private static final int SOME = 3;
    private static final int LIKE = 4;
    private static final int DIFFERENT = 5;

    /** Even a word that all have counts a little. */
    private static final double RARE = 0.3;

    private final int[][] words;
    private final double[] rarity;
    private final Map<String, Integer> known;
    private final double nearFrom;
    private final double likeFrom;
    private final double mostFrom;
    private final double someFrom;
    private final LetterMasks letters;

    TextComparator(Feature feature, List<Level> levels) {
        super(feature, levels);
        letters = new LetterMasks(feature.chars);
        nearFrom = levels.get(SLIP).least();
        mostFrom = levels.get(MOST).least();
        someFrom = levels.get(SOME).least();
        likeFrom = levels.get(LIKE).least();
        known = new HashMap<>();
        int n = feature.text.length;
        words = new int[n][];
        double[] count = new double[16];
        double all = 0;
        for (int i = 0; i < n; i++) {
            String[] parts = feature.text[i].split(" ");
            words[i] = new int[parts.length];
            for (int j = 0; j < parts.length; j++) {
                int word = known.computeIfAbsent(parts[j], p -> known.size());
                words[i][j] = word;
                if (word >= count.length) {
                    count = Arrays.copyOf(count, count.length * 2);
                }
                count[word] += feature.frequency(i);
            }
            all += feature.frequency(i);
        }
        rarity = new double[known.size()];
        for (int i = 0; i < rarity.length; i++) {
            rarity[i] = Math.log((all + 1e-6) / (count[i] + 1e-7)) + RARE;
        }
    }

    private TextComparator(Feature values, TextComparator column) {
        super(values, column.levels);
        letters = new LetterMasks(values.chars);
        nearFrom = column.nearFrom;
        mostFrom = column.mostFrom;
        someFrom = column.someFrom;
        likeFrom = column.likeFrom;
        known = new HashMap<>();
        words = new int[values.text.length][];
        double[] rare = new double[16];
        for (int i = 0; i < words.length; i++) {
            String[] parts = values.text[i].split(" ");
            words[i] = new int[parts.length];
            for (int j = 0; j < parts.length; j++) {
                int word = known.computeIfAbsent(parts[j], p -> known.size());
                words[i][j] = word;
                if (word >= rare.length) {
                    rare = Arrays.copyOf(rare, rare.length * 2);
                }
                Integer seen = column.known.get(parts[j]);
                rare[word] = seen == null ? column.rarest() : column.rarity[seen];
            }
        }
        rarity = rare;
    }

    private double rarest() {
        return Math.log(Math.max(1, feature.present)) + RARE;
    }

    @Override
    Comparator over(Feature values) {
        return new TextComparator(values, this);
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        char[] x = feature.chars[a];
        char[] y = feature.chars[b];
        int longest = Math.max(x.length, y.length);
        int few = longest >= 8 ? 2 : longest >= 4 ? 1 : 0;
        if (Math.abs(x.length - y.length) <= 2
                && letters.mayBeWithin(a, b, few)
                && similarity.alignment(x, y) <= few) {
            return SLIP;
        }
        double likeness =
                letters.mostAlike(a, b) < Math.min(nearFrom, likeFrom)
                        ? 0
                        : similarity.jaroWinkler(x, y);
        if (likeness >= nearFrom) {
            return SLIP;
        }
        double common = common(words[a], words[b]);
        if (common >= mostFrom) {
            return MOST;
        }
        if (common >= someFrom) {
            return SOME;
        }
        return likeness >= likeFrom ? LIKE : DIFFERENT;
    }

    private double common(int[] x, int[] y) {
        double shared = 0;
        double of = 0;
        for (int word : x) {
            of += Math.max(0, rarity[word]);
            for (int other : y) {
                if (word == other) {
                    shared += Math.max(0, rarity[word]);
                    break;
                }
            }
        }
        double ofOther = 0;
        for (int word : y) {
            ofOther += Math.max(0, rarity[word]);
        }
        return shared / Math.max(1e-9, Math.max(of, ofOther));
    }
}
