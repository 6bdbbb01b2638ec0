package sightline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The installation's one master key, and every other key derived from it by HKDF-SHA256 under a
 * name of its own. Processes that share a database share the file.
 */
public final class Secrets {
    private static final int MASTER_BYTES = 32;

    private final byte[] master;

    private Secrets(byte[] master) {
        this.master = master;
    }

    /**
     * Reads {@code folder/master.key}, and makes it (mode 0600, folder 0700) where there is none.
     */
    public static Secrets in(Path folder) {
        var file = folder.resolve("master.key");
        try {
            if (!Files.exists(file)) {
                create(folder, file);
            }
            var bytes = Files.readAllBytes(file);
            if (bytes.length != MASTER_BYTES) {
                throw new DatabaseException(
                        file
                                + " has "
                                + bytes.length
                                + " bytes, not "
                                + MASTER_BYTES
                                + ".\n"
                                + "Put the key file back from your backup of the keys.");
            }
            return new Secrets(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make " + file, e);
        }
    }

    /** Keys that die with the process: for throw-away databases. */
    public static Secrets throwAway() {
        return new Secrets(random());
    }

    /** The key named {@code purpose}: always the same bytes for the same master key. */
    public byte[] key(String purpose, int length) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(master)
                            .addSalt("sightline".getBytes(StandardCharsets.US_ASCII))
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), length);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is part of every JDK 25", e);
        }
    }

    /** The password of a database role. */
    String password(String role) {
        return HexFormat.of().formatHex(key("database role " + role, 24));
    }

    private static void create(Path folder, Path file) throws IOException {
        OwnerOnly.folder(folder);
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var made = Files.createTempFile(folder, "master", ".new", owner);
        try {
            Files.write(made, random());
            // A link, unlike a move, never replaces the key of a process that was faster.
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException faster) {
            return;
        } finally {
            Files.delete(made);
        }
    }

    private static byte[] random() {
        var bytes = new byte[MASTER_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
