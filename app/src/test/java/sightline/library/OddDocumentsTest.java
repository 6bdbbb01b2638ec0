package sightline.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import sightline.core.kernel.When;
import sightline.core.library.PublishedReview.Section;
import sightline.core.reviews.ChronologyRow;
import sightline.documents.ReadTable;
import sightline.documents.TableFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents as people really send them: what must come out of each is said before it is read. */
final class OddDocumentsTest {
    private static final String NAME = "Quill Marrow";

    private static ReadDocument.Text read(byte[] file) throws IOException {
        return (ReadDocument.Text) Documents.read(file);
    }

    private static List<String> paragraphs(ReadDocument.Text text) {
        return text.sections().stream().map(Section::paragraphs).flatMap(List::stream).toList();
    }

    @Test
    void whatAPdfHoldsBesideItsPagesIsLeftBehindAndToldSo() throws IOException {
        byte[] plain = ReportFiles.pdf("A child was seen by the team three times in that spring.");
        assertThat(read(plain).leftBehind()).isEmpty();
        var out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(plain)) {
            document.getDocumentInformation().setTitle("Review of " + NAME);
            var note = new PDAnnotationText();
            note.setContents("Is this " + NAME + "?");
            note.setRectangle(new PDRectangle(400, 100, 20, 20));
            document.getPage(0).getAnnotations().add(note);
            document.save(out);
        }

        ReadDocument.Text text = read(out.toByteArray());

        assertThat(text.sections().toString()).contains("three times").doesNotContain("Marrow");
        assertThat(text.leftBehind())
                .containsExactly("title, author or keywords of the file", "notes and comments");
    }

    private static byte[] docx(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry("word/" + part.getKey() + ".xml"));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] docx(String body) throws IOException {
        return docx(Map.of("document", "<w:document xmlns:w=\"w\">" + body + "</w:document>"));
    }

    private static String run(String properties, String text) {
        return "<w:r><w:rPr>%s</w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r>"
                .formatted(properties, text);
    }

    @Test
    void notesAreTextAndWhatStandsBesideItIsNot() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "document",
                """
                <w:document xmlns:w="w" xmlns:wp="wp"><w:body>
                <w:p><w:r><w:t>The team met twice.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
                <w:p><w:r><w:t>It closed the case.</w:t></w:r><w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del>
                 <w:r><w:endnoteReference w:id="2"/></w:r></w:p>
                <w:p><w:r><w:drawing><wp:docPr id="1" name="Picture" descr="Quill Marrow at school"/></w:drawing></w:r></w:p>
                </w:body></w:document>
                """);
        parts.put(
                "footnotes",
                """
                <w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p><w:r/></w:p></w:footnote>
                <w:footnote w:id="2"><w:p><w:r><w:t>Minutes of March.</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r>
                 <w:r><w:rPr><w:vanish/></w:rPr><w:t>Quill Marrow's own words</w:t></w:r></w:p></w:footnote>
                <w:footnote w:id="3"><w:p><w:r><w:t>As Quill Marrow said.</w:t></w:r></w:p></w:footnote></w:footnotes>
                """);
        parts.put(
                "endnotes",
                "<w:endnotes xmlns:w=\"w\"><w:endnote w:id=\"2\"><w:p><w:r><w:t>A letter of May.</w:t></w:r></w:p></w:endnote></w:endnotes>");
        parts.put(
                "comments",
                "<w:comments xmlns:w=\"w\"><w:comment w:id=\"7\"><w:p><w:r><w:t>Take Quill Marrow out</w:t></w:r></w:p></w:comment></w:comments>");
        parts.put(
                "header1",
                "<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>Confidential: Quill Marrow</w:t></w:r></w:p></w:hdr>");

        ReadDocument.Text text = read(docx(parts));

        assertThat(paragraphs(text))
                .containsExactly(
                        "The team met twice.[1]",
                        "[1] Minutes of March.",
                        "It closed the case.[2]",
                        "[2] A letter of May.");
        assertThat(text.leftBehind())
                .containsExactlyInAnyOrder(
                        "comments",
                        "headers and footers",
                        "hidden text",
                        "text that was deleted with tracked changes",
                        "descriptions of pictures");
    }

    @Test
    void aBoxOfTextIsReadUnlessItsPlaceIsHidden() throws IOException {
        String box =
                "<w:drawing><w:txbxContent><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:txbxContent></w:drawing>";
        ReadDocument.Text text =
                read(
                        docx(
                                "<w:p><w:r>"
                                        + box.formatted("A box that is seen.")
                                        + "</w:r><w:r><w:rPr><w:vanish/></w:rPr>"
                                        + box.formatted(NAME)
                                        + "</w:r><w:r><w:t>After both boxes.</w:t></w:r></w:p>"));
        assertThat(paragraphs(text)).containsExactly("A box that is seen.", "After both boxes.");
        assertThat(text.leftBehind()).containsExactly("hidden text");
    }

    @Test
    void textUnderABarIsNotHandedOn() throws IOException {
        ReadDocument.Text text =
                read(
                        docx(
                                "<w:p>"
                                        + run("", "A neighbour of ")
                                        + run("<w:highlight w:val=\"black\"/>", NAME)
                                        + run("", " rang, and ")
                                        + run(
                                                "<w:color w:val=\"000000\"/><w:shd w:val=\"clear\" w:fill=\"000000\"/>",
                                                NAME)
                                        + run("<w:color w:val=\"ffffff\"/>", NAME)
                                        + run("<w:highlight w:val=\"yellow\"/>", "nobody answered.")
                                        + "</w:p>"
                                        + "<w:p>"
                                        + run(
                                                "<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/>",
                                                "White on black is seen.")
                                        + run(
                                                "<w:shd w:val=\"clear\" w:fill=\"auto\"/>",
                                                " So is this.")
                                        + "</w:p>"
                                        + "<w:tbl><w:tr><w:tc>"
                                        + "<w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F3864\"/></w:tcPr><w:p>"
                                        + run("<w:color w:val=\"FFFFFF\"/>", "A heading")
                                        + "</w:p></w:tc></w:tr></w:tbl>"));
        assertThat(paragraphs(text))
                .containsExactly(
                        "A neighbour of rang, and nobody answered.",
                        "White on black is seen. So is this.",
                        "A heading");
        assertThat(text.leftBehind()).containsExactly("text in the colour of what it stands on");
    }

    /** White on a white page is not seen in a table either; on a ground of its own it is. */
    @Test
    void whiteInATableIsSeenWhereTheTableHasAColour() throws IOException {
        String white = "<w:color w:val=\"FFFFFF\"/>";
        String cell = "<w:tc>%s<w:p>%s</w:p></w:tc>";
        String table = "<w:tbl><w:tblPr>%s</w:tblPr><w:tr>%s</w:tr></w:tbl>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "styles",
                """
                <w:styles xmlns:w="w"><w:style w:type="table" w:styleId="Plain"/>
                <w:style w:type="table" w:styleId="Mine"><w:basedOn w:val="Dark"/></w:style>
                <w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:tcPr>
                 <w:shd w:val="clear" w:color="auto" w:fill="4472C4"/></w:tcPr></w:tblStylePr></w:style></w:styles>
                """);
        parts.put(
                "document",
                "<w:document xmlns:w=\"w\">"
                        + table.formatted(
                                "<w:tblStyle w:val=\"Plain\"/>",
                                cell.formatted("", run(white, NAME) + run("", "One. "))
                                        + cell.formatted(
                                                "<w:tcPr><w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/></w:tcPr>",
                                                run(white, NAME) + run("", "Two."))
                                        + cell.formatted(
                                                "<w:tcPr><w:shd w:val=\"solid\" w:color=\"auto\" w:fill=\"auto\"/></w:tcPr>",
                                                run(white, "Three.")))
                        + table.formatted(
                                "<w:tblStyle w:val=\"Mine\"/>",
                                cell.formatted("", run(white, "Four.")))
                        + table.formatted(
                                "<w:shd w:val=\"clear\" w:fill=\"4472C4\"/>",
                                cell.formatted("", run(white, "Five.")))
                        + "<w:p>"
                        + run("<w:shd w:val=\"solid\" w:color=\"000000\" w:fill=\"auto\"/>", NAME)
                        + run("", "Six.")
                        + "</w:p></w:document>");

        ReadDocument.Text text = read(docx(parts));

        assertThat(paragraphs(text))
                .containsExactly("One.", "Two.", "Three.", "Four.", "Five.", "Six.");
        assertThat(text.leftBehind()).containsExactly("text in the colour of what it stands on");
    }

    private static Row row(XSSFSheet sheet, int at, String... cells) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }

    /** A row is named as whoever opens the sheet finds it; a day is a day however it is written. */
    @Test
    void aWorkbookWithHiddenSheetsAndThreeStylesOfDates() throws IOException {
        byte[] file;
        try (var book = new XSSFWorkbook()) {
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("d mmmm yyyy"));
            XSSFSheet sheet = book.createSheet("Chronology");
            row(sheet, 0, "Lock Hospital: chronology");
            row(sheet, 3, "Date", "Event", "By");
            Cell cell = row(sheet, 4, "", "Seen with a mark").getCell(0);
            cell.setCellValue(LocalDate.of(2026, 4, 3));
            cell.setCellStyle(day);
            row(sheet, 5, "5/4/26", NAME + " is hidden here").setZeroHeight(true);
            row(sheet, 7, "7th April 2026", "Not brought");
            row(sheet, 9, "12.04.2026", "Seen at home");
            row(sheet, 10, "in the spring", "A neighbour rang");
            row(book.createSheet("Working"), 0, "Date", "Event");
            row(book.getSheet("Working"), 1, "1/4/2026", NAME);
            book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            row(book.createSheet("Notes"), 0, "Date", "Event");
            row(book.getSheet("Notes"), 1, "2/4/2026", NAME);
            book.setSheetVisibility(2, SheetVisibility.HIDDEN);
            sheet.createDrawingPatriarch()
                    .createTextbox(new XSSFClientAnchor())
                    .setText("Ask " + NAME);
            var out = new ByteArrayOutputStream();
            book.write(out);
            file = out.toByteArray();
        }

        var tables = (ReadTable.Tables) TableFile.read(file);

        assertThat(tables.leftBehind())
                .containsExactlyInAnyOrder("hidden sheets", "hidden rows", "boxes of text");
        assertThat(tables.tables()).hasSize(1);
        var table = tables.tables().getFirst();
        List<ChronologyRow> rows = ReportFiles.chronology(table);
        assertThat(rows)
                .extracting(ChronologyRow::source)
                .containsExactly(
                        "Chronology, row 5",
                        "Chronology, row 8",
                        "Chronology, row 10",
                        "Chronology, row 11");
        assertThat(rows)
                .extracting(ChronologyRow::happened)
                .containsExactly(
                        new When.Day(LocalDate.of(2026, 4, 3)),
                        new When.Day(LocalDate.of(2026, 4, 7)),
                        new When.Day(LocalDate.of(2026, 4, 12)),
                        new When.Unknown());
        assertThat(rows.toString()).doesNotContain("Marrow");
    }
}
