package sightline.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * That the journal had this many leaves and this root at that time.
 *
 * @param root base64 of the tree's root
 */
record Checkpoint(long size, String root, Instant at) {
    static final String ORIGIN = "sightline/journal";

    static Checkpoint of(HashTree tree, Instant at) {
        return new Checkpoint(tree.size(), Base64.getEncoder().encodeToString(tree.root()), at);
    }

    /** The signed note: four lines, an empty one, the signature. */
    String note(JournalKey key) {
        return text() + "\n" + key.sign(text());
    }

    private String text() {
        return ORIGIN + "\n" + size + "\n" + root + "\n" + at + "\n";
    }

    /** Reads a note; empty where it is none or the key did not sign it. */
    static Optional<Checkpoint> parse(String note, JournalKey key) {
        var lines = note.split("\n", -1);
        if (lines.length < 6 || !lines[0].equals(ORIGIN) || !lines[4].isEmpty()) {
            return Optional.empty();
        }
        try {
            var read = new Checkpoint(Long.parseLong(lines[1]), lines[2], Instant.parse(lines[3]));
            return Optional.of(read).filter(c -> key.verifies(c.text(), lines[5]));
        } catch (NumberFormatException | DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
