package sightline.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where a run's pairs come from: made in this process, or by an {@link Engine}. */
sealed interface PairSource {
    /** The blocking rules, with what they make. */
    Blocking blocking();

    /** About so many pairs of each rule, to learn from. */
    List<PairSample> samples(int wanted, double[] begin);

    /** The pairs whose log-odds are at least this. */
    Edges keep(Model model, double least, Progress progress);

    /** All in this process. */
    record Here(
            Blocking blocking,
            List<Comparator> comparators,
            PairCells.Crossing crossing,
            CodeMatrix codes)
            implements PairSource {
        @Override
        public List<PairSample> samples(int wanted, double[] begin) {
            return IntStream.range(0, blocking.rules().size())
                    .parallel()
                    .mapToObj(rule -> {
                        var own = new PairCells(comparators, crossing, codes);
                        return PairSample.draw(own, blocking, rule, wanted, begin);
                    })
                    .toList();
        }

        @Override
        public Edges keep(Model model, double least, Progress progress) {
            return scoring(model, progress).keep(least);
        }

        Scoring scoring(Model model, Progress progress) {
            return new Scoring(
                    blocking,
                    model,
                    () -> PairCells.ofMany(comparators, crossing, codes),
                    progress);
        }
    }

    /** On other machines. */
    record Elsewhere(Engine.Pairs pairs, Blocking blocking, int columns) implements PairSource {
        @Override
        public List<PairSample> samples(int wanted, double[] begin) {
            List<BlockingRule> rules = blocking.rules();
            List<Long> gates = rules.stream().map(r -> PairSample.gate(r, wanted)).toList();
            FoundPairs drawn = FoundPairs.ordered(pairs.sample(gates), 1 + columns);
            List<PairSample> samples = new ArrayList<>();
            int pair = 0;
            for (int rule = 0; rule < rules.size(); rule++) {
                PairSample.Drawing drawing = new PairSample.Drawing(columns, wanted);
                byte[] cells = new byte[columns];
                for (; pair < drawn.size() && drawn.rule(pair) == rule; pair++) {
                    for (int c = 0; c < columns; c++) {
                        cells[c] = (byte) drawn.found(pair, 1 + c);
                    }
                    drawing.add(cells, drawn.found(pair, 0) != 0);
                }
                samples.add(new PairSample(rules.get(rule), drawing, begin));
            }
            return samples;
        }

        @Override
        public Edges keep(Model model, double least, Progress progress) {
            FoundPairs found =
                    FoundPairs.ordered(pairs.score(Weights.of(model), least, progress), 1);
            Edges edges = new Edges();
            for (int p = 0; p < found.size(); p++) {
                edges.add(found.left(p), found.right(p), Float.intBitsToFloat(found.found(p, 0)));
            }
            return edges;
        }
    }
}
