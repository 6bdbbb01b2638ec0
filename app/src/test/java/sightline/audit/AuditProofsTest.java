package sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.audit.AuditProofs.Consistency;
import sightline.audit.AuditProofs.Inclusion;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Proofs of single things hold for every size, and none holds for anything else. */
final class AuditProofsTest {
    private static final long MILLION = 1_000_000;
    private static final long SEED = Long.getLong("seed", 20261125L);
    private static final int MOST = 40;

    private final Random random = new Random(SEED);
    private final TestDatabase database = TestDatabase.fresh();
    private final Secrets secrets = Secrets.throwAway();
    private final AuditProofs proofs = new AuditProofs(database.transactions(), secrets);
    private final Sequencer sequencer = new Sequencer(database.transactions(), secrets);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyLeafIsProvenInATreeOfEverySizeAndNoOther() {
        for (int size = 1; size <= MOST; size++) {
            List<byte[]> leaves = leaves(size);
            byte[] root = HashProof.root(leaves);
            for (int at = 0; at < size; at++) {
                List<byte[]> path = HashProof.inclusion(Subtrees.of(leaves), at, size);

                assertThat(HashProof.includes(leaves.get(at), at, size, path, root)).isTrue();
                for (int other = 0; other < size; other++) {
                    byte[] leaf = leaves.get(other);
                    boolean same = other == at;
                    assertThat(HashProof.includes(leaf, at, size, path, root)).isEqualTo(same);
                    assertThat(HashProof.includes(leaves.get(at), other, size, path, root))
                            .isEqualTo(same);
                }
                assertThat(HashProof.includes(leaves.get(at), at, size, flipped(path), root))
                        .as("seed %d", SEED)
                        .isEqualTo(path.isEmpty());
            }
        }
    }

    @Test
    void everyTreeIsProvenToBeginEveryLargerOneAndNoOther() {
        for (int second = 1; second <= MOST; second++) {
            List<byte[]> leaves = leaves(second);
            byte[] root = HashProof.root(leaves);
            for (int first = 1; first <= second; first++) {
                byte[] older = HashProof.root(leaves.subList(0, first));
                List<byte[]> path = HashProof.consistency(Subtrees.of(leaves), first, second);
                byte[] forged = HashProof.root(leaves(first + 100).subList(100, first + 100));

                assertThat(HashProof.continues(first, older, second, root, path)).isTrue();
                assertThat(HashProof.continues(first, forged, second, root, path)).isFalse();
                assertThat(HashProof.continues(first, older, second, forged, path)).isFalse();
                assertThat(HashProof.continues(first, older, second, root, flipped(path)))
                        .as("seed %d", SEED)
                        .isEqualTo(path.isEmpty());
            }
        }
    }

    @Test
    void anEntryOfTheJournalIsProvenByItsSignedCheckpointAlone() {
        write(5);
        String older = proofs.newest().orElseThrow();
        write(8);

        Inclusion proof = proofs.inclusion(3).orElseThrow();

        assertThat(AuditProofs.holds(proof, proofs.publicKey())).isTrue();
        Inclusion changed =
                new Inclusion(
                        3,
                        proof.leaf().replace("entry 3", "entry 4"),
                        proof.path(),
                        proof.checkpoint());
        assertThat(AuditProofs.holds(changed, proofs.publicKey())).isFalse();
        String other = new AuditProofs(database.transactions(), Secrets.throwAway()).publicKey();
        assertThat(AuditProofs.holds(proof, other)).isFalse();
        assertThat(proofs.inclusion(13)).isEmpty();

        Consistency goesOn = proofs.consistency(older).orElseThrow();
        assertThat(AuditProofs.holds(goesOn, proofs.publicKey())).isTrue();
        assertThat(goesOn.path()).isNotEmpty();
    }

    @Test
    void aJournalWrittenAnewDoesNotGoOnFromACheckpointThatIsKnownElsewhere() {
        write(5);
        String older = proofs.newest().orElseThrow();
        write(8);
        database.owner()
                .sql("UPDATE audit.leaf SET hash = sha256(hash) WHERE position = 2")
                .update();

        Consistency forged = proofs.consistency(older).orElseThrow();

        assertThat(AuditProofs.holds(forged, proofs.publicKey())).isFalse();
    }

    @Test
    void theSequencerStoresSubtreesThatProveTheSameAsTheLeaves() {
        write(300);
        String older = proofs.newest().orElseThrow();
        write(400);
        long nodes =
                database.owner().sql("SELECT count(*) FROM audit.node").query(Long.class).single();
        List<byte[]> leaves =
                database.owner()
                        .sql("SELECT hash FROM audit.leaf ORDER BY position")
                        .query((row, _) -> Objects.requireNonNull(row.getBytes(1)))
                        .list();

        assertThat(nodes).isEqualTo(2);
        for (int at : new int[] {0, 255, 256, 511, 512, 699}) {
            Inclusion proof = proofs.inclusion(at).orElseThrow();
            assertThat(AuditProofs.holds(proof, proofs.publicKey())).isTrue();
            assertThat(proof.path())
                    .isEqualTo(texts(HashProof.inclusion(Subtrees.of(leaves), at, 700)));
        }
        Consistency goesOn = proofs.consistency(older).orElseThrow();
        assertThat(AuditProofs.holds(goesOn, proofs.publicKey())).isTrue();
        database.owner().sql("DELETE FROM audit.node").update();
        assertThat(proofs.consistency(older)).contains(goesOn);
        assertThat(proofs.inclusion(3)).isPresent();
    }

    @Test
    void aProofOfAMillionEntriesReadsAFewHundredHashesAtATime() {
        Millions tree = new Millions(MILLION);
        Subtrees stored = new StoredTree(tree);
        byte[] root = stored.root(0, MILLION);
        for (long at : new long[] {0, 1, 65_535, 65_536, 777_777, MILLION - 1}) {
            List<byte[]> path = HashProof.inclusion(stored, at, MILLION);
            assertThat(HashProof.includes(Millions.leaf(at), at, MILLION, path, root)).isTrue();
        }
        for (long first : new long[] {1, 255, 256, 300_001, 999_424}) {
            List<byte[]> path = HashProof.consistency(stored, first, MILLION);
            assertThat(HashProof.continues(first, stored.root(0, first), MILLION, root, path))
                    .isTrue();
        }

        assertThat(tree.mostAtOnce()).isLessThanOrEqualTo(256);
        assertThat(tree.reads()).isLessThan(600);
    }

    /** A million leaves that nobody holds, and what a sequencer stores of the levels above. */
    private static final class Millions implements StoredTree.Stored {
        private final Map<String, byte[]> nodes = new HashMap<>();
        private int mostAtOnce;
        private int reads;

        Millions(long size) {
            HashTree tree = HashTree.empty();
            for (long i = 0; i < size; i++) {
                tree.append(
                        leaf(i),
                        (level, index, hash) -> {
                            if (level % StoredTree.LEVELS == 0) {
                                nodes.put(level + "/" + index, hash);
                            }
                        });
            }
        }

        static byte[] leaf(long at) {
            return HashTree.leafHash(Long.toString(at).getBytes(StandardCharsets.UTF_8));
        }

        int mostAtOnce() {
            return mostAtOnce;
        }

        int reads() {
            return reads;
        }

        @Override
        public List<byte[]> read(int level, long from, int count) {
            reads++;
            mostAtOnce = Math.max(mostAtOnce, count);
            List<byte[]> found = new ArrayList<>();
            for (long i = from; i < from + count; i++) {
                found.add(
                        level == 0 ? leaf(i) : Objects.requireNonNull(nodes.get(level + "/" + i)));
            }
            return found;
        }
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(h -> Base64.getEncoder().encodeToString(h)).toList();
    }

    private void write(int entries) {
        Journal journal = new Journal(secrets);
        for (int i = 0; i < entries; i++) {
            Entry entry = Entry.of(Event.VISIT, "entry " + i);
            database.transactions().asJob(JobName.WATCH, sql -> journal.write(sql, entry));
        }
        assertThat(sequencer.run()).isEqualTo(entries);
    }

    private static List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(HashTree.leafHash(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    /** The same with one bit of one hash turned. */
    private List<byte[]> flipped(List<byte[]> path) {
        if (path.isEmpty()) {
            return path;
        }
        List<byte[]> copy = new ArrayList<>(path);
        int at = random.nextInt(path.size());
        byte[] hash = copy.get(at).clone();
        hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
        copy.set(at, hash);
        return copy;
    }
}
