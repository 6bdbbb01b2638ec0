package sightline.console;

/** Which answers of a server say nothing of what was sent, so that it is worth sending again. */
final class Again {
    private static final int TOO_SLOW = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAILURE = 500;

    private Again() {}

    /** Whether the status of an answer (RFC 9110, 15) asks for it. */
    static boolean isAskedBy(int status) {
        return status == TOO_SLOW || status == TOO_MANY || status >= SERVER_FAILURE;
    }
}
