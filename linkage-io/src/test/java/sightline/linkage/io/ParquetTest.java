package sightline.linkage.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sightline.linkage.Column;
import sightline.linkage.LinkageException;
import sightline.linkage.Table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Files that another program wrote (DuckDB 2.0.1), and our own read back by a library. */
final class ParquetTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd", "gzip", "uncompressed"})
    void readsWhatOthersWrite(String codec) throws Exception {
        Table table = TableFile.read(resource("people-" + codec + ".parquet"));

        assertThat(table.rows()).isEqualTo(3);
        assertThat(texts(table, "id")).containsExactly("1", "2", "3");
        assertThat(texts(table, "given")).containsExactly("Ada", "Åsa 😀", "");
        assertThat(texts(table, "surname")).containsExactly("Marsh", "", "Quill");
        assertThat(texts(table, "dob")).containsExactly("1990-01-02", "", "1971-11-30");
        assertThat(texts(table, "house")).containsExactly("12", "", "12.5");
        assertThat(texts(table, "postcodes")).containsExactly("WX1 1AA|WX2 2BB", "", "WX3 3CC");
        assertThat(texts(table, "seen")).containsExactly("2001-05-06", "", "1999-12-31");
        assertThat(texts(table, "flag")).containsExactly("true", "", "false");
        assertThat(texts(table, "sum")).containsExactly("12.50", "", "3.00");
    }

    @Test
    void saysWhatIsNestedAndReadsTheRest() throws Exception {
        Table table = TableFile.read(resource("people-nested.parquet"));

        assertThat(table.columns()).extracting(Column::name).containsExactly("id", "given");
        assertThat(texts(table, "given")).containsExactly("Ada", "Åsa 😀", "");
        assertThat(table.remarks()).containsExactly("nested is nested, and left out");
    }

    @Test
    void whatIsCutShortOrSpoiltIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(resource("people-snappy.parquet"));
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, 700));
        byte[] spoilt = whole.clone();
        Arrays.fill(spoilt, 20, whole.length - 400, (byte) 0x55);
        Path bad = Files.write(folder.resolve("bad.parquet"), spoilt);
        Path mark = Files.writeString(folder.resolve("mark.parquet"), "PAR1");

        for (Path file : List.of(cut, bad, mark)) {
            assertThatThrownBy(() -> TableFile.read(file))
                    .isInstanceOf(LinkageException.class)
                    .hasMessageContaining(String.valueOf(file.getFileName()));
        }
    }

    @Test
    void aDamagedFileForWhoseEndNobodyShouldWaitIsRefused() throws Exception {
        Path file = resource("damaged.parquet");

        assertThatThrownBy(() -> ParquetTables.read(file, Duration.ofMillis(700)))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("damaged.parquet is no Parquet file that can be read");
    }

    @Test
    void whatWeWriteIsReadBack() throws Exception {
        Path file = folder.resolve("out.parquet");
        List<String> ids = new ArrayList<>();
        try (var out = new ParquetFile(file, List.of("record_id", "source"))) {
            for (int i = 0; i < 250_001; i++) {
                ids.add(i % 7 == 0 ? "Åsa 😀 " + i : "r" + i);
                out.add(List.of(ids.get(i), "a.csv"));
            }
        }

        Table table = TableFile.read(file);

        assertThat(table.rows()).isEqualTo(250_001);
        assertThat(texts(table, "record_id")).isEqualTo(ids);
        assertThat(table.column("source").orElseThrow().distinct()).isEqualTo(1);
    }

    @Test
    void aFileOfNoRowsIsReadBack() throws Exception {
        Path file = folder.resolve("none.parquet");
        try (var out = new ParquetFile(file, List.of("record_id"))) {
            assertThat(out).isNotNull();
        }

        assertThat(TableFile.read(file).rows()).isZero();
    }

    @Test
    void linksParquetToCsvAndWritesParquet() throws Exception {
        Path csv = Files.writeString(folder.resolve("a.csv"), people());
        Path parquet = folder.resolve("b.parquet");
        Table table = TableFile.read(csv);
        try (var out =
                new ParquetFile(parquet, table.columns().stream().map(Column::name).toList())) {
            for (int row = 0; row < table.rows(); row++) {
                int at = row;
                out.add(table.columns().stream().map(c -> c.text(at)).toList());
            }
        }
        Path clusters = folder.resolve("clusters.parquet");
        var said = new ByteArrayOutputStream();
        var to = new PrintStream(said, true, StandardCharsets.UTF_8);

        int code =
                LinkCommand.run(
                        List.of(
                                "link",
                                csv.toString(),
                                parquet.toString(),
                                "--output",
                                clusters.toString()),
                        to,
                        to);

        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        Table out = TableFile.read(clusters);
        assertThat(out.columns())
                .extracting(Column::name)
                .containsExactly("record_id", "source", "cluster_id");
        assertThat(out.rows()).isEqualTo(100);
        assertThat(out.column("cluster_id").orElseThrow().distinct()).isEqualTo(50);
    }

    private static String people() {
        var text = new StringBuilder("id,first_name,surname,dob,postcode\n");
        for (int i = 0; i < 50; i++) {
            text.append(
                    "p%d,Ada%c%c,Marsh%c,19%02d-%02d-%02d,WX%d %dAB\n"
                            .formatted(
                                    i,
                                    'a' + i % 26,
                                    'a' + i / 26,
                                    'a' + i % 23,
                                    30 + i,
                                    1 + i % 12,
                                    1 + i % 28,
                                    i,
                                    i % 10));
        }
        return text.toString();
    }

    private static Path resource(String name) throws URISyntaxException, IOException {
        return Path.of(Objects.requireNonNull(ParquetTest.class.getResource(name)).toURI());
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
