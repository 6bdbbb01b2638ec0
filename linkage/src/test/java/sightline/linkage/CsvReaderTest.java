package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class CsvReaderTest {

    @Test
    void readsQuotesDelimitersAndLineEndsInsideFields() {
        var table = parse("id,name\r\n1,\"Kelly, Grace\"\r\n2,\"says \"\"no\"\"\nand goes\"\r\n");

        assertThat(texts(table, "name")).containsExactly("Kelly, Grace", "says \"no\"\nand goes");
    }

    @Test
    void takesBlanksOffAndTheUsualWordsForNothingAsMissing() {
        var table = parse("id, name , town\n1, Ada ,\n2, NULL, n/a\n3,-,Leeds");

        assertThat(texts(table, "name")).containsExactly("Ada", "", "");
        assertThat(texts(table, "town")).containsExactly("", "", "Leeds");
    }

    @Test
    void putsUpWithRaggedRowsAndSaysSo() {
        var table = parse("a,b,c\n1\n1,2,3,4\n\n1,2,3\n");

        assertThat(table.rows()).isEqualTo(3);
        assertThat(texts(table, "c")).containsExactly("", "3", "3");
        assertThat(table.remarks()).hasSize(2);
    }

    @Test
    void findsTheDelimiterOfTheHeader() {
        assertThat(texts(parse("a;b\n1,5;2\n"), "a")).containsExactly("1,5");
        assertThat(texts(parse("a\tb\n1\t\n"), "b")).containsExactly("");
        assertThat(texts(parse("a|b\n1|2\n"), "b")).containsExactly("2");
    }

    @Test
    void readsMarksOtherEncodingsAndAnyScript() {
        byte[] marked = "\uFEFFname\nÅsa\n".getBytes(StandardCharsets.UTF_8);
        byte[] windows = "name\nÅsa\n".getBytes(Charset.forName("windows-1252"));
        byte[] wide = "\uFEFFname\nÅsa محمد\n".getBytes(StandardCharsets.UTF_16BE);

        assertThat(texts(CsvReader.parse("f", marked), "name")).containsExactly("Åsa");
        assertThat(texts(CsvReader.parse("f", windows), "name")).containsExactly("Åsa");
        assertThat(CsvReader.parse("f", windows).remarks()).hasSize(1);
        assertThat(texts(CsvReader.parse("f", wide), "name")).containsExactly("Åsa محمد");
    }

    /** Long enough to be read in several runs, many of which begin within a quoted value. */
    @Test
    void readsALongFileInRunsAsItWouldInOne() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        StringBuilder file = new StringBuilder("id,says,town\n");
        List<String> said = new ArrayList<>();
        List<String> towns = new ArrayList<>();
        while (file.length() < 600_000) {
            String words = "line\n".repeat(random.nextInt(60)) + "\"end\" " + said.size() % 977;
            String town = random.nextInt(3) == 0 ? "" : "town" + random.nextInt(50);
            said.add(words);
            towns.add(town);
            file.append(said.size())
                    .append(",\"")
                    .append(words.replace("\"", "\"\""))
                    .append("\",")
                    .append(town);
            file.append(random.nextBoolean() ? "\n" : "\r\n\n");
        }

        var table = parse(file.toString());

        assertThat(texts(table, "says")).as("seed %d", seed).isEqualTo(said);
        assertThat(texts(table, "town")).isEqualTo(towns);
        assertThat(table.remarks()).isEmpty();
    }

    @Test
    void namesColumnsWithoutANameAndColumnsOfOneName() {
        var table = parse("name,name,\n1,2,3\n");

        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("name", "name 2", "column 3");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> parse("")).isInstanceOf(LinkageException.class);
        assertThatThrownBy(() -> CsvReader.parse("f", new byte[] {'a', '\n', 0, 0, 1}))
                .isInstanceOf(LinkageException.class);
    }

    @Test
    void namesTheLineAndColumnOfAQuotationMarkThatIsNeverClosed() {
        var text = new StringBuilder("id,name,town\n1,Ada,York\r\n2,\"Marsh,Leeds\n");
        for (int i = 3; i < 5000; i++) {
            text.append(i).append(",Ada,York\n");
        }

        assertThatThrownBy(() -> parse(text.toString()))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("file.csv, line 3, column 2 (name): a quotation mark opens");
    }

    @Test
    void namesTheLineOfAQuotationMarkThatTheNextQuotedValueWouldClose() {
        String text = "id,name,town\n1,\"Marsh,Leeds\n2,Ada,York\n3,\"Bob\",Hull\n";

        assertThatThrownBy(() -> parse(text)).hasMessageContaining("line 2, column 2 (name)");
    }

    @Test
    void namesTheLineWhereEveryValueIsQuotedAndOneLacksItsEnd() {
        String text = "\"id\",\"name\",\"town\"\n\"1\",\"Ada,\"York\"\n\"2\",\"Bob\",\"Hull\"\n";

        assertThatThrownBy(() -> parse(text)).hasMessageContaining("line 2, column 2 (name)");
    }

    @Test
    void keepsQuotationMarksWithinAValue() {
        var table = parse("id,name\n1,\"Tiny\" Tim\n2,Ada \"A\" Marsh\n3,\"\"\n4,\"x\"  ,\n");

        assertThat(texts(table, "name")).containsExactly("Tiny Tim", "Ada \"A\" Marsh", "", "x");
    }

    @Test
    void readsWideTextWithoutAMark() {
        byte[] little = "name,town\nAda,Åre\n".getBytes(StandardCharsets.UTF_16LE);
        byte[] big = "name,town\nAda,Åre\n".getBytes(StandardCharsets.UTF_16BE);

        assertThat(texts(CsvReader.parse("f", little), "town")).containsExactly("Åre");
        assertThat(texts(CsvReader.parse("f", big), "town")).containsExactly("Åre");
    }

    @Test
    void aFewBrokenLettersDoNotSpoilTheOthers() {
        byte[] text = ("name\n" + "Åsa\n".repeat(50) + "B?b\n").getBytes(StandardCharsets.UTF_8);
        text[text.length - 3] = (byte) 0xE9;

        var table = CsvReader.parse("f", text);

        assertThat(texts(table, "name")).contains("Åsa").contains("B\uFFFDb");
        assertThat(table.remarks()).singleElement().asString().contains("1 bytes are not UTF-8");
    }

    @Test
    void numbersTheColumnsWhereTheFirstLineIsARecord() {
        var table = parse("7,Ada,Marsh,1990-01-02\n8,Bob,Quill,1971-11-30\n");

        assertThat(table.rows()).isEqualTo(2);
        assertThat(texts(table, "column 2")).containsExactly("Ada", "Bob");
        assertThat(table.remarks()).singleElement().asString().contains("no names");
    }

    @Test
    void saysWhatAFileIsThatIsNoText() {
        byte[] spreadsheet = {'P', 'K', 3, 4, 0, 0, 0, 0};

        assertThatThrownBy(() -> CsvReader.parse("people.xlsx", spreadsheet))
                .hasMessageContaining("people.xlsx is a spreadsheet or an archive, not CSV");
        assertThatThrownBy(() -> parse("\n\n")).hasMessageContaining("file.csv is empty");
        assertThatThrownBy(() -> parse("a" + ",".repeat(100_000) + "\n1\n"))
                .hasMessageContaining("more than 2,000 columns");
    }

    private static Table parse(String text) {
        return CsvReader.parse("file.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(Table table, String column) {
        List<String> texts = new ArrayList<>();
        Column of = table.column(column).orElseThrow();
        for (int row = 0; row < table.rows(); row++) {
            texts.add(of.text(row));
        }
        return texts;
    }
}
