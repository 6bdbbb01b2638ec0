package sightline.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash tree of RFC 6962, section 2.1, growing to the right. It keeps only its frontier: the
 * roots of the perfect subtrees of which it consists, largest first.
 */
final class HashTree {
    static final int HASH_BYTES = 32;

    private final List<byte[]> frontier;
    private long size;

    private HashTree(long size, List<byte[]> frontier) {
        this.size = size;
        this.frontier = frontier;
    }

    static HashTree empty() {
        return new HashTree(0, new ArrayList<>());
    }

    /** The tree that wrote this {@link #frontier}. */
    static HashTree of(long size, String frontier) {
        var hashes = new ArrayList<byte[]>();
        var bytes = HexFormat.of().parseHex(frontier);
        for (var i = 0; i < bytes.length; i += HASH_BYTES) {
            hashes.add(java.util.Arrays.copyOfRange(bytes, i, i + HASH_BYTES));
        }
        if (hashes.size() != Long.bitCount(size)) {
            throw new IllegalStateException(
                    "a tree of " + size + " leaves with another tree's frontier");
        }
        return new HashTree(size, hashes);
    }

    static byte[] leafHash(byte[] leaf) {
        var digest = sha256();
        digest.update((byte) 0);
        return digest.digest(leaf);
    }

    /** Takes the roots of perfect subtrees as they become whole. */
    interface Grown {
        /** One of 2 to the power of {@code level} leaves, counted from the left. */
        void node(int level, long index, byte[] hash);
    }

    void append(byte[] leafHash) {
        append(leafHash, (_, _, _) -> {});
    }

    void append(byte[] leafHash, Grown grown) {
        var node = leafHash;
        var level = 0;
        for (var bits = size; (bits & 1) == 1; bits >>= 1) {
            node = nodeHash(frontier.removeLast(), node);
            level++;
            grown.node(level, size >> level, node);
        }
        frontier.add(node);
        size++;
    }

    byte[] root() {
        if (frontier.isEmpty()) {
            return sha256().digest();
        }
        var root = frontier.getLast();
        for (var i = frontier.size() - 2; i >= 0; i--) {
            root = nodeHash(frontier.get(i), root);
        }
        return root;
    }

    long size() {
        return size;
    }

    String frontier() {
        var text = new StringBuilder();
        frontier.forEach(hash -> text.append(HexFormat.of().formatHex(hash)));
        return text.toString();
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
