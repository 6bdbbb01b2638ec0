package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
