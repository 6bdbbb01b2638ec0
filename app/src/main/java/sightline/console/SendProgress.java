package sightline.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How far a file has been sent, in a file beside it. A convenience only: whoever loses it sends
 * everything again and gets the same receipts.
 */
final class SendProgress {
    private final Path record;
    private final String content;
    private int done;

    private SendProgress(Path record, String content, int done) {
        this.record = record;
        this.content = content;
        this.done = done;
    }

    /** What is known of this very content sent to this very address; 0 when it has changed. */
    static SendProgress of(Path file, String address) throws IOException {
        var record = file.resolveSibling(file.getFileName() + ".sent");
        var content = hash(file) + " " + address;
        var done = 0;
        if (Files.exists(record)) {
            var lines = Files.readAllLines(record);
            if (lines.size() == 2 && lines.getFirst().equals(content)) {
                done = Integer.parseInt(lines.getLast());
            }
        }
        return new SendProgress(record, content, done);
    }

    /** The number of the last line or row that was answered. */
    int done() {
        return done;
    }

    /** Notes that everything up to a line or row has been answered. */
    void reached(int number) throws IOException {
        done = number;
        var fresh = record.resolveSibling(record.getFileName() + ".new");
        Files.writeString(fresh, content + "\n" + number + "\n");
        Files.move(
                fresh, record, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String hash(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[64 * 1024];
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
