package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TitlesTest {
    private static final long SEED = Long.getLong("seed", 1);

    @Test
    void goodsOfOneTitleAreOneWhateverTheyCost() {
        assertThat(f1("goods")).as("seed %d", SEED).isGreaterThan(0.92);
    }

    @Test
    void papersOfOneTitleInTwoYearsAreTwo() {
        assertThat(f1("papers")).as("seed %d", SEED).isGreaterThan(0.95);
    }

    private static double f1(String name) {
        OddSets set = OddSets.of(name, SEED);
        Linkage linkage = Linkage.auto(set.tables());
        return Evaluation.acrossSources(linkage.clusters(), set.truth(), set.sources()).f1();
    }
}
