package sightline.linkage.spark;

import sightline.linkage.CodedRecords;
import sightline.linkage.PairPlan;

/**
 * How the work is cut; the result does not depend on it.
 *
 * @param tile keys of more records than this are shared out between several workers
 * @param numbers how many numbers a part holds on its way, about
 * @param parts the fewest parts
 */
record Cut(int tile, long numbers, int parts) {
    /** Half a thousand records of a key, 32 megabytes a part, sixteen parts. */
    static final Cut USUAL = new Cut(512, 8_000_000, 16);

    /** Into how many parts: whatever the cluster is, so that another may go on with them. */
    int parts(PairPlan plan, CodedRecords records) {
        long all = (long) records.size() * plan.rules() * (1 + records.width());
        return (int) Math.max(parts, Math.ceilDiv(all, numbers));
    }
}
