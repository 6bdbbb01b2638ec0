package sightline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** No statement of the running program reads a large table from end to end. */
@Tag("ci")
final class HotQueriesTest {
    private static final Logger LOG = LoggerFactory.getLogger(HotQueriesTest.class);
    private static final long SEED = Long.getLong("seed", 7);
    private static final int FACTS = Sizes.of(50_000, 1_000_000, 20_000_000);
    private static final int MESSAGES = Sizes.of(20, 100, 100);
    private static final long LARGE = 5_000;

    @Test
    void everyStatementOfThePipelineAndOfThePagesFindsItsRowsByAnIndex(@TempDir Path folder) {
        try (Crowded crowded = new Crowded(folder, SEED, InstantSource.system(), MESSAGES)) {
            Plans plans = crowded.run(FACTS, LOG::info);
            Set<String> large = plans.large(LARGE);
            List<Plans.Statement> statements = plans.statements();

            LOG.warn(
                    "{} facts, seed {}: {} statements, the longest {} ms",
                    FACTS,
                    SEED,
                    statements.size(),
                    statements.getFirst().longest());
            assertThat(large).contains("facts.fact", "facts.participant", "identity.blocking");
            assertThat(statements).as("or nothing was explained").hasSizeGreaterThan(40);
            assertThat(statements)
                    .filteredOn(s -> s.whole().stream().anyMatch(large::contains))
                    .isEmpty();
        }
    }
}
