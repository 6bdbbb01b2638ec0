package sightline.linkage;

/**
 * How much work a run may make of blocking. What is left out for a limit is left out by key, never
 * by the order of the records, and counted.
 *
 * @param block the most records that one key may bring together
 * @param rules the most keys
 * @param pairs the fewest pairs that a run may always make
 * @param pairsARecord the most pairs a record, where that is more than {@code pairs}
 */
public record Limits(int block, int rules, long pairs, double pairsARecord) {
    /** What was found to do for files of a few hundred to some million records. */
    public static final Limits USUAL = new Limits(1000, 24, 1_500_000, 6);

    public Limits {
        if (block < 2 || rules < 1 || pairs < 1 || !(pairsARecord > 0)) {
            throw new LinkageException(
                    "Limits: %d records a block, %d rules, %d pairs, %s pairs a record.%nEach must be above zero, and a block has at least two records."
                            .formatted(block, rules, pairs, pairsARecord));
        }
    }

    long budget(int records) {
        return Math.max(pairs, (long) (pairsARecord * records));
    }
}
