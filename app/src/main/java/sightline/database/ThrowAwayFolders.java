package sightline.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Where throw-away servers live: one folder of the user in the temporary folder, in it the unpacked
 * programs and one folder a server, named by the program's process. What killed programs left is
 * cleared at the next start, by one program at a time. A folder is left when nobody locks it: who
 * starts beside others in a container does not know their processes.
 */
final class ThrowAwayFolders {
    private static final Logger LOG = LoggerFactory.getLogger(ThrowAwayFolders.class);
    private static final String PREFIX = "server-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-.*");
    private static final String LOCK = "program.lock";

    /** This program's own: whoever opened and closed such a file again would end the lock. */
    private static final Map<Path, FileLock> OWN = new ConcurrentHashMap<>();

    private ThrowAwayFolders() {}

    static Path create() throws IOException {
        return create(parent());
    }

    static Path create(Path parent) throws IOException {
        try (var _ = StartingTurn.at(parent)) {
            clear(parent);
            var name = PREFIX + ProcessHandle.current().pid() + "-";
            var folder = Files.createTempDirectory(parent, name);
            hold(folder);
            return folder;
        }
    }

    /** Says that this program uses the folder, until it ends or deletes it. */
    static void hold(Path folder) throws IOException {
        var file =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        OWN.put(folder, file.lock());
    }

    /** Deletes a folder of this program. */
    static void delete(Path folder) throws IOException {
        OwnerOnly.delete(folder);
        var held = Optional.ofNullable(OWN.remove(folder));
        if (held.isPresent()) {
            held.get().acquiredBy().close();
        }
    }

    static Path programs() throws IOException {
        var folder = parent().resolve("programs");
        Files.createDirectories(folder);
        return folder;
    }

    /**
     * Passable by all, because the server may run under another account; written by its owner
     * alone.
     */
    private static Path parent() throws IOException {
        var user = System.getProperty("user.name", "unknown");
        var temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        var parent = temporary.resolve("sightline-" + user);
        Files.createDirectories(parent);
        if (!Files.getOwner(parent).getName().equals(user)) {
            throw new DatabaseException(
                    parent + " belongs to somebody else.\nDelete it, or set -Djava.io.tmpdir.");
        }
        Files.setPosixFilePermissions(
                parent, java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
        return parent;
    }

    private static void clear(Path parent) throws IOException {
        List<Path> folders;
        try (var entries = Files.list(parent)) {
            folders = entries.toList();
        }
        for (var folder : folders) {
            try {
                if (isLeft(folder)) {
                    stop(folder);
                    OwnerOnly.delete(folder);
                }
            } catch (IOException e) {
                LOG.warn("Could not clear {}.", folder);
            }
        }
    }

    private static boolean isLeft(Path folder) throws IOException {
        var name = NAME.matcher(folder.getFileName().toString());
        if (!name.matches() || OWN.containsKey(folder)) {
            return false;
        }
        var lock = folder.resolve(LOCK);
        if (!Files.exists(lock)) {
            // Programs of before held none.
            var process = ProcessHandle.of(Long.parseLong(name.group(1)));
            return process.filter(ProcessHandle::isAlive).isEmpty();
        }
        try (var file = FileChannel.open(lock, StandardOpenOption.WRITE);
                var free = file.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    private static void stop(Path folder) throws IOException {
        var server = PostmasterFile.of(folder.resolve("data"));
        if (server.isEmpty() || !server.get().runs()) {
            return;
        }
        var process = ProcessHandle.of(server.get().process());
        process.ifPresent(ProcessHandle::destroyForcibly);
        process.ifPresent(p -> p.onExit().completeOnTimeout(p, 5, TimeUnit.SECONDS).join());
    }
}
