package sightline.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where throw-away servers live: one folder of the user in the temporary folder, in it the unpacked
 * programs and one folder a server, named by the program's process. What killed programs left is
 * cleared at the next start.
 */
final class ThrowAwayFolders {
    private static final Logger LOG = LoggerFactory.getLogger(ThrowAwayFolders.class);
    private static final String PREFIX = "server-";

    private ThrowAwayFolders() {}

    static Path create() throws IOException {
        var parent = parent();
        clear(parent);
        return Files.createTempDirectory(parent, PREFIX + ProcessHandle.current().pid() + "-");
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
        var parent = Path.of(System.getProperty("java.io.tmpdir")).resolve("sightline-" + user);
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
        List<Path> left;
        try (var entries = Files.list(parent)) {
            left = entries.filter(p -> isLeft(p.getFileName().toString())).toList();
        }
        for (var folder : left) {
            stop(folder);
            try {
                OwnerOnly.delete(folder);
            } catch (IOException e) {
                LOG.warn("Could not clear {}.", folder);
            }
        }
    }

    private static boolean isLeft(String name) {
        if (!name.startsWith(PREFIX)) {
            return false;
        }
        var process = Long.parseLong(name.substring(PREFIX.length()).replaceFirst("-.*$", ""));
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
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
