package sightline.linkage.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

final class ReportTest {
    private static final List<String> HOSTILE =
            List.of(
                    "<script>alert(1)</script>",
                    "\"\" onload=\"\"x",
                    "'><img src=x>",
                    "& &amp; ]]>",
                    "a\u0001b\u001b[31m",
                    "\u202Eright to left",
                    "x".repeat(10_000),
                    "😀".repeat(400));

    @TempDir Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void everyValueIsTextWhateverItHolds() throws Exception {
        String page = reported(hostile());

        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("onload=\"")
                .contains("&lt;script&gt;");
        assertThat(page.lines().mapToInt(String::length).max().orElse(0)).isLessThan(20_000);
        wellFormed(page);
    }

    @Test
    void thePageStandsAloneAndSaysWhatThePicturesShow() throws Exception {
        String page = reported(plain());

        assertThat(page).contains("<html lang=\"en\">").contains("<title>Linkage report</title>");
        assertThat(page)
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("url(");
        assertThat(page.split("<svg", -1)).hasSizeGreaterThan(8);
        assertThat(page.split("role=\"img\" aria-label=", -1))
                .hasSameSizeAs(page.split("<svg", -1));
        assertThat(page)
                .contains("How right it is")
                .contains("Precision and recall of pairs at every threshold")
                .contains("For whom it is right")
                .contains("Where it is wrong")
                .contains("What was learnt")
                .contains("Side by side");
        wellFormed(page);
    }

    @Test
    void aRunWithoutTheTruthHasItsPageToo() throws Exception {
        Path file = write(plain());
        Path page = folder.resolve("page.html");

        int code =
                run(
                        "link",
                        file.toString(),
                        "--output",
                        folder.resolve("o.csv").toString(),
                        "--report",
                        page.toString());

        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(Files.readString(page))
                .contains("How pairs scored")
                .contains("What the columns were taken for")
                .doesNotContain("How right it is");
        wellFormed(Files.readString(page));
    }

    @Test
    void evaluateTellsHowRightItIsAndForWhom() throws Exception {
        Path file = write(plain());

        int code = run("link", "evaluate", file.toString(), "--truth", "who", "--group", "sex");

        assertThat(code).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("all pairs: precision 1.0000, recall 1.0000, F1 1.0000 (60 right,")
                .contains("within reach of blocking: 1.0000")
                .contains("  f: 60 records, recall 1.0000 (0.")
                .contains("nothing missing");
    }

    @Test
    void evaluateWithoutSuchAColumnSaysWhichThereAre() throws Exception {
        Path file = write(plain());

        assertThat(run("link", "evaluate", file.toString(), "--truth", "whom")).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("people.csv has no column called whom")
                .contains("It has: id, who, first_name");
    }

    private String reported(String people) throws IOException {
        Path page = folder.resolve("page.html");
        int code =
                run(
                        "link",
                        "evaluate",
                        write(people).toString(),
                        "--truth",
                        "who",
                        "--group",
                        "surname",
                        "--report",
                        page.toString());
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return Files.readString(page);
    }

    private Path write(String people) throws IOException {
        return Files.writeString(folder.resolve("people.csv"), people);
    }

    private int run(String... arguments) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return LinkCommand.run(List.of(arguments), out, out);
    }

    /** The page happens to be XML but for its first line and the elements of its head. */
    private static void wellFormed(String page) throws Exception {
        String body = page.substring(page.indexOf("<main>"), page.indexOf("</body>"));
        var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        assertThat(builder.parse(new InputSource(new StringReader(body)))).isNotNull();
    }

    private static String plain() {
        return people("Marsh", "Okafor", "Petrov", "Quill", "Rahman", "Sorrel");
    }

    private static String hostile() {
        return people(HOSTILE.stream().map(h -> '"' + h + '"').toArray(String[]::new));
    }

    private static String people(String... surnames) {
        var text = new StringBuilder("id,who,first_name,surname,dob,sex,postcode\n");
        for (int i = 0; i < 60; i++) {
            String given = "Ada" + (char) ('a' + i % 26) + (char) ('a' + i / 26);
            String rest =
                    "p%d,%s,%s,19%02d-%02d-%02d,%s,WX%d %dAB\n"
                            .formatted(
                                    i,
                                    given,
                                    surnames[i % surnames.length],
                                    30 + i,
                                    1 + i % 12,
                                    1 + i % 28,
                                    i % 2 == 0 ? "f" : "m",
                                    i,
                                    i % 10);
            text.append("a%d,".formatted(i)).append(rest);
            text.append("b%d,".formatted(i)).append(rest);
        }
        return text.toString();
    }
}
