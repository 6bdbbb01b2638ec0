package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.Arrays;
import java.util.List;

/** Lines of text, such as streets and towns: slips, then how much of the rare words is in both. */
final class TextComparator extends Comparator {
    private static final int SLIP = 1;
    static final int MOST = 2;
    private static final int SOME = 3;
    private static final int LIKE = 4;
    private static final int DIFFERENT = 5;

    /** Even a word that all have counts a little. */
    private static final double RARE = 0.3;

    private static final int SHORTEST_WORD = 3;

    private final double[] rarity;
    private final TextIndex known;
    private final double nearFrom;
    private final double likeFrom;
    private final double alikeFrom;
    private final double mostFrom;
    private final double someFrom;
    private final LineNumbers lines;

    TextComparator(Feature feature, List<Level> levels) {
        super(feature, levels);
        nearFrom = levels.get(SLIP).least();
        mostFrom = levels.get(MOST).least();
        someFrom = levels.get(SOME).least();
        likeFrom = levels.get(LIKE).least();
        alikeFrom = Math.min(nearFrom, likeFrom);
        int n = feature.text.length;
        known = new TextIndex(Math.min(n, 4096));
        int[][] words = new int[n][];
        double[] count = new double[16];
        double all = 0;
        for (int i = 0; i < n; i++) {
            words[i] = numbered(feature.text[i]);
            for (int word : words[i]) {
                while (word >= count.length) {
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
        lines = new LineNumbers(feature.chars, words, rarity);
    }

    /** The words of a line by their numbers. */
    private int[] numbered(String line) {
        int[] numbers = new int[8];
        int size = 0;
        int from = 0;
        while (from < line.length()) {
            int blank = line.indexOf(' ', from);
            int to = blank < 0 ? line.length() : blank;
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = known.number(line.substring(from, to));
            from = to + 1;
        }
        return Arrays.copyOf(numbers, size);
    }

    private TextComparator(Feature values, TextComparator column) {
        super(values, column.levels);
        nearFrom = column.nearFrom;
        mostFrom = column.mostFrom;
        someFrom = column.someFrom;
        likeFrom = column.likeFrom;
        alikeFrom = column.alikeFrom;
        known = new TextIndex(16);
        int[][] words = new int[values.text.length][];
        double[] rare = new double[16];
        for (int i = 0; i < words.length; i++) {
            String[] parts = values.text[i].split(" ");
            words[i] = new int[parts.length];
            for (int j = 0; j < parts.length; j++) {
                int word = known.number(parts[j]);
                words[i][j] = word;
                if (word >= rare.length) {
                    rare = Arrays.copyOf(rare, rare.length * 2);
                }
                int seen = column.known.find(parts[j]);
                rare[word] = seen < 0 ? column.rarest() : column.rarity[seen];
            }
        }
        rarity = rare;
        lines = new LineNumbers(values.chars, words, rarity);
    }

    private double rarest() {
        return Math.log(Math.max(1, feature.present)) + RARE;
    }

    @Override
    Comparator over(Feature values) {
        return new TextComparator(values, this);
    }

    /** The word that fewest lines have, of those with three letters; empty where there is none. */
    String rarestWord(String line) {
        String rarest = "";
        double most = Double.NEGATIVE_INFINITY;
        int from = 0;
        while (from < line.length()) {
            int blank = line.indexOf(' ', from);
            int to = blank < 0 ? line.length() : blank;
            if (to - from >= SHORTEST_WORD) {
                String word = line.substring(from, to);
                int seen = known.find(word);
                double rare = seen < 0 ? Double.POSITIVE_INFINITY : rarity[seen];
                if (rare > most || (rare == most && word.compareTo(rarest) < 0)) {
                    most = rare;
                    rarest = word;
                }
            }
            from = to + 1;
        }
        return rarest;
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        int one = lines.start(a);
        int other = lines.start(b);
        boolean haveWords = lines.mayHaveWordInCommon(one, other);
        boolean maySlip = lines.mayBeWithin(one, other, 2);
        boolean mayBeAlike = lines.mostAlikeByLetters(one, other) >= alikeFrom;
        if (!haveWords && !maySlip && !mayBeAlike) {
            return DIFFERENT;
        }
        if (maySlip && isSlip(a, b, one, other, similarity)) {
            return SLIP;
        }
        double likeness =
                mayBeAlike && lines.mostAlike(one, other) >= alikeFrom
                        ? similarity.jaroWinkler(feature.chars[a], feature.chars[b])
                        : 0;
        if (likeness >= nearFrom) {
            return SLIP;
        }
        double common = haveWords ? lines.common(one, other, rarity) : 0;
        if (common >= mostFrom) {
            return MOST;
        }
        if (common >= someFrom) {
            return SOME;
        }
        return likeness >= likeFrom ? LIKE : DIFFERENT;
    }

    private boolean isSlip(int a, int b, int one, int other, Similarity similarity) {
        int x = lines.length(one);
        int y = lines.length(other);
        int longest = Math.max(x, y);
        int few = longest >= 8 ? 2 : longest >= 4 ? 1 : 0;
        return Math.abs(x - y) <= 2
                && lines.mayBeWithin(one, other, few)
                && similarity.alignment(feature.chars[a], feature.chars[b]) <= few;
    }
}
