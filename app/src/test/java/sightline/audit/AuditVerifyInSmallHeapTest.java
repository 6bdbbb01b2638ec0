package sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.database.Secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code audit verify} is one pass: at its larger size a journal many times as large as the heap is
 * verified; every day a small one is, by the same way.
 */
@Tag("ci")
@Tag("full")
final class AuditVerifyInSmallHeapTest {
    private static final int ENTRIES =
            System.getProperty("sightline.size", "everyday").equals("everyday")
                    ? 30_000
                    : 1_000_000;

    private static final int A_CHECKPOINT = 1_000;
    private static final Instant START = Instant.parse("2026-03-04T09:00:00Z");

    @TempDir private Path folder;

    @Test
    void aJournalIsVerifiedInAHeapThatDoesNotGrowWithIt() throws IOException, InterruptedException {
        JournalKey key = JournalKey.of(Secrets.throwAway());
        Path publicKey = Files.writeString(folder.resolve("key"), key.line());
        write(key);
        assertThat(Files.size(folder.resolve(AuditExport.LEAVES))).isGreaterThan(ENTRIES * 110L);

        Process verify =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx32m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Alone.class.getName(),
                                folder.toString(),
                                publicKey.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();

        assertThat(verify.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(folder.resolve("said")))
                .isEqualTo(new Verdict.Sound(ENTRIES, ENTRIES / A_CHECKPOINT) + "\n");
        assertThat(verify.exitValue()).isZero();
    }

    /** Verifies the export of its first argument with the key in the file of its second. */
    static final class Alone {
        private Alone() {}

        public static void main(String[] arguments) throws IOException {
            String key = Files.readString(Path.of(arguments[1]));
            System.out.println(new AuditVerify(key).verify(Path.of(arguments[0])));
        }
    }

    private void write(JournalKey key) throws IOException {
        HashTree tree = HashTree.empty();
        try (var leaves = Files.newBufferedWriter(folder.resolve(AuditExport.LEAVES));
                var notes = Files.newBufferedWriter(folder.resolve(AuditExport.CHECKPOINTS))) {
            for (int i = 0; i < ENTRIES; i++) {
                String leaf =
                        "{\"counter\":%d,\"event\":\"visit\",\"version\":1,\"writer\":\"w%02d\"}"
                                .formatted(i / 64 + 1, i % 64);
                byte[] hash = HashTree.leafHash(leaf.getBytes(StandardCharsets.UTF_8));
                leaves.write(
                        String.join(
                                " ",
                                List.of(
                                        Integer.toString(i),
                                        HexFormat.of().formatHex(hash),
                                        leaf)));
                leaves.write('\n');
                tree.append(hash);
                if (tree.size() % A_CHECKPOINT == 0) {
                    notes.write(i < A_CHECKPOINT ? "" : "\n");
                    notes.write(Checkpoint.of(tree, START.plusSeconds(i)).note(key));
                }
            }
        }
    }
}
