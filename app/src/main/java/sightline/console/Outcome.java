package sightline.console;

/** How a command ended, as its exit code tells the shell. */
public enum Outcome {
    /** It did what was asked. */
    OK(0),
    /** It did not, for a reason printed on standard error. */
    FAILED(1),
    /** It was asked in a way that it does not understand. */
    USAGE(2),
    /** It did what was asked, and found that data is not as it should be. */
    DATA_PROBLEM(3),
    /** Whoever asked may not do this. */
    NOT_ALLOWED(4),
    /** Another system that it needs did not answer. */
    UNAVAILABLE(5),
    /** It finished, and set rows aside that it could not read. */
    SET_ASIDE(6);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    /** The exit code. */
    public int code() {
        return code;
    }
}
