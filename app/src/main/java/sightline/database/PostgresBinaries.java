package sightline.database;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** The server's programs: those of the class path, unpacked once, or those of the machine. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /**
     * The folder with {@code initdb}, {@code pg_ctl} and {@code postgres}, unpacked below {@code
     * home}.
     */
    static Path unpackedIn(Path home) throws IOException {
        var target = home.resolve("programs-" + version());
        if (Files.isDirectory(target)) {
            return target.resolve("bin");
        }
        var fresh = Files.createTempDirectory(home, "unpacking");
        try (var packed = archive().openStream()) {
            unpack(packed, fresh);
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            OwnerOnly.delete(fresh);
        }
        return target.resolve("bin");
    }

    private static URL archive() {
        var name = "/postgres-" + system() + "-" + processor() + ".txz";
        var archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new DatabaseException(
                    "No PostgreSQL for this machine is packed with the program ("
                            + name
                            + ").\n"
                            + "Give the address of a PostgreSQL 15 or later: --database-url"
                            + " jdbc:postgresql://HOST:5432/sightline");
        }
        return archive;
    }

    /** The size of the archive stands for its version: another archive is unpacked beside it. */
    private static String version() throws IOException {
        return Long.toString(archive().openConnection().getContentLengthLong(), 36);
    }

    private static String system() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        var name = System.getProperty("os.arch", "");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, inside(target, entry.getName()));
            }
        }
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        makeParent(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        var runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void makeParent(@Nullable Path parent) throws IOException {
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    private static Path inside(Path target, String name) {
        var path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IllegalStateException("the archive names a file outside its folder: " + name);
        }
        return path;
    }
}
