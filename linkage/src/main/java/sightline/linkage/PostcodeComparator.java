package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.List;

/**
 * Postcodes of any country: one slip, then as much of the front as is alike (in a British one:
 * sector, district, area).
 */
final class PostcodeComparator extends Comparator {
    private static final int SLIP = 1;
    private static final int SECTOR = 2;
    private static final int DISTRICT = 3;
    private static final int TWO_SLIPS = 4;
    private static final int AREA = 5;
    private static final int DIFFERENT = 6;

    private static final int MANY_EDITS = 3;

    private final SymbolCounts symbols;

    PostcodeComparator(Feature feature, List<Level> levels) {
        super(feature, levels);
        symbols = new SymbolCounts(feature.chars);
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        char[] x = feature.chars[a];
        char[] y = feature.chars[b];
        int head = 0;
        int length = Math.min(x.length, y.length);
        while (head < length && x[head] == y[head]) {
            head++;
        }
        int longest = Math.max(x.length, y.length);
        int edits = symbols.mayBeWithin(a, b, 2) ? similarity.alignment(x, y) : MANY_EDITS;
        if (x.length == y.length && head >= longest - 2 && longest >= 5) {
            return edits == 1 ? SLIP : SECTOR;
        }
        if (edits == 1) {
            return SLIP;
        }
        if (x.length == y.length && head >= longest - 3 && longest >= 5) {
            return DISTRICT;
        }
        if (edits == 2 && longest >= 5) {
            return TWO_SLIPS;
        }
        return head >= 2 ? AREA : DIFFERENT;
    }
}
