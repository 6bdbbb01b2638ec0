package sightline.database;

/** The database cannot be used as asked. The message says what to do next, and names no person. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what is wrong and what to do next. */
    public DatabaseException(String message) {
        super(message);
    }

    /** Says what is wrong and what to do next, and what brought it about. */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
