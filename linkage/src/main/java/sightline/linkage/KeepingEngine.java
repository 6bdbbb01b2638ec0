package sightline.linkage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** This process, keeping each part of the scored pairs in a folder as it is done. */
final class KeepingEngine implements Engine {
    private final Path folder;

    KeepingEngine(Path folder) {
        this.folder = folder;
    }

    @Override
    public Pairs pairs(PairPlan plan, CodedRecords records) {
        return new Here(plan, records, folder);
    }

    private static final class Here implements Pairs {
        private final PairPlan plan;
        private final CodedRecords records;
        private final Path folder;
        private final Blocking blocking;
        private final PairCells.Crossing crossing;

        Here(PairPlan plan, CodedRecords records, Path folder) {
            this.plan = plan;
            this.records = records;
            this.folder = folder;
            this.blocking = plan.blocking();
            this.crossing = PairCells.Crossing.of(plan.comparators());
        }

        @Override
        public List<RuleCount> counts() {
            return blocking.rules().stream()
                    .map(r -> new RuleCount(r.pairs, r.leftOutBlocks, r.leftOutRecords))
                    .toList();
        }

        @Override
        public List<FoundPairs> sample(List<Long> gates) {
            return IntStream.range(0, gates.size())
                    .parallel()
                    .mapToObj(rule -> sample(rule, gates.get(rule)))
                    .toList();
        }

        private FoundPairs sample(int rule, long gate) {
            PairCells cells = new PairCells(plan.comparators(), crossing, records.codes());
            byte[] one = new byte[cells.columns()];
            FoundPairs found = new FoundPairs(1 + one.length);
            PairSample.drawn(
                    blocking,
                    rule,
                    gate,
                    (first, i, j) -> {
                        cells.compare(i, j, one);
                        found.addDrawn(rule, first, i, j, blocking.madeBefore(rule, i, j), one);
                        return true;
                    });
            return found;
        }

        @Override
        public List<FoundPairs> score(Weights weights, double least, Progress progress) {
            Model model = weights.on(plan.comparators());
            String name = plan.nameOfRun(records, weights, least);
            Scoring scoring =
                    new Scoring(
                            blocking,
                            model,
                            () -> PairCells.ofMany(plan.comparators(), crossing, records.codes()),
                            progress);
            Edges edges = scoring.keep(least, Optional.of(new KeptParts(folder.resolve(name))));
            FoundPairs found = new FoundPairs(1);
            for (int e = 0; e < edges.size; e++) {
                // They are in order: each stands where a block of its own would.
                int at = found.add(0, e, edges.left[e], edges.right[e]);
                found.set(at, Float.floatToIntBits(edges.odds[e]));
            }
            return List.of(found);
        }
    }
}
