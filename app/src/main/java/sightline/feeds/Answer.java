package sightline.feeds;

/** What a sender is told about one message. */
public sealed interface Answer {
    /** It is new and kept. */
    record Kept(Receipt receipt) implements Answer {}

    /** It was kept before, byte for byte: the receipt of then. */
    record KeptBefore(Receipt receipt) implements Answer {}

    /**
     * Other bytes were kept under its id before. These are kept beside them, not read, and both
     * sides are told.
     *
     * @param first the receipt of the message that stands
     */
    record Conflicting(Receipt first) implements Answer {}

    /** It is larger than a message may be: not kept, its size recorded, both sides told. */
    record TooLarge(long size) implements Answer {}
}
