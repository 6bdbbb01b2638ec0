package sightline.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is to look for a server in a folder, and to start it: one at a time, among the
 * threads of this process and among all processes of the machine. Without turns two that found the
 * same dead server would both start one, and the later would delete the earlier's lock file; a
 * server whose lock file is gone ends itself within a minute.
 *
 * <p>The turn ends with the process, however that ends.
 */
final class StartingTurn implements AutoCloseable {
    /** A file lock belongs to the whole process; its threads need one of their own. */
    private static final ReentrantLock HERE = new ReentrantLock(true);

    private final FileChannel file;
    private final FileLock lock;

    private StartingTurn(FileChannel file) throws IOException {
        this.file = file;
        this.lock = file.lock();
    }

    /** Waits until it is this thread's turn. */
    static StartingTurn at(Path home) throws IOException {
        HERE.lock();
        try {
            return new StartingTurn(
                    FileChannel.open(
                            home.resolve("starting.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE));
        } catch (IOException | RuntimeException none) {
            HERE.unlock();
            throw none;
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            lock.release();
        } finally {
            HERE.unlock();
        }
    }
}
