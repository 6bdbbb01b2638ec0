package sightline.linkage.text;

/**
 * The textbook's definitions, for what does not fit the bits of a long: slow, and plain to read.
 */
final class TableDistance {

    private TableDistance() {}

    static int levenshtein(char[] a, char[] b) {
        return distance(a, b, false);
    }

    static int alignment(char[] a, char[] b) {
        return distance(a, b, true);
    }

    private static int distance(char[] a, char[] b, boolean crossing) {
        int[] beforeLast = new int[b.length + 1];
        int[] last = new int[b.length + 1];
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(last[j], row[j - 1]));
                if (crossing && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length];
    }

    static double jaroWinkler(char[] a, char[] b) {
        int window = Math.max(0, Math.max(a.length, b.length) / 2 - 1);
        boolean[] usedA = new boolean[a.length];
        boolean[] usedB = new boolean[b.length];
        int common = 0;
        for (int j = 0; j < b.length; j++) {
            int to = Math.min(a.length - 1, j + window);
            for (int i = Math.max(0, j - window); i <= to; i++) {
                if (!usedA[i] && a[i] == b[j]) {
                    usedA[i] = true;
                    usedB[j] = true;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        int displaced = 0;
        int i = 0;
        for (int j = 0; j < b.length; j++) {
            if (usedB[j]) {
                while (!usedA[i]) {
                    i++;
                }
                if (a[i] != b[j]) {
                    displaced++;
                }
                i++;
            }
        }
        return Similarity.withPrefix(Similarity.jaro(common, displaced, a.length, b.length), a, b);
    }
}
