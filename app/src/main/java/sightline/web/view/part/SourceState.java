package sightline.web.view.part;

/**
 * What a source answered. None of these may ever read like another: a page that shows them takes
 * the word and the caution from here.
 */
public enum SourceState {
    /** Answered within its promise, with no gap: only now does "none recorded" mean anything. */
    ANSWERED("Answered", "", Tone.GREEN, "", ""),
    /** Its last heartbeat is older than its promise. */
    STALE(
            "Stale",
            "Do not read the time since then as none.",
            Tone.AMBER,
            "warn",
            "as it was then"),
    /** It answers, but numbered messages are missing. */
    INCOMPLETE(
            "Messages missing",
            "Some of its messages have not reached us. This is not all that it recorded.",
            Tone.AMBER,
            "warn",
            "incomplete"),
    /** It could not be reached or read. */
    DOWN("Could not be read", "Do not read this as none.", Tone.RED, "down", "not available"),
    /** Nobody asked it: it is not on the list for this purpose, or has no feed here. */
    NOT_ASKED("Not asked", "Nothing is known either way.", Tone.NEUTRAL, "", "not asked"),
    /** It answered, and this reader may not see what. */
    RESTRICTED(
            "Restricted",
            "You cannot see what it holds. Ring the holder.",
            Tone.NEUTRAL,
            "veil",
            "restricted");

    private final String word;
    private final String caution;
    private final Tone tone;
    private final String css;
    private final String onChart;

    SourceState(String word, String caution, Tone tone, String css, String onChart) {
        this.word = word;
        this.caution = caution;
        this.tone = tone;
        this.css = css;
        this.onChart = onChart;
    }

    public String word() {
        return word;
    }

    /** What must be read with it; empty only for a source that answered. */
    public String caution() {
        return caution;
    }

    public Tone tone() {
        return tone;
    }

    public String css() {
        return css;
    }

    /** The words on a lane of a drawing; empty for a source that answered. */
    public String onChart() {
        return onChart;
    }

    public boolean answered() {
        return this == ANSWERED;
    }
}
