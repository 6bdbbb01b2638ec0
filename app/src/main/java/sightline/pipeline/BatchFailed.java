package sightline.pipeline;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

import sightline.core.kernel.SourceRecord;
import sightline.database.DatabaseException;
import sightline.feeds.ReceiptId;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A batch was rolled back. It names no person and carries no text of a message: the failure's class
 * says what happened.
 */
final class BatchFailed extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final transient Map<ReceiptId, Set<SourceRecord>> messages;
    private final boolean ofTheDatabase;

    BatchFailed(Map<ReceiptId, Set<SourceRecord>> messages, Throwable cause) {
        super("a batch of " + messages.size() + " messages failed: " + Faults.inWords(cause));
        this.messages = new LinkedHashMap<>(messages);
        this.ofTheDatabase = ofTheDatabase(cause);
        setStackTrace(cause.getStackTrace());
    }

    /** A lost connection, a full disk, a lock: nothing that the messages could be the cause of. */
    private static boolean ofTheDatabase(Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof DatabaseException;
    }

    /** The messages that were taken, and whom each may concern. */
    Map<ReceiptId, Set<SourceRecord>> messages() {
        return messages;
    }

    /** Whether one of the messages may be why. */
    boolean mayBeAMessage() {
        return !ofTheDatabase && !messages.isEmpty();
    }
}
