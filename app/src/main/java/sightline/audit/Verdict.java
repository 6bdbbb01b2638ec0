package sightline.audit;

/** What verification of an export found. */
public sealed interface Verdict {

    /** All leaves are those that were signed, and no writer lost one. */
    record Sound(long leaves, long checkpoints) implements Verdict {}

    /**
     * Something is wrong.
     *
     * @param from the first position that is not proven: everything before it is
     * @param to the last position that may be the first wrong one; equal to {@code from} where the
     *     position is exact
     * @param words what it looks like, in words
     */
    record Broken(Kind kind, long from, long to, String words) implements Verdict {}

    /** What is wrong. */
    enum Kind {
        /** A leaf is not the one that was signed. */
        TAMPERED,
        /** A writer's count jumps: an entry is missing. */
        GAP,
        /** A writer's entry stands there twice or out of order. */
        REPEATED,
        /** Leaves at the end are missing. */
        TRUNCATED,
        /** Leaves at the end were never signed. */
        UNSIGNED,
        /** The journal is an older one than a checkpoint that is known from elsewhere. */
        ROLLED_BACK,
        /** A checkpoint is not signed with the key, or is malformed or out of order. */
        CHECKPOINT
    }

    /** The exit code of the command: 0 sound, 3 a problem found in the data. */
    default int exitCode() {
        return switch (this) {
            case Sound ignored -> 0;
            case Broken ignored -> 3;
        };
    }
}
