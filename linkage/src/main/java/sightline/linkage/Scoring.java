package sightline.linkage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Scores every pair that blocking makes, once, on all cores: the pairs are cut into parts, which
 * whoever is free takes, and what is kept is put together in the order of the parts.
 */
final class Scoring {
    private static final long PAIRS_A_PART = 100_000;

    /** Some blocks of one rule. */
    private record Part(int rule, int from, int to, long pairs) {}

    private final Blocking blocking;
    private final Model model;
    private final Supplier<PairCells> pairCells;
    private final Progress progress;

    Scoring(Blocking blocking, Model model, Supplier<PairCells> pairCells, Progress progress) {
        this.blocking = blocking;
        this.model = model;
        this.pairCells = pairCells;
        this.progress = progress;
    }

    /** The pairs whose log-odds are at least this. */
    Edges keep(double least) {
        return keep(least, Optional.empty());
    }

    /** As {@link #keep(double)}, taking the parts that are kept, and keeping the others. */
    Edges keep(double least, Optional<KeptParts> kept) {
        List<Part> parts = parts();
        Edges[] found = new Edges[parts.size()];
        take(kept, found);
        AtomicInteger next = new AtomicInteger();
        LongAdder done = new LongAdder();
        long all = parts.stream().mapToLong(Part::pairs).sum();
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(worker -> {
                    PairBatch own =
                            new PairBatch(blocking, pairCells.get(), new OddsMemo(model), least);
                    int at = next.getAndIncrement();
                    while (at < found.length) {
                        if (found[at] == null) {
                            Part of = parts.get(at);
                            Edges scored = new Edges();
                            own.score(of.rule, of.from, of.to, scored);
                            found[at] = scored;
                            int part = at;
                            kept.ifPresent(k -> k.keep(part, scored));
                        }
                        done.add(parts.get(at).pairs);
                        progress.underWay("scoring pairs", done.sum(), all);
                        at = next.getAndIncrement();
                    }
                });
        return Edges.joined(found);
    }

    private void take(Optional<KeptParts> kept, @Nullable Edges[] found) {
        if (kept.isEmpty()) {
            return;
        }
        int taken = 0;
        for (int part = 0; part < found.length; part++) {
            found[part] = kept.get().read(part).orElse(null);
            taken += found[part] == null ? 0 : 1;
        }
        if (taken > 0) {
            progress.done("%d of %d parts were kept".formatted(taken, found.length));
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int rule = 0; rule < blocking.rules().size(); rule++) {
            BlockingRule r = blocking.rules().get(rule);
            int from = 0;
            long pairs = 0;
            for (int b = 0; b < r.blocks(); b++) {
                int size = r.starts[b + 1] - r.starts[b];
                pairs += (long) size * (size - 1) / 2;
                if (pairs >= PAIRS_A_PART || b == r.blocks() - 1) {
                    parts.add(new Part(rule, from, b + 1, pairs));
                    from = b + 1;
                    pairs = 0;
                }
            }
        }
        return parts;
    }
}
