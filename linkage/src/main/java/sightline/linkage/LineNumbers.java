package sightline.linkage;

/**
 * What comparing lines of text asks of each, in one place of memory: its letters as bits, its words
 * as bits, its length, how it begins, how rare its words are together, its words. The bounds never
 * rule out what is so.
 */
final class LineNumbers {
    private static final int LETTERS = 0;
    private static final int WORD_BITS = 1;
    private static final int LENGTH = 2;
    private static final int BEGINNING = 3;
    private static final int RARITY = 5;
    private static final int WORDS = 7;
    private static final int WORD_BIT = 5;
    private static final double PREFIX_WEIGHT = 0.1;
    private static final int PREFIX_MAX = 4;

    private final int[] starts;
    private final int[] numbers;

    /**
     * @param words of each line, by their numbers
     * @param rarity of each word
     */
    LineNumbers(char[][] lines, int[][] words, double[] rarity) {
        starts = new int[lines.length + 1];
        for (int i = 0; i < lines.length; i++) {
            starts[i + 1] = Math.addExact(starts[i], WORDS + words[i].length);
        }
        numbers = new int[starts[lines.length]];
        for (int i = 0; i < lines.length; i++) {
            set(starts[i], lines[i], words[i], rarity);
        }
    }

    private void set(int at, char[] line, int[] words, double[] rarity) {
        for (char c : line) {
            numbers[at + LETTERS] |= 1 << (c & 31);
        }
        double all = 0;
        for (int w = 0; w < words.length; w++) {
            numbers[at + WORD_BITS] |= 1 << ((words[w] * 0x9E3779B9) >>> (Integer.SIZE - WORD_BIT));
            numbers[at + WORDS + w] = words[w];
            all += Math.max(0, rarity[words[w]]);
        }
        numbers[at + LENGTH] = words.length << Short.SIZE | line.length;
        for (int c = 0; c < Math.min(PREFIX_MAX, line.length); c++) {
            numbers[at + BEGINNING + c / 2] |= line[c] << (c % 2 * Character.SIZE);
        }
        long bits = Double.doubleToLongBits(all);
        numbers[at + RARITY] = (int) (bits >>> Integer.SIZE);
        numbers[at + RARITY + 1] = (int) bits;
    }

    /** Where a line's numbers begin: the other methods take such places. */
    int start(int line) {
        return starts[line];
    }

    int length(int at) {
        return numbers[at + LENGTH] & 0xFFFF;
    }

    /** False only where the lines have no word in common. */
    boolean mayHaveWordInCommon(int a, int b) {
        return (numbers[a + WORD_BITS] & numbers[b + WORD_BITS]) != 0;
    }

    /** Whether at most so many edits may turn the one into the other. */
    boolean mayBeWithin(int a, int b, int edits) {
        return Integer.bitCount(onlyIn(a, b)) <= edits && Integer.bitCount(onlyIn(b, a)) <= edits;
    }

    private int onlyIn(int a, int b) {
        return numbers[a + LETTERS] & ~numbers[b + LETTERS];
    }

    /** Jaro-Winkler similarity is at most this, as letters and lengths alone tell. */
    double mostAlikeByLetters(int a, int b) {
        return mostAlike(a, b, PREFIX_MAX);
    }

    /** Jaro-Winkler similarity is at most this. */
    double mostAlike(int a, int b) {
        int front = numbers[a + BEGINNING] ^ numbers[b + BEGINNING];
        int behind = numbers[a + BEGINNING + 1] ^ numbers[b + BEGINNING + 1];
        long apart = ((long) behind << Integer.SIZE) | (front & 0xFFFF_FFFFL);
        int alike = Long.numberOfTrailingZeros(apart) / Character.SIZE;
        return mostAlike(a, b, Math.min(alike, Math.min(length(a), length(b))));
    }

    private double mostAlike(int a, int b, int prefix) {
        int x = length(a);
        int y = length(b);
        int common =
                Math.min(x - Integer.bitCount(onlyIn(a, b)), y - Integer.bitCount(onlyIn(b, a)));
        if (common <= 0) {
            return 0;
        }
        double jaro = ((double) common / x + (double) common / y + 1) / 3;
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro) + 1e-12;
    }

    /** How much of what the words say, by how rare they are, both lines have. */
    double common(int a, int b, double[] rarity) {
        int endA = a + WORDS + (numbers[a + LENGTH] >>> Short.SIZE);
        int endB = b + WORDS + (numbers[b + LENGTH] >>> Short.SIZE);
        double shared = 0;
        for (int x = a + WORDS; x < endA; x++) {
            for (int y = b + WORDS; y < endB; y++) {
                if (numbers[x] == numbers[y]) {
                    shared += Math.max(0, rarity[numbers[x]]);
                    break;
                }
            }
        }
        return shared / Math.max(1e-9, Math.max(rarity(a), rarity(b)));
    }

    private double rarity(int at) {
        long front = (long) numbers[at + RARITY] << Integer.SIZE;
        return Double.longBitsToDouble(front | (numbers[at + RARITY + 1] & 0xFFFF_FFFFL));
    }
}
