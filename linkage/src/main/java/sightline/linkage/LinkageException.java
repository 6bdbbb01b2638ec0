package sightline.linkage;

/**
 * The data or the settings cannot be used; the message says what to change, and names no person.
 */
public final class LinkageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LinkageException(String message) {
        super(message);
    }

    public LinkageException(String message, Throwable cause) {
        super(message, cause);
    }
}
