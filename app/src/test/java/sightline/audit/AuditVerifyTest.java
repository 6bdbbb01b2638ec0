package sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.audit.Verdict.Broken;
import sightline.audit.Verdict.Kind;
import sightline.audit.Verdict.Sound;
import sightline.database.Secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Every mutation of an export is found, and the first wrong position named; no clean one is blamed.
 */
final class AuditVerifyTest {
    private static final long SEED = Long.getLong("seed", 20261125L);
    private static final int MUTATIONS = 1_000;
    private static final int CLEAN = 100;
    private static final Instant START = Instant.parse("2026-03-04T09:00:00Z");

    private final Random random = new Random(SEED);
    private final JournalKey key = JournalKey.of(Secrets.throwAway());
    private final JournalKey otherKey = JournalKey.of(Secrets.throwAway());
    private final AuditVerify verify = new AuditVerify(key.line());

    @TempDir private Path folder;

    /** What was done to a log, and the first position that is no longer as it was signed. */
    private record Mutation(String name, long firstWrong, Optional<String> known) {
        static Mutation at(String name, long firstWrong) {
            return new Mutation(name, firstWrong, Optional.empty());
        }
    }

    /** An export in memory: leaves without position or hash, and for each checkpoint its note. */
    private record Log(List<String> lines, List<String> notes) {}

    @Test
    void everyMutationIsFoundAtItsFirstPosition() throws IOException {
        var kinds = new HashMap<String, Integer>();
        for (var i = 0; i < MUTATIONS; i++) {
            var log = log(8 + random.nextInt(40), key);
            var mutation = mutate(log, i % 14);
            kinds.merge(mutation.name(), 1, Integer::sum);

            var verdict = verify(log, mutation.known());

            assertThat(verdict)
                    .as("seed %d, mutation %d: %s", SEED, i, mutation)
                    .isInstanceOf(Broken.class);
            assertThat(verdict.exitCode()).isEqualTo(3);
            var broken = (Broken) verdict;
            assertThat(mutation.firstWrong())
                    .as("seed %d, mutation %d: %s in %s", SEED, i, mutation, broken)
                    .isBetween(broken.from(), broken.to());
        }
        assertThat(kinds).hasSize(14);
    }

    @Test
    void aCleanLogIsSound() throws IOException {
        for (var i = 0; i < CLEAN; i++) {
            var log = log(random.nextInt(60), key);

            assertThat(verify(log, Optional.empty()))
                    .as("seed %d, log %d", SEED, i)
                    .isInstanceOf(Sound.class);
        }
    }

    @Test
    void aMissingEntryShowsInItsWritersCountEvenWhenEverythingWasSigned() throws IOException {
        var log = new Log(new ArrayList<>(), new ArrayList<>());
        append(log, List.of(leaf("w01", 1, "a"), leaf("w02", 1, "b"), leaf("w01", 3, "c")), key);

        assertThat(verify(log, Optional.empty()))
                .isEqualTo(new Broken(Kind.GAP, 0, 2, "writer w01 comes to 3 instead of 2"));
    }

    private Mutation mutate(Log log, int kind) {
        var size = log.lines().size();
        var at = random.nextInt(size);
        return switch (kind) {
            case 0 -> flipALetter(log, at);
            case 1 -> flipAndHashAgain(log, at);
            case 2 -> drop(log, at, false);
            case 3 -> drop(log, at, true);
            case 4 -> insertACopy(log, at);
            case 5 -> swap(log, random.nextInt(size - 1), false);
            case 6 -> swap(log, random.nextInt(size - 1), true);
            case 7 -> truncate(log);
            case 8 -> rollBack(log);
            case 9 -> rewriteWithoutTheKey(log, at);
            case 10 -> replayACheckpoint(log);
            case 11 -> changeTheActor(log, at);
            case 12 -> appendUnsigned(log);
            default -> fork(log, at);
        };
    }

    private Mutation flipALetter(Log log, int at) {
        log.lines().set(at, flipped(log.lines().get(at)));
        return Mutation.at("flipped letter", at);
    }

    private Mutation flipAndHashAgain(Log log, int at) {
        log.lines().set(at, line(at, flipped(leafOf(log, at))));
        return Mutation.at("flipped and hashed again", at);
    }

    private Mutation drop(Log log, int at, boolean numberAgain) {
        log.lines().remove(at);
        if (numberAgain) {
            number(log);
        }
        return Mutation.at(numberAgain ? "dropped, numbered again" : "dropped", at);
    }

    private Mutation insertACopy(Log log, int at) {
        log.lines().add(at + 1, log.lines().get(at));
        number(log);
        return Mutation.at("hidden duplicate", at + 1L);
    }

    private Mutation swap(Log log, int at, boolean numberAgain) {
        var first = log.lines().get(at);
        log.lines().set(at, log.lines().get(at + 1));
        log.lines().set(at + 1, first);
        if (numberAgain) {
            number(log);
        }
        return Mutation.at(numberAgain ? "swapped, numbered again" : "swapped", at);
    }

    private Mutation truncate(Log log) {
        var keep = random.nextInt(log.lines().size());
        log.lines().subList(keep, log.lines().size()).clear();
        return Mutation.at("truncated tail", keep);
    }

    private Mutation rollBack(Log log) {
        var known = log.notes().removeLast();
        var keep = log.notes().isEmpty() ? 0 : size(log.notes().getLast());
        log.lines().subList(keep, log.lines().size()).clear();
        return new Mutation("rolled back", keep, Optional.of(known));
    }

    private Mutation rewriteWithoutTheKey(Log log, int at) {
        log.lines().set(at, line(at, flipped(leafOf(log, at))));
        sign(log, otherKey);
        return Mutation.at("rewritten with another key", 0);
    }

    private Mutation replayACheckpoint(Log log) {
        log.notes().add(log.notes().getFirst());
        return Mutation.at("replayed checkpoint", log.lines().size());
    }

    private Mutation changeTheActor(Log log, int at) {
        log.lines().set(at, line(at, leafOf(log, at).replace("worker-", "nobody-")));
        return Mutation.at("changed actor", at);
    }

    private Mutation appendUnsigned(Log log) {
        var size = log.lines().size();
        log.lines().add(line(size, leaf("w99", 1, "x")));
        return Mutation.at("unsigned leaf", size);
    }

    /** The same key signed another history: only a checkpoint kept elsewhere shows it. */
    private Mutation fork(Log log, int at) {
        var known = log.notes().getLast();
        log.lines().set(at, line(at, leafOf(log, at).replace("worker-", "nobody-")));
        sign(log, key);
        return new Mutation("fork", log.lines().size() - 1L, Optional.of(known));
    }

    private Log log(int size, JournalKey signer) {
        var log = new Log(new ArrayList<>(), new ArrayList<>());
        var counters = new HashMap<String, Integer>();
        while (log.lines().size() < size) {
            var batch = new ArrayList<String>();
            var most = Math.min(1 + random.nextInt(6), size - log.lines().size());
            for (var i = 0; i < most; i++) {
                var writer = "w0" + random.nextInt(4);
                batch.add(
                        leaf(
                                writer,
                                counters.merge(writer, 1, Integer::sum),
                                "r" + random.nextInt()));
            }
            append(log, batch, signer);
        }
        return log;
    }

    private void append(Log log, List<String> leaves, JournalKey signer) {
        for (var leaf : leaves) {
            log.lines().add(line(log.lines().size(), leaf));
        }
        log.notes().add(note(log, log.lines().size(), log.notes().size(), signer));
    }

    /** Signs the same sizes again, over what stands there now. */
    private static void sign(Log log, JournalKey signer) {
        for (var i = 0; i < log.notes().size(); i++) {
            log.notes().set(i, note(log, size(log.notes().get(i)), i, signer));
        }
    }

    private static String note(Log log, int size, int number, JournalKey signer) {
        var tree = HashTree.empty();
        for (var line : log.lines().subList(0, size)) {
            tree.append(HashTree.leafHash(bytes(line.split(" ", 3)[2])));
        }
        return Checkpoint.of(tree, START.plusSeconds(number)).note(signer);
    }

    private static int size(String note) {
        return Integer.parseInt(note.split("\n", 3)[1]);
    }

    private static void number(Log log) {
        for (var i = 0; i < log.lines().size(); i++) {
            log.lines().set(i, line(i, leafOf(log, i)));
        }
    }

    private static String leafOf(Log log, int at) {
        return log.lines().get(at).split(" ", 3)[2];
    }

    private static String line(int position, String leaf) {
        return position
                + " "
                + HexFormat.of().formatHex(HashTree.leafHash(bytes(leaf)))
                + " "
                + leaf;
    }

    private static String leaf(String writer, int counter, String detail) {
        return "{\"writer\": \"%s\", \"counter\": %d, \"actor\": \"worker-1\", \"detail\": \"%s\"}"
                .formatted(writer, counter, detail);
    }

    /** Flips the lowest bit of a letter within the detail, so that the leaf stays readable. */
    private String flipped(String text) {
        var at = text.length() - 3 - random.nextInt(2);
        return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
    }

    private Verdict verify(Log log, Optional<String> known) throws IOException {
        Files.writeString(folder.resolve(AuditExport.CHECKPOINTS), String.join("\n", log.notes()));
        var lines = String.join("\n", log.lines());
        Files.writeString(folder.resolve(AuditExport.LEAVES), lines.isEmpty() ? "" : lines + "\n");
        return verify.verify(folder, known);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Known answers of RFC 6962 trees, from the test vectors of certificate-transparency. */
    @Test
    void theTreeIsThatOfTheStandard() {
        var leaves = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657");
        var roots =
                Map.of(
                        1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                        3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                        7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
        var tree = HashTree.empty();
        for (var leaf : leaves) {
            tree.append(HashTree.leafHash(HexFormat.of().parseHex(leaf)));
            var expected = roots.get((int) tree.size());
            if (expected != null) {
                assertThat(HexFormat.of().formatHex(tree.root())).isEqualTo(expected);
            }
        }
        assertThat(HashTree.of(tree.size(), tree.frontier()).root()).isEqualTo(tree.root());
    }
}
