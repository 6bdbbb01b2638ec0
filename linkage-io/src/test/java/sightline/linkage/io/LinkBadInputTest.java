package sightline.linkage.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the command {@code link} answers to files that are not as they should be. */
@Timeout(60)
final class LinkBadInputTest {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int DATA = 3;
    private static final String HEADER = "id,first_name,surname,dob\n";
    private static final String PEOPLE =
            """
            1,Ada,Marsh,1990-01-02
            2,Ada,Marsh,1990-01-02
            3,Brian,Okafor,1971-11-30
            4,Chloe,Petrov,1985-06-17
            """;

    @TempDir Path folder;

    private String said = "";

    @Test
    void raggedRowsAreCounted() throws IOException {
        assertThat(link(HEADER + PEOPLE + "5,Dan\n6,Erin,Quill,1960-02-03,surplus\n"))
                .isEqualTo(DONE);
        assertThat(said)
                .contains("1 rows are shorter than the header")
                .contains("1 rows are longer");
        assertThat(clusters()).hasSize(6);
    }

    @Test
    void anotherEncodingIsReadAndNamed() throws IOException {
        String text = HEADER + PEOPLE + "5,Zoë,Müller,1960-02-03\n6,Zoe,Muller,1960-02-03\n";

        assertThat(link(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(DONE);
        assertThat(said).contains("read as Windows-1252");
        assertThat(clusters()).contains("5,in.csv,5", "6,in.csv,5");
    }

    @Test
    void aColumnOfNothingIsNoEvidence() throws IOException {
        assertThat(link("id,first_name,surname,dob,phone\n" + PEOPLE.replace("\n", ",\n")))
                .isEqualTo(DONE);
        assertThat(clusters()).contains("1,in.csv,1", "2,in.csv,1", "3,in.csv,3");
    }

    @Test
    void oneValueEverywhereIsRefusedWithWhatToDo() throws IOException {
        assertThat(link("id,surname,town\n" + "%d,Marsh,Leeds\n".repeat(50).formatted(numbers(50))))
                .isEqualTo(DATA);
        assertThat(said).contains("No column can be compared").contains("Name the columns");
    }

    @Test
    void aBlockOfAHundredThousandIsLeftOutAndCounted() throws IOException {
        var text = new StringBuilder("id,surname,dob\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i).append(",Marsh,2001-01-01\n");
        }
        text.append("x,Quill,1950-02-03\ny,Quill,1950-02-03\n");

        assertThat(link(text.toString())).isEqualTo(DONE);
        assertThat(said).contains("100000 records left out as too frequent");
        assertThat(clusters()).hasSize(100_002).contains("x,in.csv,x");
    }

    @Test
    void oneRecordIsOnePerson() throws IOException {
        assertThat(link(HEADER + "1,Ada,Marsh,1990-01-02\n")).isEqualTo(DONE);
        assertThat(said).contains("1 records, 1 people");
        assertThat(clusters()).containsExactly("1,in.csv,1");
    }

    @Test
    void aHeaderAloneIsNobodyAndIsSaid() throws IOException {
        assertThat(link(HEADER)).isEqualTo(DONE);
        assertThat(said).contains("in.csv: no records below the header").contains("0 records");
        assertThat(clusters()).isEmpty();
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(link("")).isEqualTo(DATA);
        assertThat(said).contains("in.csv is empty");
    }

    @Test
    void picturesAndTenThousandCharactersAreNames() throws IOException {
        String longName = "Ada".repeat(3_500);
        String rows =
                """
                7,%s,😀 Marsh,1951-03-04
                8,%s,😀 Marsh,1951-03-04
                9,محمد,العلي,1999-09-09
                """
                        .formatted(longName, longName);

        assertThat(link(HEADER + PEOPLE + rows)).isEqualTo(DONE);
        assertThat(clusters()).contains("7,in.csv,7", "8,in.csv,7", "9,in.csv,9");
    }

    @Test
    void columnsOfOneNameAreNumbered() throws IOException {
        String rows =
                """
                1,Ada,Marsh,1990-01-02,a@one.example
                2,Ada,Marsh,1990-01-02,b@one.example
                """;

        assertThat(link("id,name,name,dob,dob\n" + rows)).isEqualTo(DONE);
        assertThat(folder.resolve("out.csv.settings.yaml"))
                .content()
                .contains("name: name 2")
                .contains("name: dob 2");
    }

    @Test
    void lineEndsWithinQuotesStayInTheirRecord() throws IOException {
        String rows = PEOPLE + "\"5\n6\",\"Dan\nJoe\",\"Quill, \"\"Q\"\"\",1960-02-03\n";

        assertThat(link(HEADER + rows)).isEqualTo(DONE);
        assertThat(said).contains("5 records");
        assertThat(Files.readString(folder.resolve("out.csv")))
                .contains("\"5\n6\",in.csv,\"5\n6\"\n");
    }

    @Test
    void aMarkAndSemicolonsAreNoPartOfNames() throws IOException {
        assertThat(link(("\uFEFF" + HEADER + PEOPLE).replace(',', ';'))).isEqualTo(DONE);
        assertThat(clusters()).contains("1,in.csv,1", "2,in.csv,1");
        assertThat(folder.resolve("out.csv.settings.yaml")).content().contains("columns: [id]");
    }

    @Test
    void aFileThatIsNotThereOrAFolderIsNamed() throws IOException {
        assertThat(run(folder.resolve("none.csv"))).isEqualTo(DATA);
        assertThat(said).contains("none.csv cannot be read: there is no such file");

        assertThat(run(folder)).isEqualTo(DATA);
        assertThat(said).contains("cannot be read: it is a folder");
    }

    @Test
    void aFolderThatIsNotThereIsNamedBeforeTheWork() throws IOException {
        Path file = folder.resolve("in.csv");
        Files.writeString(file, HEADER + PEOPLE);

        assertThat(run(file, folder.resolve("none/out.csv"))).isEqualTo(FAILED);
        assertThat(said).contains("there is no such folder").doesNotContain("read 4 records");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedIsToldByItsLine() throws IOException {
        assertThat(link(HEADER + PEOPLE + "5,\"Dan,Quill,1960-02-03\n")).isEqualTo(DATA);
        assertThat(said).contains("line 6");
    }

    private int link(String text) throws IOException {
        return link(text.getBytes(StandardCharsets.UTF_8));
    }

    private int link(byte[] content) throws IOException {
        Path file = folder.resolve("in.csv");
        Files.write(file, content);
        return run(file);
    }

    private int run(Path file) {
        return run(file, folder.resolve("out.csv"));
    }

    private int run(Path file, Path out) {
        var heard = new ByteArrayOutputStream();
        var to = new PrintStream(heard, true, StandardCharsets.UTF_8);
        List<String> words =
                List.of("link", file.toString(), "--model", "auto", "--output", out.toString());
        int code = LinkCommand.run(words, to, to);
        said = heard.toString(StandardCharsets.UTF_8);
        return code;
    }

    /** The lines of the output below its header. */
    private List<String> clusters() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("out.csv")));
        assertThat(lines.removeFirst()).isEqualTo("record_id,source,cluster_id");
        return lines;
    }

    private static Object[] numbers(int count) {
        Object[] numbers = new Object[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }
}
