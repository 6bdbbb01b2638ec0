package sightline.linkage;

import sightline.linkage.text.Similarity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Identifiers, telephone numbers and numbers of dwellings: equal, one slip, two slips, one half
 * alike, different. Where a column follows a scheme with a check digit, a slip makes a number
 * wrong: two numbers that are right and unequal are two numbers, however alike they look.
 */
final class CodeComparator extends Comparator {
    private static final int SLIP = 1;
    private static final int TWO_SLIPS = 2;
    private static final int HALF = 3;
    private static final int DIFFERENT = 4;
    private static final int LONG_ENOUGH = 6;

    private static final int MANY_EDITS = 3;

    private final SymbolCounts symbols;
    private final double halfFrom;
    private final Optional<Scheme> checked;

    CodeComparator(Feature feature, List<Level> levels) {
        super(feature, levels);
        symbols = new SymbolCounts(feature.chars);
        halfFrom = levels.get(HALF).least();
        checked =
                feature.kind == FieldKind.IDENTIFIER
                        ? Scheme.of(Arrays.asList(feature.text)).filter(Scheme::isChecked)
                        : Optional.empty();
    }

    @Override
    int compare(int a, int b, Similarity similarity) {
        if (checked.isPresent()
                && checked.get().isValid(feature.text[a])
                && checked.get().isValid(feature.text[b])) {
            return DIFFERENT;
        }
        char[] x = feature.chars[a];
        char[] y = feature.chars[b];
        int edits = symbols.mayBeWithin(a, b, 2) ? similarity.alignment(x, y) : MANY_EDITS;
        int length = Math.min(x.length, y.length);
        if (feature.kind == FieldKind.PHONE && length >= LONG_ENOUGH && isWithoutAreaCode(x, y)) {
            return SLIP;
        }
        if (edits == 1 && length >= 4) {
            return SLIP;
        }
        if (edits == 2 && length >= LONG_ENOUGH) {
            return TWO_SLIPS;
        }
        return length >= LONG_ENOUGH && halfAlike(x, y) ? HALF : DIFFERENT;
    }

    @Override
    boolean isSure(int code) {
        return checked.isPresent() && checked.get().isValid(feature.text[code]);
    }

    /** Whether the one is the other as it is dialled within its town. */
    private static boolean isWithoutAreaCode(char[] x, char[] y) {
        int length = Math.min(x.length, y.length);
        return x.length != y.length
                && Arrays.equals(x, x.length - length, x.length, y, y.length - length, y.length);
    }

    private boolean halfAlike(char[] x, char[] y) {
        int length = Math.min(x.length, y.length);
        int head = 0;
        while (head < length && x[head] == y[head]) {
            head++;
        }
        int tail = 0;
        while (tail < length && x[x.length - 1 - tail] == y[y.length - 1 - tail]) {
            tail++;
        }
        return Math.max(head, tail) >= halfFrom * Math.max(x.length, y.length) - 1e-9;
    }
}
