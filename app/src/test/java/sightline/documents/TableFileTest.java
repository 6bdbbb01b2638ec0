package sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

import sightline.documents.ReadTable.Refused;
import sightline.documents.ReadTable.Table;
import sightline.documents.ReadTable.Tables;
import sightline.documents.ReadTable.Why;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files are made by another program than the one that reads them. */
final class TableFileTest {
    private static final String CANARY = "Zebedee";

    private static Tables read(byte[] file) {
        return (Tables) TableFile.read(file);
    }

    private static Why refused(byte[] file) {
        return ((Refused) TableFile.read(file)).why();
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static void row(XSSFSheet sheet, int at, String... cells) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    @Test
    void ofAWorkbookOnlyWhatItsReaderSeesIsRead() throws IOException {
        try (var book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Chronology");
            row(sheet, 0, "Date", "Event", CANARY, "Note");
            row(sheet, 1, "", "Seen & weighed", CANARY, "");
            row(sheet, 2, CANARY, CANARY, CANARY, CANARY);
            row(sheet, 3, "3 April 2026", "Not brought", CANARY, "");
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            Cell date = sheet.getRow(1).getCell(0);
            date.setCellValue(LocalDate.of(2026, 4, 3));
            date.setCellStyle(day);
            CellStyle nothing = book.createCellStyle();
            nothing.setDataFormat(book.createDataFormat().getFormat(";;;"));
            Cell unseen = sheet.getRow(3).createCell(3);
            unseen.setCellValue(CANARY);
            unseen.setCellStyle(nothing);
            sheet.getRow(1).getCell(3).setCellValue(7.5);
            sheet.setColumnHidden(2, true);
            sheet.getRow(2).setZeroHeight(true);
            var note =
                    sheet.createDrawingPatriarch()
                            .createCellComment(book.getCreationHelper().createClientAnchor());
            note.setString(book.getCreationHelper().createRichTextString(CANARY));
            sheet.getRow(1).getCell(1).setCellComment(note);
            row(book.createSheet("Working"), 0, CANARY);
            book.setSheetHidden(1, true);

            Tables tables = read(bytes(book));

            assertThat(tables.tables())
                    .containsExactly(
                            new Table(
                                    "Chronology",
                                    List.of(
                                            List.of("Date", "Event", "", "Note"),
                                            List.of("2026-04-03", "Seen & weighed", "", "7.5"),
                                            List.of("3 April 2026", "Not brought")),
                                    List.of(1, 2, 4)));
            assertThat(tables.leftBehind())
                    .containsExactlyInAnyOrder(
                            "hidden sheets",
                            "hidden rows",
                            "hidden columns",
                            "cells whose format shows nothing",
                            "comments");
        }
    }

    @Test
    void aWorkbookThatCountsFrom1904GivesTheSameDay() throws IOException {
        try (var book = new XSSFWorkbook()) {
            book.getCTWorkbook().getWorkbookPr().setDate1904(true);
            CellStyle day = book.createCellStyle();
            day.setDataFormat((short) 14);
            Cell cell = book.createSheet("S").createRow(0).createCell(0);
            cell.setCellValue(44_653);
            cell.setCellStyle(day);
            assertThat(read(bytes(book)).tables().getFirst().rows())
                    .containsExactly(List.of("2026-04-03"));
        }
    }

    @Test
    void ofATextOnlyWhatItsReaderSeesIsRead() throws IOException {
        String seen = cell("3/4/2026") + cell("Seen");
        String document =
                """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:r><w:t>Before the table</w:t></w:r></w:p><w:tbl><w:tr>%s%s</w:tr><w:tr>%s</w:tr>
                <w:tr><w:trPr><w:hidden/></w:trPr>%s%s</w:tr>
                <w:tr><w:trPr><w:del w:id="1"/></w:trPr>%s%s</w:tr>
                <w:tr><w:tc><w:p><w:r><w:t>4/4/2026</w:t></w:r></w:p></w:tc><w:tc><w:p><w:del><w:r><w:delText>Zebedee</w:delText><w:t>Zebedee</w:t></w:r></w:del><w:ins><w:r><w:t>Told </w:t></w:r></w:ins>
                <w:r><w:rPr><w:vanish/></w:rPr><w:t>Zebedee</w:t></w:r><w:r><w:t>the school</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>at once</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr>
                </w:tbl></w:body></w:document>
                """
                        .formatted(
                                cell("Date"),
                                cell("Event"),
                                seen,
                                cell(CANARY),
                                cell(CANARY),
                                cell(CANARY),
                                cell(CANARY));
        Tables tables =
                read(
                        zip(
                                List.of("word/document.xml", document),
                                List.of("word/comments.xml", "<c>" + CANARY + "</c>")));
        assertThat(tables.tables())
                .containsExactly(
                        new Table(
                                "",
                                List.of(
                                        List.of("Date", "Event"),
                                        List.of("3/4/2026", "Seen"),
                                        List.of("4/4/2026", "Told the school at once"))));
        assertThat(tables.leftBehind())
                .containsExactlyInAnyOrder(
                        "comments",
                        "hidden rows",
                        "hidden text",
                        "text that was deleted with tracked changes");
    }

    private static String cell(String text) {
        return "<w:tc><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
    }

    @SafeVarargs
    private static byte[] zip(List<String>... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (List<String> part : parts) {
                zip.putNextEntry(new ZipEntry(part.getFirst()));
                zip.write(part.getLast().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void ofCsvTheDelimiterIsFoundAndOldLettersAreRead() {
        assertThat(
                        read("Date;Event\r\n3/4/2026;\"Said: \"\"no\"\"; left\"\r\n"
                                        .getBytes(StandardCharsets.UTF_8))
                                .tables())
                .containsExactly(
                        new Table(
                                "",
                                List.of(
                                        List.of("Date", "Event"),
                                        List.of("3/4/2026", "Said: \"no\"; left"))));
        assertThat(
                        read("Date,Event\n3/4/2026,Café\n".getBytes(StandardCharsets.ISO_8859_1))
                                .tables()
                                .getFirst()
                                .rows()
                                .getLast())
                .containsExactly("3/4/2026", "Café");
    }

    @Test
    void whatCannotBeReadHasAClearAnswer() throws Exception {
        assertThat(refused(new byte[0])).isEqualTo(Why.EMPTY);
        assertThat(refused(new byte[TableFile.BYTES_MAX + 1])).isEqualTo(Why.TOO_LARGE);
        assertThat(refused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Why.PDF);
        assertThat(refused(new byte[] {1, 0, 2})).isEqualTo(Why.OTHER_KIND);
        assertThat(refused(zip(List.of("a.txt", "a")))).isEqualTo(Why.OTHER_KIND);
        assertThat(refused(zip(List.of("word/document.xml", "<w:document"))))
                .isEqualTo(Why.DAMAGED);
        assertThat(refused(Arrays.copyOf(zip(List.of("word/document.xml", "<a/>")), 60)))
                .isEqualTo(Why.DAMAGED);
        assertThat(refused(zip(List.of("word/document.xml", "<a/>")))).isEqualTo(Why.NO_TABLE);
        assertThat(refused("a\n".repeat(20_001).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Why.TOO_LONG);
        assertThat(refused(locked())).isEqualTo(Why.ENCRYPTED);
        assertThat(refused(bomb("word/document.xml", "<document>"))).isEqualTo(Why.SWELLS);
        assertThat(Why.SWELLS.says()).contains("Save it again");
    }

    private static byte[] workbook(String sheets, String sheet) throws IOException {
        String rels =
                "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/s.xml\"/></Relationships>";
        return zip(
                List.of("xl/workbook.xml", "<workbook>" + sheets + "</workbook>"),
                List.of("xl/_rels/workbook.xml.rels", rels),
                List.of("xl/worksheets/s.xml", sheet));
    }

    @Test
    void aNumberThatWouldFillAllMemoryWhenItIsWrittenOutStaysAsItIs() throws IOException {
        String sheet =
                "<worksheet><row><c><v>1E999999999</v></c><c><v>12.50</v></c></row></worksheet>";
        assertThat(
                        read(workbook("<sheet name=\"A\" id=\"r1\"/>", sheet))
                                .tables()
                                .getFirst()
                                .rows())
                .containsExactly(List.of("1E999999999", "12.5"));
    }

    @Test
    void oneSheetNamedAThousandTimesIsRefused() throws IOException {
        String sheets =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "<sheet name=\"S" + i + "\" id=\"r1\"/>")
                        .collect(Collectors.joining());
        String sheet = "<worksheet>" + "<!---->".repeat(100_000) + "</worksheet>";
        assertThat(refused(workbook(sheets, sheet))).isEqualTo(Why.SWELLS);
    }

    @Test
    void aTextOfMoreRowsThanATableHasIsRefusedWithoutHoldingThem() throws IOException {
        String rows = "<w:tr><w:tc/></w:tr>".repeat(200_000);
        assertThat(
                        refused(
                                zip(
                                        List.of(
                                                "word/document.xml",
                                                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>"
                                                        + rows
                                                        + "</w:tbl></w:body></w:document>"))))
                .isEqualTo(Why.TOO_LONG);
    }

    private static byte[] locked() throws Exception {
        try (var book = new XSSFWorkbook();
                var locked = new POIFSFileSystem()) {
            row(book.createSheet("S"), 0, "Date", "Event");
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("four plain words here");
            try (OutputStream out = encryptor.getDataStream(locked)) {
                book.write(out);
            }
            var bytes = new ByteArrayOutputStream();
            locked.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] bomb(String part, String start) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(start.getBytes(StandardCharsets.UTF_8));
            byte[] block = "<!---->".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 150; i++) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsWrittenOtherProgramsOpenAndNothingOfItIsComputed() throws IOException {
        List<List<String>> rows =
                List.of(List.of("No.", "What"), List.of("1", "=1+1 & <more>\u0001 \uD83D\uDE00"));
        try (var book =
                new XSSFWorkbook(
                        new ByteArrayInputStream(
                                WrittenSheets.xlsx("Plan", List.of(new Table("Actions", rows)))))) {
            XSSFSheet sheet = book.getSheet("Actions");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("=1+1 & <more> \uD83D\uDE00");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(book.getProperties().getCoreProperties().getTitle()).isEqualTo("Plan");
        }
        byte[] text =
                new WrittenText("Paper")
                        .heading(1, "What is open")
                        .paragraph("Two & more")
                        .paragraph("For", "Hari\nسلام")
                        .paragraph("سلام")
                        .table(rows)
                        .docx();
        try (var document = new XWPFDocument(new ByteArrayInputStream(text))) {
            assertThat(document.getParagraphs().get(1).getStyle()).isEqualTo("Heading1");
            XWPFParagraph labelled = document.getParagraphs().get(3);
            assertThat(labelled.getText()).isEqualTo("For: Hari\nسلام");
            assertThat(labelled.getRuns().getFirst().isBold()).isTrue();
            assertThat(labelled.getCTP().getPPr().isSetBidi()).isFalse();
            assertThat(document.getParagraphs().get(4).getCTP().getPPr().isSetBidi()).isTrue();
            XWPFTable table = document.getTables().getFirst();
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).getCell(1).getText())
                    .isEqualTo("=1+1 & <more> \uD83D\uDE00");
        }
        assertThat(read(text).tables().getFirst().rows().getFirst()).isEqualTo(rows.getFirst());
    }
}
