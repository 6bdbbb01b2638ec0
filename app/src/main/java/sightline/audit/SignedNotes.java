package sightline.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** Reads the signed notes of an export one by one, and holds each to the one before it. */
final class SignedNotes {

    private static final int LINES_MOST = 20;

    private final BufferedReader text;
    private final JournalKey key;
    private Optional<String> ahead;
    private Optional<Checkpoint> before = Optional.empty();
    private int read;
    private boolean broken;

    SignedNotes(BufferedReader text, JournalKey key) throws IOException {
        this.text = text;
        this.key = key;
        this.ahead = Optional.ofNullable(text.readLine());
    }

    /** The next checkpoint; empty at the end, and where a note is not what it should be. */
    Optional<Checkpoint> next() throws IOException {
        Optional<String> note = note();
        if (note.isEmpty()) {
            return Optional.empty();
        }
        Optional<Checkpoint> found =
                Checkpoint.parse(note.get(), key)
                        .filter(c -> c.size() > before.map(Checkpoint::size).orElse(0L))
                        .filter(c -> before.filter(b -> c.at().isBefore(b.at())).isEmpty());
        broken = found.isEmpty();
        if (!broken) {
            read++;
            before = found;
        }
        return found;
    }

    /** Whether a note was not signed with this key, or stood where it does not belong. */
    boolean broken() {
        return broken;
    }

    /** How many were read. */
    int read() {
        return read;
    }

    private Optional<String> note() throws IOException {
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder note = new StringBuilder(ahead.get());
        int lines = 1;
        ahead = Optional.ofNullable(text.readLine());
        while (ahead.isPresent() && !ahead.get().equals(Checkpoint.ORIGIN)) {
            if (++lines <= LINES_MOST) {
                note.append('\n').append(ahead.get());
            }
            ahead = Optional.ofNullable(text.readLine());
        }
        return Optional.of(note.toString());
    }
}
