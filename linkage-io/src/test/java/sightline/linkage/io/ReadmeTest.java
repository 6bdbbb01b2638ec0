package sightline.linkage.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.linkage.Assessment;
import sightline.linkage.Clusters;
import sightline.linkage.CsvReader;
import sightline.linkage.Evaluation;
import sightline.linkage.Linkage;
import sightline.linkage.Settings;
import sightline.linkage.Table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The examples of linkage's README: each command in it is run, and what it shows in Java is run
 * here.
 */
final class ReadmeTest {
    private static final Path ROOT =
            Path.of(System.getProperty("sightline.root", "..")).toAbsolutePath().normalize();
    private static final String COMMAND = "./sightline ";

    @TempDir Path folder;

    @BeforeEach
    void theFilesOfTheExamples() throws IOException {
        Files.writeString(folder.resolve("people.csv"), people("rec-", 0, 1000));
        Files.writeString(folder.resolve("clinic.csv"), people("c-", 0, 60));
        Files.writeString(folder.resolve("school.csv"), people("s-", 30, 60));
    }

    @Test
    void everyCommandRuns() throws IOException {
        List<String> commands =
                Files.readString(ROOT.resolve("linkage/README.md"))
                        .lines()
                        .filter(line -> line.startsWith(COMMAND))
                        .toList();

        assertThat(commands).hasSizeGreaterThanOrEqualTo(6);
        for (String command : commands) {
            var said = new ByteArrayOutputStream();
            var to = new PrintStream(said, true, StandardCharsets.UTF_8);
            List<String> words =
                    Arrays.stream(command.substring(COMMAND.length()).split(" "))
                            .map(this::here)
                            .toList();

            assertThat(LinkCommand.run(words, to, to))
                    .as(command + "\n" + said.toString(StandardCharsets.UTF_8))
                    .isZero();
        }
        assertThat(folder.resolve("clusters.csv.settings.yaml")).exists();
        assertThat(folder.resolve("report.html")).exists();
        assertThat(folder.resolve("clusters.parquet")).exists();
    }

    @Test
    void whatItShowsInJavaRuns() {
        var tables =
                List.of(
                        CsvReader.read(folder.resolve("clinic.csv")),
                        CsvReader.read(folder.resolve("school.csv")));
        var linkage = Linkage.auto(tables);
        Clusters clusters = linkage.clusters();
        assertThat(clusters.count()).isEqualTo(90);
        assertThat(clusters.of(60)).isEqualTo(30);

        Settings settings = linkage.settings().joiningFrom(0.9).withDoubles(Settings.Doubles.NONE);
        Linkage again = Linkage.with(settings, tables, step -> {});
        assertThat(again.clusters().count()).isEqualTo(90);

        String kept = SettingsFile.text(linkage.trained(), List.of("clinic.csv", "school.csv"));
        SettingsFile file = SettingsFile.parse("model.yaml", kept, tables);
        assertThat(Linkage.with(file.trained().orElseThrow(), tables, step -> {}).clusterNames())
                .isEqualTo(linkage.clusterNames());

        int[] truth =
                Assessment.truthIn(
                        tables.stream().map(t -> t.column("person").orElseThrow()).toList());
        assertThat(Evaluation.of(clusters, truth).f1()).isEqualTo(1);
        assertThat(linkage.explain("c-30", "s-30").together()).isTrue();
    }

    /** Names of files are files of this test's folder. */
    private String here(String word) {
        return word.matches("[a-z.]+\\.(csv|yaml|html|parquet)")
                ? folder.resolve(word).toString()
                : word;
    }

    private static String people(String prefix, int from, int count) {
        List<String> lines =
                new ArrayList<>(List.of("id,person,first_name,surname,dob,sex,postcode"));
        for (int i = from; i < from + count; i++) {
            int person = i % 500;
            lines.add(
                    "%s%d,p%d,Ada%c%c,Marsh%c%c,%d-%02d-%02d,%s,WX%d %dAB"
                            .formatted(
                                    prefix,
                                    i,
                                    person,
                                    'a' + person % 26,
                                    'a' + person / 26,
                                    'a' + person % 23,
                                    'a' + person / 23,
                                    1930 + person % 80,
                                    1 + person % 12,
                                    1 + person % 28,
                                    person % 2 == 0 ? "f" : "m",
                                    person % 90,
                                    person % 10));
        }
        return String.join("\n", lines) + "\n";
    }

    @Test
    void theFilesAreAsTheExamplesSay() {
        Table table = CsvReader.read(folder.resolve("people.csv"));

        assertThat(table.column("id").orElseThrow().text(12)).isEqualTo("rec-12");
    }
}
