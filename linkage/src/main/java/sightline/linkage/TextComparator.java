package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.Arrays;
import java.util.List;

/** Lines of text, such as streets and towns: slips, then how much of the rare words is in both. */
final class TextComparator extends Comparator {
    private static final int SLIP = 1;
    private static final int MOST = 2;
    private static final int SOME = 3;
    private static final int LIKE = 4;
    private static final int DIFFERENT = 5;

    /** Even a word that all have counts a little. */
    private static final double RARE = 0.3;

    private static final int SHORTEST_WORD = 3;
    private static final int WORD_BITS = 5;

    private final int[][] words;
    private final double[] rarity;
    private final TextIndex known;
    private final double nearFrom;
    private final double likeFrom;
    private final double mostFrom;
    private final double someFrom;
    private final LetterMasks letters;
    private final int[] wordBits;

    TextComparator(Feature feature, List<Level> levels) {
        super(feature, levels);
        letters = new LetterMasks(feature.chars);
        nearFrom = levels.get(SLIP).least();
        mostFrom = levels.get(MOST).least();
        someFrom = levels.get(SOME).least();
        likeFrom = levels.get(LIKE).least();
        int n = feature.text.length;
        known = new TextIndex(Math.min(n, 4096));
        words = new int[n][];
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
        wordBits = Arrays.stream(words).mapToInt(TextComparator::bits).toArray();
        rarity = new double[known.size()];
        for (int i = 0; i < rarity.length; i++) {
            rarity[i] = Math.log((all + 1e-6) / (count[i] + 1e-7)) + RARE;
        }
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
        letters = new LetterMasks(values.chars);
        nearFrom = column.nearFrom;
        mostFrom = column.mostFrom;
        someFrom = column.someFrom;
        likeFrom = column.likeFrom;
        known = new TextIndex(16);
        words = new int[values.text.length][];
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
        wordBits = Arrays.stream(words).mapToInt(TextComparator::bits).toArray();
        rarity = rare;
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

    /** One bit for some of the words: lines without a bit in common have no word in common. */
    private static int bits(int[] words) {
        int bits = 0;
        for (int word : words) {
            bits |= 1 << ((word * 0x9E3779B9) >>> (Integer.SIZE - WORD_BITS));
        }
        return bits;
    }

    private boolean areFarApart(int a, int b) {
        return (wordBits[a] & wordBits[b]) == 0
                && !letters.mayBeWithin(a, b, 2)
                && letters.mostAlikeByLetters(a, b) < Math.min(nearFrom, likeFrom);
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        if (areFarApart(a, b)) {
            return DIFFERENT;
        }
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
