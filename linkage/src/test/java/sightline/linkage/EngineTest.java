package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Pairs that are made and compared elsewhere, in parts that come in any order, change nothing. */
final class EngineTest {
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir private Path folder;

    @Test
    void pairsMadeElsewhereGiveTheSameModelWeightsAndClusters() {
        for (String shape : List.of("two-again", "garbled", "foreign", "names-dob", "two-clean")) {
            List<Table> tables = MadeUp.of(MadeUp.shape(shape).of(700), random.nextLong()).tables();

            Linkage here = Linkage.auto(tables);
            Linkage there = Linkage.auto(tables, new Scattered(), step -> {});

            assertSame(there, here, shape);
        }
    }

    @Test
    void fewRecordsWhoseEveryPairIsComparedAreTheSameElsewhere() {
        List<Table> tables = MadeUp.of(MadeUp.shape("two-again").of(60), 5).tables();

        assertSame(Linkage.auto(tables, new Scattered(), step -> {}), Linkage.auto(tables), "few");
    }

    @Test
    void keysThatTooManyRecordsHaveAreLeftOutElsewhereToo() {
        List<Table> tables =
                MadeUp.of(MadeUp.shape("one-again").of(1500), random.nextLong()).tables();
        Settings settings =
                Linkage.propose(tables)
                        .withBlocking(
                                List.of(
                                        List.of("dob year"),
                                        List.of("surname", "dob"),
                                        List.of("first_name", "surname sound", "dob year"),
                                        List.of("postcode")))
                        .withLimits(new Limits(40, 24, 1_500_000, 6));

        Linkage here = Linkage.with(settings, tables, step -> {});
        Linkage there = Linkage.with(settings, tables, new Scattered(), step -> {});

        assertThat(here.remarks()).anyMatch(remark -> remark.contains("left out"));
        assertSame(there, here, "left out");
        assertSame(
                Linkage.with(here.trained(), tables, new Scattered(), step -> {}), here, "trained");
    }

    @Test
    void aRunThatWasBrokenOffGoesOnWithThePartsThatAreKept() throws IOException {
        List<Table> tables = MadeUp.of(MadeUp.shape("two-again").of(900), 7).tables();
        Linkage here = Linkage.auto(tables);
        Engine keeping = Engine.keepingIn(folder);
        assertSame(Linkage.auto(tables, keeping, step -> {}), here, "kept");
        List<Path> parts = parts();
        for (Path part : parts.subList(0, parts.size() / 2)) {
            Files.delete(part);
        }
        Files.writeString(parts.getLast().resolveSibling("part-0.half"), "broken off");

        List<String> steps = new ArrayList<>();
        assertSame(Linkage.auto(tables, keeping, steps::add), here, "gone on");

        int kept = parts.size() - parts.size() / 2;
        assertThat(kept).isPositive().isLessThan(parts.size());
        assertThat(steps).contains("%d of %d parts were kept".formatted(kept, parts.size()));
        assertThat(parts()).isEqualTo(parts);
    }

    @Test
    void whatIsKeptOfOtherRecordsIsNeverTaken() {
        Engine keeping = Engine.keepingIn(folder);
        Linkage.auto(MadeUp.of(MadeUp.shape("two-again").of(300), 7).tables(), keeping, s -> {});
        List<Table> others = MadeUp.of(MadeUp.shape("two-again").of(300), 8).tables();
        List<String> steps = new ArrayList<>();

        assertSame(Linkage.auto(others, keeping, steps::add), Linkage.auto(others), "others");

        assertThat(steps).noneMatch(step -> step.contains("were kept"));
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("part-[0-9]+"))
                    .sorted()
                    .toList();
        }
    }

    private void assertSame(Linkage there, Linkage here, String what) {
        assertThat(there.remarks()).as("%s, seed %d", what, seed).isEqualTo(here.remarks());
        assertThat(there.trained()).as("%s, seed %d", what, seed).isEqualTo(here.trained());
        assertThat(edges(there)).as("%s, seed %d", what, seed).isEqualTo(edges(here));
        assertThat(there.clusterNames())
                .as("%s, seed %d", what, seed)
                .isEqualTo(here.clusterNames());
        assertThat(there.quality()).as("%s, seed %d", what, seed).isEqualTo(here.quality());
    }

    /** The pairs in their order, with the bits of their odds. */
    private static List<String> edges(Linkage linkage) {
        Edges edges = linkage.edges();
        List<String> out = new ArrayList<>();
        for (int e = 0; e < edges.size; e++) {
            out.add(
                    "%d %d %x"
                            .formatted(
                                    edges.left[e],
                                    edges.right[e],
                                    Float.floatToRawIntBits(edges.odds[e])));
        }
        return out;
    }

    /**
     * Sends plan and weights through serialisation, tiles the blocks, and shuffles what it finds.
     */
    private final class Scattered implements Engine {
        private static final int TILE = 8;

        @Override
        public Pairs pairs(PairPlan plan, CodedRecords records) {
            PairPlan sent = sent(plan);
            PairWorker worker = sent.worker();
            int width = records.width();
            int[] rows = records.rows(0, records.size());
            List<Map<Long, List<Integer>>> blocks = new ArrayList<>();
            List<List<Long>> leftOut = new ArrayList<>();
            List<RuleCount> counts = new ArrayList<>();
            for (int rule = 0; rule < worker.rules(); rule++) {
                Map<Long, List<Integer>> byKey = new HashMap<>();
                for (int at = 0; at < rows.length; at += width) {
                    long key = worker.key(rule, rows, at);
                    if (key >= 0) {
                        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(at);
                    }
                }
                int limit = sent.limit(rule);
                List<Long> many = new ArrayList<>();
                long left = 0;
                long pairs = 0;
                for (Map.Entry<Long, List<Integer>> block : byKey.entrySet()) {
                    int size = block.getValue().size();
                    if (size > limit) {
                        many.add(block.getKey());
                        left += size;
                    } else {
                        pairs += (long) size * (size - 1) / 2;
                    }
                }
                many.forEach(byKey::remove);
                Collections.sort(many);
                counts.add(new RuleCount(pairs, many.size(), left));
                leftOut.add(many);
                blocks.add(byKey);
            }
            List<PairWorker.Block> tiles = new ArrayList<>();
            for (int rule = 0; rule < blocks.size(); rule++) {
                for (List<Integer> block : blocks.get(rule).values()) {
                    tiles.addAll(tiles(rule, block, rows, width));
                }
            }
            Collections.shuffle(tiles, random);
            worker.leaveOut(leftOut);
            return new Pairs() {
                @Override
                public List<RuleCount> counts() {
                    return counts;
                }

                @Override
                public List<FoundPairs> sample(List<Long> gates) {
                    List<FoundPairs> parts = List.of(worker.emptySample(), worker.emptySample());
                    for (PairWorker.Block tile : tiles) {
                        worker.sample(tile, gates.get(tile.rule()), parts.get(random.nextInt(2)));
                    }
                    return parts;
                }

                @Override
                public List<FoundPairs> score(Weights weights, double least, Progress progress) {
                    List<FoundPairs> parts = List.of(worker.noPairs(), worker.noPairs());
                    PairWorker.Scorer scorer = worker.scorer(sent(weights), least);
                    tiles.forEach(tile -> scorer.score(tile, parts.get(random.nextInt(2))));
                    return parts.stream().map(EngineTest::sent).toList();
                }
            };
        }

        private static List<PairWorker.Block> tiles(
                int rule, List<Integer> block, int[] rows, int width) {
            int groups = Math.ceilDiv(block.size(), TILE);
            int first = rows[block.getFirst()];
            List<PairWorker.Block> tiles = new ArrayList<>();
            for (int one = 0; one < groups; one++) {
                for (int other = one; other < groups; other++) {
                    PairWorker.Tile tile = new PairWorker.Tile(groups, one, other);
                    int[] own =
                            block.stream()
                                    .filter(at -> tile.has(rows[at]))
                                    .flatMapToInt(at -> Arrays.stream(rows, at, at + width))
                                    .toArray();
                    tiles.add(new PairWorker.Block(rule, first, tile, own, width));
                }
            }
            return tiles;
        }
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"})
    private static <T> T sent(T object) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(object);
            }
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
