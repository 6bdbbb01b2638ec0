package sightline.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.linkage.Linkage;
import sightline.linkage.Settings;
import sightline.linkage.Table;
import sightline.linkage.TrainedModel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The contract on Spark, its workers threads of this process. Keys of ten are shared already. */
@Tag("ci")
final class SparkTest extends LinkageContract {
    private static final Cut FINE = new Cut(10, 20_000, 1);

    private static JavaSparkContext spark;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        spark = new JavaSparkContext(SparkLinkCommand.conf("local[2]"));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static SparkEngine engine() {
        return new SparkEngine(spark).cut(FINE);
    }

    @Override
    Linkage auto(List<Table> tables) {
        return Linkage.auto(tables, engine(), step -> {});
    }

    @Override
    Linkage with(Settings settings, List<Table> tables) {
        return Linkage.with(settings, tables, engine(), step -> {});
    }

    @Override
    Linkage with(TrainedModel trained, List<Table> tables) {
        return Linkage.with(trained, tables, engine(), step -> {});
    }

    @Test
    void aRunThatWasBrokenOffGoesOnWithThePartsThatAreKept() throws IOException {
        List<Table> tables = InventedPeople.tables(1, InventedPeople.rows(300, 4));
        SparkEngine keeping = engine().keepingIn(folder.toString());
        Linkage whole = Linkage.auto(tables, keeping, step -> {});
        List<Path> parts = parts();
        List<Path> lost = parts.subList(0, parts.size() / 2);
        for (Path part : lost) {
            Files.delete(part);
        }

        List<String> steps = new ArrayList<>();
        Linkage again = Linkage.auto(tables, keeping, steps::add);

        assertThat(steps)
                .contains(
                        "%d of %d parts were kept"
                                .formatted(parts.size() - lost.size(), parts.size()));
        assertThat(parts()).isEqualTo(parts);
        assertThat(again.clusterNames()).isEqualTo(whole.clusterNames());
        assertThat(again.inspect()).isEqualTo(whole.inspect());
    }

    @Test
    void partsOfAnotherRunAreNeverTaken() {
        SparkEngine keeping = engine().keepingIn(folder.toString());
        Linkage.auto(InventedPeople.tables(1, InventedPeople.rows(300, 4)), keeping, step -> {});
        List<Table> others = InventedPeople.tables(1, InventedPeople.rows(300, 5));
        List<String> steps = new ArrayList<>();

        Linkage other = Linkage.auto(others, keeping, steps::add);

        assertThat(steps).noneMatch(step -> step.contains("were kept"));
        assertThat(other.clusterNames()).isEqualTo(Linkage.auto(others).clusterNames());
    }

    /** The parts that are kept, whole ones alone. */
    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("part-[0-9]+"))
                    .sorted()
                    .toList();
        }
    }
}
