package sightline.core.upkeep;

import java.util.Arrays;
import java.util.Locale;

/** What may be owed about a source or the installation. */
public enum SiteDutyKind {
    /** Numbers of a sender's sequence have not come in. */
    MISSING_NUMBERS(
            "Send the messages that are missing",
            "when every missing number has come in",
            "sending-messages.md: a gap in a sender's numbers is owed by the sender"),
    /** A sender has not said within its promise that it is complete. */
    NO_HEARTBEAT(
            "Say that you are complete",
            "by a heartbeat within the sender's promise",
            "sending-messages.md: the promise that the sender registered"),
    /** Messages lie in quarantine longer than they may. */
    QUARANTINED(
            "Mend the messages that could not be read",
            "when each is released and read, or replaced by its correction",
            "sending-messages.md: what cannot be read is kept whole and set aside"),
    /** A sender's messages are kept and not read. */
    READING_PAUSED(
            "Mend the feed, so that it can be read again",
            "when a probe of its messages could be read, or a named person releases it",
            "sending-messages.md: a feed that fails or floods is paused for reading"),
    /** Of many of a sender's messages something alone was set aside, or was not understood. */
    DETAILS_SET_ASIDE(
            "Look at what this feed sends that could not be read",
            "when it is few of the sender's messages again",
            "sending-messages.md: a detail that cannot be read is set aside alone, and the sender told"),
    /** No batch was finished. */
    PIPELINE_STANDS(
            "Make the pipeline run again",
            "when a batch has been finished",
            "operating: nothing is silent longer than the watch allows"),
    /** Another installation that is to be asked about register entries does not answer. */
    PEER_DOWN(
            "Reach the other area by telephone, and have its link mended",
            "when it has answered again",
            "operations.md: an installation that does not answer is said, and owed"),
    /** For some people it could not be worked out what follows. */
    NOT_WORKED_OUT(
            "Mend the rule or clock that fails",
            "when what follows has been worked out for everybody",
            "operating: nothing is silent longer than the watch allows"),
    /** What was decided of mothers does not count for their children yet, and failed to. */
    DECISIONS_NOT_TAKEN_UP(
            "Mend what keeps earlier decisions about mothers from counting for their children",
            "when the next of these decisions have been taken up",
            "operations.md: what was decided earlier of mothers counts for their children, or is owed"),
    /** What was corrected or taken back before the ledger kept it apart is not all known yet. */
    CORRECTIONS_NOT_TAKEN_UP(
            "See that what was corrected or taken back earlier is read to the end",
            "when the ledger has been read for it once",
            "operations.md: what was corrected or taken back earlier is known, or is owed"),
    /** Rows of a register that somebody uploaded are set aside, or wait to be confirmed. */
    ROWS_SET_ASIDE(
            "Mend the rows of the register that are set aside, or throw the file away",
            "when no uploaded file waits and none has a row set aside",
            "operating: nothing that was uploaded lies where nobody owns it"),
    /** Something that a case review asked for is past its date. */
    REVIEW_OVERDUE(
            "Do what the case review asks of you",
            "when the review's own entries show it done",
            "the review's own dates, and the clocks of its kind of review"),
    /** What was decided of a review's place in the public library does not happen. */
    LIBRARY_NOT_DONE(
            "Have the library do what was decided of a review",
            "when the library has done it, or something else is decided of it",
            "operating: what was decided of a published review happens, or is owed");

    private final String title;
    private final String dischargedBy;
    private final String source;

    SiteDutyKind(String title, String dischargedBy, String source) {
        this.title = title;
        this.dischargedBy = dischargedBy;
        this.source = source;
    }

    /** The word in tables and in the output of commands: {@code missing-numbers}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether it is for those alone who owe it or were told: that an area has a case review is not
     * every reader's.
     */
    public boolean ofReview() {
        return this == REVIEW_OVERDUE || this == LIBRARY_NOT_DONE;
    }

    /** What is owed, as an instruction. */
    public String title() {
        return title;
    }

    /** What ends it, as the end of a sentence. */
    public String dischargedBy() {
        return dischargedBy;
    }

    /** Where it is written that this is owed: this project's own rules, no law [GK]. */
    public String source() {
        return source;
    }

    /** The kind of that word. */
    public static SiteDutyKind of(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such site duty: " + slug));
    }
}
