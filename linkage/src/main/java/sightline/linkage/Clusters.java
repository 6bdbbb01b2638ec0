package sightline.linkage;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Which records are one person: each record's cluster, named by the cluster's first record. */
public final class Clusters {
    private final int[] clusterOf;

    Clusters(int[] clusterOf) {
        this.clusterOf = clusterOf;
    }

    /** The same clusters where the records have other numbers, again named by their first. */
    Clusters byRow(IntUnaryOperator rowOf) {
        int n = clusterOf.length;
        int[] first = new int[n];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int i = 0; i < n; i++) {
            first[clusterOf[i]] = Math.min(first[clusterOf[i]], rowOf.applyAsInt(i));
        }
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            out[rowOf.applyAsInt(i)] = first[clusterOf[i]];
        }
        return new Clusters(out);
    }

    /** How many records. */
    public int records() {
        return clusterOf.length;
    }

    /** The number of the record's cluster: the number of its first record. */
    public int of(int record) {
        return clusterOf[record];
    }

    /** How many clusters. */
    public int count() {
        int count = 0;
        for (int record = 0; record < clusterOf.length; record++) {
            if (clusterOf[record] == record) {
                count++;
            }
        }
        return count;
    }

    @Override
    public String toString() {
        return count() + " clusters of " + clusterOf.length + " records";
    }

    int[] copy() {
        return Arrays.copyOf(clusterOf, clusterOf.length);
    }
}
