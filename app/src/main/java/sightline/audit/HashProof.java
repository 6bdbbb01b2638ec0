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

    /** The hashes beside the way from a leaf to the root of all the leaves. */
    static List<byte[]> inclusion(List<byte[]> leaves, int index) {
        int size = leaves.size();
        if (size == 1) {
            return List.of();
        }
        int left = leftOf(size);
        boolean inLeft = index < left;
        List<byte[]> path =
                new ArrayList<>(
                        inLeft
                                ? inclusion(leaves.subList(0, left), index)
                                : inclusion(leaves.subList(left, size), index - left));
        path.add(root(inLeft ? leaves.subList(left, size) : leaves.subList(0, left)));
        return path;
    }

    /** The hashes from which both the root of the first leaves and that of all can be made. */
    static List<byte[]> consistency(List<byte[]> leaves, int first) {
        return first == 0 || first == leaves.size() ? List.of() : subproof(leaves, first, true);
    }

    private static List<byte[]> subproof(List<byte[]> leaves, int first, boolean whole) {
        int size = leaves.size();
        if (first == size) {
            return whole ? List.of() : List.of(root(leaves));
        }
        int left = leftOf(size);
        List<byte[]> proof = new ArrayList<>();
        if (first <= left) {
            proof.addAll(subproof(leaves.subList(0, left), first, whole));
            proof.add(root(leaves.subList(left, size)));
        } else {
            proof.addAll(subproof(leaves.subList(left, size), first - left, false));
            proof.add(root(leaves.subList(0, left)));
        }
        return proof;
    }

    static byte[] root(List<byte[]> leaves) {
        HashTree tree = HashTree.empty();
        leaves.forEach(tree::append);
        return tree.root();
    }

    /** The largest power of two below a size of at least two. */
    private static int leftOf(int size) {
        return Integer.highestOneBit(size - 1);
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
