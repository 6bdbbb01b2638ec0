package sightline.register;

/** A file of which no row can be relied upon. Its message says why and what to do. */
public final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableFile(String message) {
        super(message);
    }
}
