package sightline.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups records by the whole of what is known of a group: two groups become one where the mean
 * log-odds of all pairs across them speak for it, strongest pairs first.
 */
final class Clustering {
    private static final int LOOKED_AT = 2000;

    /** No single pair speaks louder than this for or against a group. */
    private static final double BOUND = 10;

    private static final double STEP = 0.5;
    private static final double LOWEST = -6;
    private static final double EVEN = 0.5;

    private final OddsMemo memo;
    private final PairCells pairCells;
    private final Contradictions contradictions;
    private final double threshold;
    private final byte[] cells;
    private final int[] parent;
    private final int[] next;
    private final int[] last;
    private final int[] sizes;
    private final long[] sources;
    private final long[] own;

    /** Two groups that were looked at and kept apart, and how many records they had then. */
    private final KeyIndex refused = new KeyIndex(1024);

    /** For the first record of a group the records that it is kept apart from. */
    private final Map<Integer, List<Integer>> keptApart = new HashMap<>();

    private int[] refusedAt = new int[1024];

    /**
     * @param sources the source of each record as a bit, where a source has each person once; all
     *     zero where sources have people several times
     */
    Clustering(Model model, PairCells pairCells, int records, double threshold, long[] sources) {
        this.memo = new OddsMemo(model);
        this.contradictions = new Contradictions(model);
        this.sources = sources;
        this.own = sources.clone();
        this.pairCells = pairCells;
        this.threshold = threshold;
        this.cells = new byte[pairCells.columns()];
        parent = new int[records];
        next = new int[records];
        last = new int[records];
        sizes = new int[records];
        for (int i = 0; i < records; i++) {
            parent[i] = i;
            next[i] = -1;
            last[i] = i;
            sizes[i] = 1;
        }
    }

    /**
     * Makes two records one person, whatever speaks against it; false where they are kept apart.
     */
    boolean together(int i, int j) {
        int a = find(i);
        int b = find(j);
        if (a == b) {
            return true;
        }
        if (areKeptApart(a, b)) {
            return false;
        }
        join(Math.min(a, b), Math.max(a, b));
        return true;
    }

    /** Keeps two records apart, whatever speaks for it; false where they are one person already. */
    boolean apart(int i, int j) {
        if (find(i) == find(j)) {
            return false;
        }
        keptApart.computeIfAbsent(find(i), k -> new ArrayList<>()).add(j);
        keptApart.computeIfAbsent(find(j), k -> new ArrayList<>()).add(i);
        return true;
    }

    private boolean areKeptApart(int a, int b) {
        for (int other : keptApart.getOrDefault(a, List.of())) {
            if (find(other) == b) {
                return true;
            }
        }
        return false;
    }

    Clusters cluster(Edges edges) {
        int[] order = edges.descending();
        int at = 0;
        while (at < order.length && edges.odds[order[at]] >= threshold) {
            tryToJoin(edges, order[at++], threshold);
        }
        if (isOneToOne()) {
            takeWhatIsLeft(edges, order, at);
        }
        int[] clusterOf = new int[parent.length];
        Arrays.setAll(clusterOf, this::find);
        return new Clusters(clusterOf);
    }

    private void tryToJoin(Edges edges, int e, double least) {
        int a = find(edges.left[e]);
        int b = find(edges.right[e]);
        if (!mayJoin(a, b)) {
            return;
        }
        if (sizes[a] + sizes[b] == 2) {
            if (against(a, b) == 0) {
                join(Math.min(a, b), Math.max(a, b));
            }
            return;
        }
        int pair = refused.number(Math.min(a, b), Math.max(a, b));
        if (pair >= refusedAt.length) {
            refusedAt = Arrays.copyOf(refusedAt, pair * 2);
        }
        if (refusedAt[pair] == sizes[a] + sizes[b]) {
            return;
        }
        double mean = mean(a, b);
        if (mean >= least && mean >= least + against(a, b)) {
            join(Math.min(a, b), Math.max(a, b));
        } else {
            refusedAt[pair] = sizes[a] + sizes[b];
        }
    }

    private boolean mayJoin(int a, int b) {
        return a != b
                && (sources[a] & sources[b]) == 0
                && (keptApart.isEmpty() || !areKeptApart(a, b));
    }

    private boolean isOneToOne() {
        return sources.length > 0 && Arrays.stream(own).allMatch(s -> s != 0);
    }

    /**
     * Below even odds, where each person is once in a file: many pairs are out of the question,
     * since one of their records has found its own. The true pairs that are expected among all of a
     * step's pairs are among those that are left; while they are the half of them, these are taken.
     */
    private void takeWhatIsLeft(Edges edges, int[] order, int from) {
        int at = from;
        for (double low = threshold - STEP; at < order.length && low > LOWEST; low -= STEP) {
            int end = at;
            double expected = 0;
            int left = 0;
            while (end < order.length && edges.odds[order[end]] >= low) {
                int e = order[end++];
                if ((own[edges.left[e]] & own[edges.right[e]]) != 0) {
                    continue;
                }
                int a = find(edges.left[e]);
                int b = find(edges.right[e]);
                expected += 1 / (1 + Math.exp(-edges.odds[e]));
                left += mayJoin(a, b) ? 1 : 0;
            }
            if (expected < EVEN * left) {
                return;
            }
            for (; at < end; at++) {
                tryToJoin(edges, order[at], low);
            }
        }
    }

    private int find(int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        while (parent[i] != root) {
            int up = parent[i];
            parent[i] = root;
            i = up;
        }
        return root;
    }

    private void join(int a, int b) {
        parent[b] = a;
        next[last[a]] = b;
        last[a] = last[b];
        sizes[a] += sizes[b];
        sources[a] |= sources[b];
        List<Integer> moved = keptApart.remove(b);
        if (moved != null) {
            keptApart.computeIfAbsent(a, k -> new ArrayList<>()).addAll(moved);
        }
    }

    private double against(int a, int b) {
        return contradictions.mayBeBetween(sizes[a], sizes[b])
                ? contradictions.against(members(a), members(b))
                : 0;
    }

    private int[] members(int group) {
        int[] members = new int[sizes[group]];
        int size = 0;
        for (int i = group; i >= 0; i = next[i]) {
            members[size++] = i;
        }
        return members;
    }

    private double mean(int a, int b) {
        double sum = 0;
        int count = 0;
        for (int i = a; i >= 0 && count < LOOKED_AT; i = next[i]) {
            for (int j = b; j >= 0 && count < LOOKED_AT; j = next[j]) {
                pairCells.compare(Math.min(i, j), Math.max(i, j), cells);
                double odds = memo.logOdds(cells);
                sum += Math.clamp(odds, -BOUND, BOUND);
                count++;
            }
        }
        return sum / count;
    }
}
