package sightline.linkage.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.linkage.LinkageException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class LinkCommandTest {
    private static final String[] GIVEN = {
        "ada", "brian", "chloe", "daniel", "erin", "farah", "george", "hana"
    };
    private static final String[] FAMILY = {
        "marsh", "okafor", "petrov", "quill", "rahman", "sorrel", "tamsin", "udall"
    };

    @TempDir Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void linksAFileAndWritesEveryRecordWithItsCluster() throws IOException {
        Path file = folder.resolve("people.csv");
        Files.writeString(file, people());
        Path out = folder.resolve("out.csv");

        int code = run("link", file.toString(), "--model", "auto", "--output", out.toString());

        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        var lines = Files.readAllLines(out);
        assertThat(lines).hasSize(401).contains("record_id,source,cluster_id");
        for (int i = 0; i < 200; i++) {
            assertThat(lines).contains("a%d,people.csv,a%d".formatted(i, i));
            assertThat(lines).contains("b%d,people.csv,a%d".formatted(i, i));
        }
    }

    @Test
    void writesWhatItTookTheColumnsForAndTakesItBack() throws IOException {
        Path file = folder.resolve("people.csv");
        Files.writeString(file, people());
        Path out = folder.resolve("out.csv");
        Path again = folder.resolve("again.csv");
        Path settings = folder.resolve("out.csv.settings.yaml");

        run("link", file.toString(), "--model", "auto", "--output", out.toString());
        run("link", file.toString(), "--model", settings.toString(), "--output", again.toString());

        assertThat(settings)
                .content()
                .contains(
                        "  - name: dob\n    kind: birth-date\n    why: its name\n    columns: [dob]");
        assertThat(again).hasSameTextualContentAs(out);
    }

    @Test
    void filesOfOneNameInTwoFoldersAreTwoSources() throws IOException {
        Path here = Files.createDirectory(folder.resolve("here")).resolve("people.csv");
        Path there = Files.createDirectory(folder.resolve("there")).resolve("people.csv");
        Files.writeString(here, people());
        Files.writeString(there, people());
        Path out = folder.resolve("both.csv");

        run("link", here.toString(), there.toString(), "--output", out.toString());

        assertThat(Files.readAllLines(out))
                .contains("a3,people.csv,people.csv:a3")
                .contains("b3,people.csv~2,people.csv:a3");
    }

    @Test
    void explainsAPairInWordsAndInBits() throws IOException {
        Path file = folder.resolve("people.csv");
        Files.writeString(file, people());

        int code = run("link", "explain", "a3", "b3", file.toString());

        assertThat(code).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("One person, as the records were grouped.")
                .contains("surname (one slip)")
                .contains("bits");
    }

    @Test
    void saysHowItIsUsedAndWhatCannotBeRead() {
        assertThat(run("link")).isEqualTo(2);
        assertThat(run("link", "x.csv", "--output", "y.csv", "--engine", "magic")).isEqualTo(2);
        assertThat(run("link", folder.resolve("none.csv").toString(), "--output", "y"))
                .isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("none.csv cannot be read");
    }

    @Test
    void sparkIsAProgramOfItsOwnWhichIsToldWhereToRun() {
        List<String> asked = List.of("x.csv", "--output", "y.csv", "--engine", "spark");
        assertThat(run(asked.toArray(String[]::new))).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("a program of its own");
        assertThat(run("x.csv", "--output", "y.csv", "--master", "local")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("is for --engine spark");

        List<String> there = new ArrayList<>(asked);
        there.addAll(List.of("--master", "local[4]", "--checkpoint", "kept"));
        List<String> told = new ArrayList<>();
        int code =
                LinkCommand.run(
                        there,
                        (master, checkpoint, progress) -> {
                            told.add(master.orElse("nowhere"));
                            told.add(checkpoint.orElse("nothing"));
                            throw new LinkageException("There is no such place.");
                        });

        assertThat(code).isEqualTo(3);
        assertThat(told).containsExactly("local[4]", "kept");
    }

    @Test
    void linkageOnSparkIsFoundBesideThisProgramAndGivenTheWords() throws IOException {
        Path script = folder.resolve("linkage-spark/run");
        Files.createDirectories(script.getParent());
        Path told = folder.resolve("told");
        Files.writeString(script, "printf '%s\\n' \"$@\" >'" + told + "'; exit 7\n");
        Elsewhere spark = Elsewhere.beside(folder.resolve("linkage-io/target/run/1/own.jar"));
        List<String> words = List.of("a b.csv", "--output", "y.csv", "--engine", "spark");

        assertThat(LinkCommand.run(words, spark, System.out, System.err)).isEqualTo(7);

        assertThat(told).hasContent(String.join("\n", words));
        assertThat(Elsewhere.beside(Path.of("/"))).isEqualTo(new Elsewhere.Nowhere());
    }

    @Test
    void aModelThatWasKeptGivesTheSameClustersAndLearnsNothing() throws IOException {
        Path file = folder.resolve("people.csv");
        Files.writeString(file, people());
        Path out = folder.resolve("out.csv");
        Path again = folder.resolve("again.csv");
        Path model = folder.resolve("model.yaml");
        String[] first = {
            "link", file.toString(), "--output", out.toString(), "--save-model", model.toString()
        };

        assertThat(run(first)).isZero();
        said.reset();
        run("link", file.toString(), "--model", model.toString(), "--output", again.toString());

        assertThat(again).hasSameTextualContentAs(out);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("took the model as it is");
    }

    @Test
    void settingsThatAreWrongAreToldByTheirLine() throws IOException {
        Path file = folder.resolve("people.csv");
        Files.writeString(file, people());
        Path settings = folder.resolve("mine.yaml");
        Files.writeString(settings, "fields:\n  - name: dob\n    kind: birthday\n");

        int code = run("link", file.toString(), "--model", settings.toString(), "--output", "x");

        assertThat(code).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("mine.yaml, line 3: there is no kind of column called birthday")
                .contains("Use one of: given-name");
    }

    private int run(String... arguments) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return LinkCommand.run(List.of(arguments), out, out);
    }

    private static String people() {
        var random = new Random(1);
        var text = new StringBuilder("id,first_name,surname,dob,postcode\n");
        for (int i = 0; i < 200; i++) {
            String given = GIVEN[random.nextInt(8)] + (char) ('a' + random.nextInt(26));
            String family = FAMILY[random.nextInt(8)] + (char) ('a' + random.nextInt(26));
            String born =
                    "%d-%02d-%02d"
                            .formatted(
                                    1940 + random.nextInt(70),
                                    1 + random.nextInt(12),
                                    1 + random.nextInt(28));
            String code =
                    "wx%d %d%c%c"
                            .formatted(
                                    random.nextInt(20),
                                    random.nextInt(10),
                                    'a' + random.nextInt(26),
                                    'a' + random.nextInt(26));
            text.append("a%d,%s,%s,%s,%s\n".formatted(i, given, family, born, code));
            text.append(
                    "b%d,%s,%s,%s,%s\n"
                            .formatted(
                                    i,
                                    given,
                                    i % 3 == 0 ? family + "e" : family,
                                    born,
                                    i % 4 == 0 ? "" : code));
        }
        return text.toString();
    }
}
