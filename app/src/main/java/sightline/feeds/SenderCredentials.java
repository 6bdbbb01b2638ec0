package sightline.feeds;

import sightline.core.kernel.AgencyId;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Properties;

/** What an agency's system holds in order to send. Kept in a file that only its owner may read. */
public final class SenderCredentials {
    private final AgencyId sender;
    private final BearerKey bearer;
    private final byte[] privateKey;

    SenderCredentials(AgencyId sender, BearerKey bearer, byte[] privateKey) {
        this.sender = sender;
        this.bearer = bearer;
        this.privateKey = privateKey.clone();
    }

    /** As whom it sends. */
    public AgencyId sender() {
        return sender;
    }

    /** The value of the header {@code Authorization}. */
    public String authorization() {
        return "Bearer " + bearer.secret();
    }

    /** The value of the header {@code X-Signature} for a body. */
    public String signature(byte[] body) {
        return "ed25519=" + Base64.getEncoder().encodeToString(Signatures.sign(privateKey, body));
    }

    /** Writes them to a new file of mode 0600. */
    public void write(Path file) throws IOException {
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, owner);
        Files.writeString(
                file,
                """
                # Lets whoever reads this send as %1$s. Keep it secret.
                sender=%1$s
                bearer=%2$s
                ed25519=%3$s
                """
                        .formatted(
                                sender,
                                bearer.secret(),
                                Base64.getEncoder().encodeToString(privateKey)));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when something is missing
     */
    public static SenderCredentials read(Path file) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(Files.readString(file)));
        var key = Base64.getDecoder().decode(required(lines, "ed25519"));
        if (key.length != Signatures.PRIVATE_BYTES) {
            throw new IllegalArgumentException(
                    "The signing key has " + key.length + " bytes.\nMake new keys.");
        }
        return new SenderCredentials(
                new AgencyId(required(lines, "sender")),
                new BearerKey(required(lines, "bearer")),
                key);
    }

    private static String required(Properties lines, String name) {
        var value = lines.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file of keys has no line " + name + ".\nMake new keys.");
        }
        return value;
    }

    @Override
    public String toString() {
        return "SenderCredentials[" + sender + "]";
    }
}
