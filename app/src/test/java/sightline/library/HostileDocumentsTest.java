package sightline.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import sightline.core.kernel.When;
import sightline.core.reviews.ChronologyRow;
import sightline.documents.ReadTable;
import sightline.documents.TableFile;
import sightline.register.CsvCells;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A name is put wherever a file can hide one: it is never handed on, and whoever deposited the file
 * is told what was left behind.
 */
final class HostileDocumentsTest {
    private static final String NAME = "Quill Marrow";

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().formatted(NAME).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static ReadDocument.Text read(byte[] file) throws IOException {
        ReadDocument read = Documents.read(file);
        assertThat(read.toString()).doesNotContain("Marrow");
        return (ReadDocument.Text) read;
    }

    @Test
    void whatATextHoldsBesideItselfIsToldAndNotHandedOn() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "word/document.xml",
                """
                <w:document xmlns:w="w" xmlns:a="a"><w:body>
                <w:p><w:r><w:t>The child was seen.</w:t></w:r>
                 <w:r><w:fldChar/></w:r><w:r><w:instrText>INCLUDETEXT "%1$s.doc"</w:instrText></w:r>
                 <w:r><w:object><w:OLEObject/></w:object></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>
                <w:sdt><w:sdtPr><w:alias w:val="%1$s"/><w:tag w:val="%1$s"/></w:sdtPr><w:sdtContent>
                 <w:p><w:fldSimple w:instr="AUTHOR %1$s"><w:r><w:t>An author wrote it.</w:t></w:r></w:fldSimple></w:p>
                </w:sdtContent></w:sdt>
                <w:p><w:hyperlink w:tooltip="%1$s"><w:r><w:t>A link.</w:t></w:r></w:hyperlink></w:p>
                </w:body></w:document>
                """);
        parts.put(
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"cp\" xmlns:dc=\"dc\"><dc:creator>%s</dc:creator></cp:coreProperties>");
        parts.put("docProps/custom.xml", "<Properties><p>%s</p></Properties>");
        parts.put("customXml/item1.xml", "<who>%s</who>");
        parts.put("word/embeddings/oleObject1.bin", "%s");
        parts.put("word/charts/chart1.xml", "<c:chart xmlns:c=\"c\"><c:v>%s</c:v></c:chart>");
        parts.put("word/media/image1.png", "%s");
        parts.put("word/people.xml", "<people><person author=\"%s\"/></people>");

        ReadDocument.Text text = read(zip(parts));

        assertThat(text.sections().toString())
                .contains("The child was seen.", "An author wrote it.", "A link.");
        assertThat(text.leftBehind())
                .containsExactlyInAnyOrder(
                        "title, author or keywords of the file",
                        "embedded files",
                        "charts and diagrams",
                        "pictures",
                        "codes of fields",
                        "symbols of a font of their own");
    }

    /** Changes are tracked wherever text stands. */
    @Test
    void whatWasDeletedIsGoneFromBoxesNotesAndCellsToo() throws IOException {
        String deleted =
                "<w:p><w:del><w:r><w:delText>%1$s</w:delText><w:t>%1$s</w:t></w:r></w:del><w:ins><w:r><w:t>The child</w:t></w:r></w:ins>"
                        + "<w:moveFrom><w:r><w:t>%1$s</w:t></w:r></w:moveFrom><w:r><w:t> was seen.</w:t></w:r></w:p>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "word/document.xml",
                "<w:document xmlns:w=\"w\"><w:body>"
                        + deleted
                        + "<w:p><w:r><w:drawing><w:txbxContent>"
                        + deleted
                        + "</w:txbxContent></w:drawing></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p><w:tbl><w:tr><w:tc>"
                        + deleted
                        + "</w:tc></w:tr></w:tbl></w:body></w:document>");
        for (String part : List.of("footnote", "header", "footer", "comment")) {
            boolean notes = part.equals("footnote") || part.equals("comment");
            parts.put(
                    "word/" + part + (notes ? "s" : "1") + ".xml",
                    "<w:all xmlns:w=\"w\"><w:%s w:id=\"2\">".formatted(part)
                            + deleted
                            + "</w:%s></w:all>".formatted(part));
        }

        ReadDocument.Text text = read(zip(parts));

        assertThat(text.sections().toString().split("The child was seen.", -1)).hasSize(5);
        assertThat(text.leftBehind())
                .contains(
                        "text that was deleted with tracked changes",
                        "text that was moved away with tracked changes",
                        "headers and footers",
                        "comments");
    }

    @Test
    void whatAPdfHoldsBesideItsPagesIsTold() throws IOException {
        var out = new ByteArrayOutputStream();
        try (PDDocument document =
                Loader.loadPDF(
                        ReportFiles.pdf(
                                "A child was seen by the team three times in that spring."))) {
            var catalog = document.getDocumentCatalog();
            var attachment = new PDComplexFileSpecification();
            attachment.setFile(NAME + ".txt");
            attachment.setEmbeddedFile(
                    new PDEmbeddedFile(
                            document,
                            new ByteArrayInputStream(NAME.getBytes(StandardCharsets.UTF_8))));
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(NAME, attachment));
            var names = new PDDocumentNameDictionary(catalog);
            names.setEmbeddedFiles(files);
            catalog.setNames(names);
            catalog.setOpenAction(new PDActionJavaScript("app.alert('" + NAME + "')"));
            var outline = new PDDocumentOutline();
            var item = new PDOutlineItem();
            item.setTitle(NAME);
            outline.addLast(item);
            catalog.setDocumentOutline(outline);
            var metadata = new PDMetadata(document);
            metadata.importXMPMetadata(
                    "<x><dc:creator>%s</dc:creator></x>"
                            .formatted(NAME)
                            .getBytes(StandardCharsets.UTF_8));
            catalog.setMetadata(metadata);
            document.save(out);
        }

        ReadDocument.Text text = read(out.toByteArray());

        assertThat(text.leftBehind())
                .containsExactlyInAnyOrder(
                        "title, author or keywords of the file",
                        "attached files",
                        "programs",
                        "bookmarks");
    }

    private static CellStyle white(XSSFWorkbook book) {
        Font font = book.createFont();
        font.setColor(IndexedColors.WHITE.getIndex());
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        return style;
    }

    @Test
    void whiteInACellIsLeftUnlessTheCellHasAColour() throws IOException {
        byte[] file;
        try (var book = new XSSFWorkbook()) {
            CellStyle heading = white(book);
            heading.setFillForegroundColor(IndexedColors.DARK_BLUE.getIndex());
            heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            XSSFSheet sheet = book.createSheet("Chronology");
            Row first = sheet.createRow(0);
            for (String title : List.of("Date", "Event", "By")) {
                var cell = first.createCell(Math.max(0, first.getLastCellNum()));
                cell.setCellValue(title);
                cell.setCellStyle(heading);
            }
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue("3/4/2026");
            row.createCell(1).setCellValue("Seen with a mark");
            row.createCell(2).setCellValue(NAME);
            row.getCell(2).setCellStyle(white(book));
            var note = sheet.createDrawingPatriarch().createCellComment(new XSSFClientAnchor());
            note.setString(book.getCreationHelper().createRichTextString(NAME));
            row.getCell(1).setCellComment(note);
            row.createCell(3).setCellValue(NAME);
            sheet.setColumnHidden(3, true);
            var out = new ByteArrayOutputStream();
            book.write(out);
            file = out.toByteArray();
        }

        var tables = (ReadTable.Tables) TableFile.read(file);

        assertThat(tables.toString()).doesNotContain("Marrow");
        assertThat(tables.tables().getFirst().rows())
                .containsExactly(
                        List.of("Date", "Event", "By"), List.of("3/4/2026", "Seen with a mark"));
        assertThat(tables.leftBehind())
                .contains("text in the colour of what it stands on", "comments", "hidden columns");
    }

    private static byte[] workbook(String styles) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Events\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                """
                <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Seen at home</t></is></c>
                <c r="B1" s="1" t="inlineStr"><is><t>%s</t></is></c></row></sheetData></worksheet>
                """);
        return zip(parts);
    }

    private static List<List<String>> rows(byte[] file) {
        return ((ReadTable.Tables) TableFile.read(file)).tables().getFirst().rows();
    }

    @Test
    void aColourOfNoFontAndNoFillIsPassedOver() throws IOException {
        for (String styles :
                List.of(
                        "<fonts><color rgb=\"FFFFFFFF\"/></fonts>",
                        "<fills><patternFill patternType=\"solid\"/></fills>",
                        "<fills><gradientFill/></fills>",
                        "<fills><fgColor rgb=\"FFFFFFFF\"/></fills>")) {
            assertThat(rows(workbook(styles)))
                    .as(styles)
                    .containsExactly(List.of("Seen at home", NAME));
        }
    }

    @Test
    void aTintOfNoughtLeavesWhiteAsItIs() throws IOException {
        String styles =
                "<fonts><font/><font><color theme=\"0\" tint=\"TINT\"/></font></fonts>"
                        + "<fills><fill><patternFill patternType=\"none\"/></fill></fills>"
                        + "<cellXfs><xf fontId=\"0\" fillId=\"0\"/><xf fontId=\"1\" fillId=\"0\"/></cellXfs>";
        for (String tint : List.of("", "0", "0.0", "-0", ".0", "0E0", "+0.00")) {
            assertThat(rows(workbook(styles.replace("TINT", tint))).toString())
                    .as(tint)
                    .contains("Seen at home")
                    .doesNotContain("Marrow");
        }
        assertThat(rows(workbook(styles.replace("TINT", "-0.5"))).toString()).contains(NAME);
    }

    /** What a file does when it is opened may be anything: it is read all the same. */
    @Test
    void anOddOpeningOfAPdfIsNoReasonToRefuseIt() throws IOException {
        byte[] plain = ReportFiles.pdf("A child was seen by the team three times in that spring.");
        var out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(plain)) {
            var odd = new COSArray();
            odd.add(document.getPage(0).getCOSObject());
            odd.add(COSName.getPDFName("Foo"));
            document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, odd);
            document.save(out);
        }

        ReadDocument.Text text = read(out.toByteArray());

        assertThat(text.sections().toString()).contains("three times");
        assertThat(text.leftBehind()).isEmpty();
    }

    /** What a spreadsheet would run is text here, and text when it leaves. */
    @Test
    void aFormulaInACsvIsKeptAsItsWordsAndLeavesAsThem() {
        String csv =
                "Date;Event\n03/04/2026;=cmd|' /C calc'!A0\n4 April 2026;@SUM(1)\n2026-04-05;-2+3\n";
        var table =
                ((ReadTable.Tables) TableFile.read(csv.getBytes(StandardCharsets.UTF_8)))
                        .tables()
                        .getFirst();

        List<ChronologyRow> rows = ReportFiles.chronology(table);

        assertThat(rows)
                .extracting(ChronologyRow::happened)
                .containsExactly(
                        new When.Day(LocalDate.of(2026, 4, 3)),
                        new When.Day(LocalDate.of(2026, 4, 4)),
                        new When.Day(LocalDate.of(2026, 4, 5)));
        assertThat(table.rows().toString()).contains("=cmd|' /C calc'!A0", "@SUM(1)", "-2+3");
        for (String formula :
                List.of("=1", "+1", "-1", "@A1", "\t=1", "\n=1", "\uff1d1", "\uff0b1")) {
            assertThat(CsvCells.row(List.of(formula))).matches("(?s)\"?'.*");
        }
    }
}
