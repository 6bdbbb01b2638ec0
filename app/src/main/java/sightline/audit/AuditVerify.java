package sightline.audit;

import sightline.audit.Verdict.Broken;
import sightline.audit.Verdict.Kind;
import sightline.audit.Verdict.Sound;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies an export ({@link AuditExport}) with nothing but the public key, and names the first
 * position that is not proven. A rollback to an older, honest journal can be seen only with a
 * checkpoint that was kept elsewhere.
 */
public final class AuditVerify {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JournalKey key;

    /**
     * @param publicKey the line that {@link Sequencer#publicKey} gave
     */
    public AuditVerify(String publicKey) {
        this.key = JournalKey.parse(publicKey);
    }

    /** Verifies an export. */
    public Verdict verify(Path export) {
        return verify(export, Optional.empty());
    }

    /**
     * Verifies an export against a checkpoint that was kept elsewhere.
     *
     * @param known the text of a signed note
     */
    public Verdict verify(Path export, Optional<String> known) {
        try (var leaves = Files.newBufferedReader(export.resolve(AuditExport.LEAVES));
                var notes = Files.newBufferedReader(export.resolve(AuditExport.CHECKPOINTS))) {
            return new Run(new SignedNotes(notes, key), known(known)).over(leaves);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the export in " + export, e);
        }
    }

    private Optional<Checkpoint> known(Optional<String> note) {
        return note.map(text ->
                Checkpoint.parse(text, key)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "The known checkpoint is not signed with this key.")));
    }

    /** One pass over leaves and checkpoints, of which it holds one of each. */
    private static final class Run {
        private final SignedNotes notes;
        private final Optional<Checkpoint> known;
        private final HashTree tree = HashTree.empty();
        private final Map<String, Long> counters = new HashMap<>();
        private Optional<Checkpoint> next = Optional.empty();
        private long proven;

        Run(SignedNotes notes, Optional<Checkpoint> known) {
            this.notes = notes;
            this.known = known;
        }

        Verdict over(BufferedReader leaves) throws IOException {
            var first = advance();
            if (first.isPresent()) {
                return first.get();
            }
            for (var line = leaves.readLine(); line != null; line = leaves.readLine()) {
                var broken = leaf(line);
                if (broken.isEmpty()) {
                    broken = checkpoint();
                }
                if (broken.isPresent()) {
                    return broken.get();
                }
            }
            return end();
        }

        private Optional<Verdict> leaf(String line) {
            var position = tree.size();
            if (next.isEmpty()) {
                return broken(Kind.UNSIGNED, position, "no checkpoint covers this leaf");
            }
            var parts = line.split(" ", 3);
            if (parts.length < 3 || !parts[0].equals(Long.toString(position))) {
                return broken(Kind.TAMPERED, position, "the leaf of another position stands here");
            }
            var hash = HashTree.leafHash(parts[2].getBytes(StandardCharsets.UTF_8));
            if (!HexFormat.of().formatHex(hash).equals(parts[1])) {
                return broken(Kind.TAMPERED, position, "the leaf is not the one that was hashed");
            }
            tree.append(hash);
            return counter(position, parts[2]);
        }

        /** An entry that is missing, or there again, shows in its writer's count. */
        private Optional<Verdict> counter(long position, String leaf) {
            try {
                var read = JSON.readTree(leaf);
                var writer = read.path("writer").asString("");
                var counter = read.path("counter").asLong(0);
                var expected = counters.getOrDefault(writer, 0L) + 1;
                counters.put(writer, counter);
                if (counter == expected) {
                    return Optional.empty();
                }
                var kind = counter > expected ? Kind.GAP : Kind.REPEATED;
                var words = "writer " + writer + " comes to " + counter + " instead of " + expected;
                return Optional.of(new Broken(kind, proven, position, words));
            } catch (JacksonException e) {
                return broken(Kind.TAMPERED, position, "the leaf is not readable");
            }
        }

        /** Reads the next checkpoint. */
        private Optional<Verdict> advance() throws IOException {
            next = notes.next();
            return notes.broken()
                    ? Optional.of(
                            new Broken(
                                    Kind.CHECKPOINT,
                                    proven,
                                    proven,
                                    "checkpoint "
                                            + (notes.read() + 1)
                                            + " is not signed with this key, or stands"
                                            + " where it does not belong"))
                    : Optional.empty();
        }

        private Optional<Verdict> checkpoint() throws IOException {
            if (known.isPresent()
                    && known.get().size() == tree.size()
                    && !known.get().root().equals(Checkpoint.of(tree, known.get().at()).root())) {
                return between(Kind.TAMPERED, "another journal was signed elsewhere at this size");
            }
            if (next.isEmpty() || next.get().size() != tree.size()) {
                return Optional.empty();
            }
            var signed = next.get();
            if (!signed.root().equals(Checkpoint.of(tree, signed.at()).root())) {
                return between(Kind.TAMPERED, "these leaves are not the ones that were signed");
            }
            proven = tree.size();
            return advance();
        }

        private Verdict end() throws IOException {
            if (next.isPresent()) {
                var signed = 0L;
                while (next.isPresent()) {
                    signed = next.get().size();
                    var broken = advance();
                    if (broken.isPresent()) {
                        return broken.get();
                    }
                }
                return new Broken(
                        Kind.TRUNCATED,
                        proven,
                        tree.size(),
                        signed + " leaves were signed, " + tree.size() + " are there");
            }
            if (known.isPresent() && known.get().size() > tree.size()) {
                return new Broken(
                        Kind.ROLLED_BACK,
                        tree.size(),
                        tree.size(),
                        "a checkpoint of "
                                + known.get().size()
                                + " leaves is known from elsewhere");
            }
            return new Sound(tree.size(), notes.read());
        }

        private Optional<Verdict> broken(Kind kind, long position, String words) {
            return Optional.of(new Broken(kind, position, position, words));
        }

        private Optional<Verdict> between(Kind kind, String words) {
            return Optional.of(new Broken(kind, proven, tree.size() - 1, words));
        }
    }
}
