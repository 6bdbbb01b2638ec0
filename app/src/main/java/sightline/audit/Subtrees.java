package sightline.audit;

import java.util.List;

/** The leaves of a hash tree, by the roots of its parts. */
interface Subtrees {
    /**
     * The root over the leaves from one position up to another, which is not included.
     *
     * @param from a multiple of the largest power of two that is not above how many they are
     */
    byte[] root(long from, long until);

    /** All of them in memory. */
    static Subtrees of(List<byte[]> leaves) {
        return (from, until) ->
                HashProof.root(leaves.subList(Math.toIntExact(from), Math.toIntExact(until)));
    }
}
