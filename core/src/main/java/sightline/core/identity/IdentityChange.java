package sightline.core.identity;

import sightline.core.kernel.SourceRecord;

/** One thing that can change who is who. */
public sealed interface IdentityChange {
    /** A record is new, or says something new; the details replace those before. */
    record Recorded(RecordDetails details) implements IdentityChange {}

    /** A record is gone: erased, or withdrawn by its agency. */
    record Removed(SourceRecord record) implements IdentityChange {}

    /** Somebody decided. */
    record Decided(Decision decision) implements IdentityChange {}

    /** Somebody took a decision back; what held before holds again. */
    record Undone(Decision decision) implements IdentityChange {}
}
