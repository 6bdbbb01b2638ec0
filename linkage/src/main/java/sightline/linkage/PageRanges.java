package sightline.linkage;

import java.util.HashSet;
import java.util.Set;

/**
 * The ranges of numbers among a column's values, and whether they are pages. Pages begin and end
 * nearly anywhere; numbers of cases, as 17-18 to 17-1016, begin or end with the few years in which
 * they were given out.
 */
final class PageRanges {
    private static final double MOST_VARIOUS = 0.8;

    private final Set<Integer> firsts = new HashSet<>();
    private final Set<Integer> lasts = new HashSet<>();
    private int ranges;

    /** How many of them look like codes, too. */
    private int codes;

    void add(Numbers.Range range, boolean code) {
        firsts.add(range.first());
        lasts.add(range.last());
        ranges++;
        codes += code ? 1 : 0;
    }

    int size() {
        return ranges;
    }

    int codes() {
        return codes;
    }

    /**
     * Whether the column's name says so, or nearly each begins and ends elsewhere.
     *
     * @param words the column's name as words
     */
    boolean arePages(String words) {
        return Vocabulary.isPages(words)
                || Math.min(firsts.size(), lasts.size()) >= MOST_VARIOUS * ranges;
    }
}
