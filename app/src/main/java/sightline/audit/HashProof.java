package sightline.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The proofs of RFC 9162, section 2.1, over the hashes of leaves: that a leaf is in a tree, and
 * that one tree is how another began. Checking one takes the roots alone, never the other leaves.
 */
final class HashProof {
    private HashProof() {}

    /** The hashes beside the way from a leaf to the root of so many leaves. */
    static List<byte[]> inclusion(Subtrees tree, long index, long size) {
        return inclusion(tree, index, 0, size);
    }

    private static List<byte[]> inclusion(Subtrees tree, long index, long from, long until) {
        if (until - from == 1) {
            return List.of();
        }
        long middle = from + leftOf(until - from);
        boolean inLeft = index < middle;
        List<byte[]> path =
                new ArrayList<>(
                        inLeft
                                ? inclusion(tree, index, from, middle)
                                : inclusion(tree, index, middle, until));
        path.add(inLeft ? tree.root(middle, until) : tree.root(from, middle));
        return path;
    }

    /** The hashes from which both the root of the first leaves and that of all can be made. */
    static List<byte[]> consistency(Subtrees tree, long first, long size) {
        return first == 0 || first == size ? List.of() : subproof(tree, first, 0, size, true);
    }

    private static List<byte[]> subproof(
            Subtrees tree, long first, long from, long until, boolean whole) {
        if (first == until) {
            return whole ? List.of() : List.of(tree.root(from, until));
        }
        long middle = from + leftOf(until - from);
        List<byte[]> proof = new ArrayList<>();
        if (first <= middle) {
            proof.addAll(subproof(tree, first, from, middle, whole));
            proof.add(tree.root(middle, until));
        } else {
            proof.addAll(subproof(tree, first, middle, until, false));
            proof.add(tree.root(from, middle));
        }
        return proof;
    }

    static byte[] root(List<byte[]> leaves) {
        HashTree tree = HashTree.empty();
        leaves.forEach(tree::append);
        return tree.root();
    }

    /** The largest power of two below a size of at least two. */
    private static long leftOf(long size) {
        return Long.highestOneBit(size - 1);
    }

    /** Whether a path leads from a leaf to a root (RFC 9162, section 2.1.3.2). */
    static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = HashTree.nodeHash(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = HashTree.nodeHash(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether a tree of one size and root is how another began (RFC 9162, section 2.1.4.2). */
    static boolean continues(
            long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
        if (first == second || first == 0) {
            return proof.isEmpty() && (first == 0 || Arrays.equals(firstRoot, secondRoot));
        }
        if (first > second || proof.isEmpty()) {
            return false;
        }
        List<byte[]> hashes = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            hashes.addFirst(firstRoot);
        }
        return climbs(first, firstRoot, second, secondRoot, hashes);
    }

    private static boolean climbs(
            long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> hashes) {
        long node = first - 1;
        long last = second - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        byte[] old = hashes.getFirst();
        byte[] fresh = old;
        for (byte[] beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = HashTree.nodeHash(beside, old);
                fresh = HashTree.nodeHash(beside, fresh);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                fresh = HashTree.nodeHash(fresh, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, firstRoot) && Arrays.equals(fresh, secondRoot);
    }
}
