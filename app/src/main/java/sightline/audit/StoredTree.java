package sightline.audit;

import java.util.List;

/**
 * A tree of any size from stored hashes: of its leaves, and of every eighth level above them. Never
 * more than one node's {@value #WIDTH} hashes are held at once. Where a node is not stored, which
 * is so of trees from before nodes were, it is made from those below it.
 */
final class StoredTree implements Subtrees {
    /** Between two stored levels. */
    static final int LEVELS = 8;

    private static final int WIDTH = 1 << LEVELS;

    private final Stored stored;

    StoredTree(Stored stored) {
        this.stored = stored;
    }

    /** Reads stored hashes. */
    interface Stored {
        /**
         * Hashes of one level, in their order; fewer where not all are stored.
         *
         * @param level 0 for leaves, else a multiple of {@link StoredTree#LEVELS}
         * @param from the first index, counted in nodes of that level
         * @param count at most 256
         */
        List<byte[]> read(int level, long from, int count);
    }

    @Override
    public byte[] root(long from, long until) {
        long size = until - from;
        long left = Long.highestOneBit(size);
        byte[] perfect = perfect(Long.numberOfTrailingZeros(left), from / left);
        return left == size ? perfect : HashTree.nodeHash(perfect, root(from + left, until));
    }

    /** The root of the perfect subtree of that level at that index. */
    private byte[] perfect(int level, long index) {
        int base = level - level % LEVELS;
        long first = index << (level - base);
        int count = 1 << (level - base);
        List<byte[]> found = stored.read(base, first, count);
        if (found.size() == count) {
            return HashProof.root(found);
        }
        if (base == 0) {
            throw new IllegalStateException(
                    "Leaves of the journal are missing.\nRun: audit verify");
        }
        HashTree made = HashTree.empty();
        for (long i = first; i < first + count; i++) {
            made.append(below(base, i));
        }
        return made.root();
    }

    private byte[] below(int level, long index) {
        int under = level - LEVELS;
        List<byte[]> found = stored.read(under, index << LEVELS, WIDTH);
        if (found.size() == WIDTH) {
            return HashProof.root(found);
        }
        if (under == 0) {
            throw new IllegalStateException(
                    "Leaves of the journal are missing.\nRun: audit verify");
        }
        HashTree made = HashTree.empty();
        for (long i = index << LEVELS; i < (index + 1) << LEVELS; i++) {
            made.append(below(under, i));
        }
        return made.root();
    }
}
