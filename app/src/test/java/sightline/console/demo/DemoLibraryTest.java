package sightline.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import sightline.core.directory.Area;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.library.PublishedReview.Reference;
import sightline.database.JobName;
import sightline.database.TestDatabase;
import sightline.library.Library;
import sightline.library.PopulationEstimates;
import sightline.library.Shelving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The demonstration's library can be searched and read. */
final class DemoLibraryTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void threeReviewsAreThereWithTheirProgressAndOneIsWithheld() {
        new DemoLibrary(new Shelving(DATABASE.transactions()), NOW).load();
        Library library = new Library(DATABASE.transactions(), () -> NOW);
        assertThat(library.holdings().withheld()).hasSize(1);
        for (String reference : List.of("LIB-2025-0001", "LIB-2024-0002", "LIB-2023-0003")) {
            assertThat(library.shelf(new Reference(reference), Optional.empty()))
                    .isInstanceOfSatisfying(
                            Library.Shelf.Open.class,
                            open -> {
                                assertThat(open.progress()).isPresent();
                                assertThat(open.progress().orElseThrow().all())
                                        .isEqualTo(open.review().recommendations().size());
                            });
        }
        var before =
                (Library.Shelf.Open)
                        library.shelf(
                                new Reference("LIB-2025-0001"),
                                Optional.of(LocalDate.of(2026, 9, 1)));
        assertThat(before.progress().orElseThrow().noEvidence()).isEqualTo(3);
    }

    /** Else nobody could count whom a review may mean, and none could be published. */
    @Test
    void theChildrenOfEachAreaAndOfAllAreCounted() {
        List<Area> areas =
                List.of(
                        new Area(new AreaId("north"), "Northmarsh", Nation.ENGLAND),
                        new Area(new AreaId("south"), "Southfen", Nation.ENGLAND));
        DemoLibrary.children(new PopulationEstimates(DATABASE.transactions()), areas, 2026);

        List<Long> counted =
                DATABASE.transactions()
                        .asJob(
                                JobName.LIBRARY,
                                sql ->
                                        sql.sql(
                                                        "SELECT children FROM library.population"
                                                                + " ORDER BY area")
                                                .query(Long.class)
                                                .list());
        assertThat(counted).hasSize(3);
        assertThat(counted.getFirst()).isEqualTo(counted.get(1) + counted.get(2));
    }
}
