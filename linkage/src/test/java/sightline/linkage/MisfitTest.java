package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What records say against those that joined them, where the truth is known. */
final class MisfitTest {
    private final MadeUp people = MadeUp.of(MadeUp.shape("two-again").of(1500), 11);
    private final Linkage linkage = Linkage.auto(people.tables());
    private final Random random = new Random(11);

    @Test
    void nothingIsSaidAgainstPairsThatAreOnePersons() {
        assertThat(saidAgainst(onePersons())).isLessThan(0.03);
    }

    @Test
    void strangersAmongTheJoinedAreFoundByWhatTheirColumnsSay() {
        List<int[]> pairs = onePersons();
        int strangers = pairs.size() / 3;
        for (int i = 0; i < strangers; i++) {
            pairs.add(new int[] {random.nextInt(records()), random.nextInt(records())});
        }

        assertThat(saidAgainst(pairs)).isCloseTo(0.25, within(0.08));
    }

    @Test
    void tooFewPairsSayNothing() {
        List<int[]> strangers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            strangers.add(new int[] {random.nextInt(records()), random.nextInt(records())});
        }

        assertThat(saidAgainst(strangers)).isZero();
    }

    @Test
    void pairsThatWereNotJoinedAreNotAsked() {
        Edges edges = edges(onePersons());
        int[] apart = new int[records()];
        for (int i = 0; i < apart.length; i++) {
            apart[i] = i;
        }

        assertThat(new Misfit(linkage.model, linkage.pairCells(), apart).falseShare(edges))
                .isZero();
    }

    private int records() {
        return linkage.records().size();
    }

    private double saidAgainst(List<int[]> pairs) {
        return new Misfit(linkage.model, linkage.pairCells(), new int[records()])
                .falseShare(edges(pairs));
    }

    private static Edges edges(List<int[]> pairs) {
        Edges edges = new Edges();
        pairs.forEach(p -> edges.add(p[0], p[1], 0));
        return edges;
    }

    /** Each record with the one before it that is the same person's. */
    private List<int[]> onePersons() {
        int[] truth = people.truth();
        Map<Integer, Integer> last = new HashMap<>();
        List<int[]> pairs = new ArrayList<>();
        for (int record = 0; record < records(); record++) {
            Integer before = last.put(truth[linkage.records().rowOf(record)], record);
            if (before != null) {
                pairs.add(new int[] {before, record});
            }
        }
        return pairs;
    }
}
