package sightline.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.linkage.Linkage;
import sightline.linkage.LinkageException;
import sightline.linkage.Settings;
import sightline.linkage.Table;
import sightline.linkage.TrainedModel;
import sightline.linkage.io.LinkCommand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The contract on Spark, its workers threads of this process. Keys of ten are shared already. */
@Tag("ci")
final class SparkTest extends LinkageContract {
    private static final Cut FINE = new Cut(10, 40_000, 3);

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

    @Test
    void theCommandReadsAndWritesCsvAndParquetAsInOneProcess() throws IOException {
        Path people = folder.resolve("people.csv");
        Files.writeString(people, InventedPeople.csv(InventedPeople.rows(300, 6)));
        Path parquet =
                Path.of(
                        System.getProperty("sightline.root"),
                        "linkage-io/src/test/resources/sightline/linkage/io/people-gzip.parquet");

        for (String out : List.of("here.parquet", "here.csv", "there.parquet", "there.csv")) {
            List<String> arguments =
                    new ArrayList<>(List.of(people.toString(), parquet.toString()));
            arguments.addAll(List.of("--output", folder.resolve(out).toString()));
            arguments.addAll(out.startsWith("t") ? List.of("--engine", "spark") : List.of());

            assertThat(LinkCommand.run(arguments, (m, c, p) -> engine())).isZero();
        }

        for (String kind : List.of("parquet", "csv", "csv.settings.yaml")) {
            assertThat(folder.resolve("there." + kind))
                    .hasSameBinaryContentAs(folder.resolve("here." + kind));
        }
    }

    @Test
    void aSparkThatIsNoneIsRefusedWithWhatToGive() {
        for (String master : List.of("", "local[", "spark://host", "yarn", "local-cluster[2,1]")) {
            assertThatThrownBy(() -> SparkLinkCommand.conf(master))
                    .isInstanceOf(LinkageException.class)
                    .hasMessageContaining("spark://HOST:PORT");
        }
        assertThat(SparkLinkCommand.conf("spark://host:7077").get("spark.jars")).contains(".jar");
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
