package sightline.library;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

import sightline.core.kernel.AgencyId;
import sightline.core.reviews.ChronologyRow;
import sightline.core.reviews.ChronologyTable;
import sightline.documents.ReadTable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Reports as people send them: good ones, and those that cannot be read. */
public final class ReportFiles {
    /** Words that {@link #withSecrets} has and its reader does not see. */
    public static final List<String> SECRETS =
            List.of(
                    "deletedword",
                    "hiddenword",
                    "commentword",
                    "movedword",
                    "styledword",
                    "instrword");

    private static final String COMMENTS =
            "<w:comments xmlns:w=\"w\"><w:t>commentword</w:t></w:comments>";
    private static final String STYLES =
            "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Secret\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";

    private ReportFiles() {}

    /** A PDF, one page for each text. */
    public static byte[] pdf(String... pages) throws IOException {
        try (PDDocument document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (String words : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    float y = 700;
                    for (String line : words.lines().toList()) {
                        content.beginText();
                        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                        content.newLineAtOffset(72, y);
                        content.showText(line);
                        content.endText();
                        y -= 60;
                    }
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    /** What a chronology takes of a table that a hospital sent. */
    static List<ChronologyRow> chronology(ReadTable.Table table) {
        return ChronologyTable.read(
                        1,
                        1,
                        new AgencyId("lock-hospital"),
                        new ChronologyTable.Sheet(table.name(), table.rows(), table.numbers()))
                .orElseThrow();
    }

    /** A PDF with a password. */
    public static byte[] locked() throws IOException {
        try (PDDocument document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
            return out.toByteArray();
        }
    }

    /** A DOCX with a password: a compound file of another kind around it. */
    public static byte[] wrapped() {
        byte[] bytes = new byte[2_048];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        return bytes;
    }

    /** A PDF whose pages have no text. */
    public static byte[] scan() throws IOException {
        try (PDDocument document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }

    /** A DOCX of some kilobytes that unpacks to 100 MB. */
    public static byte[] swelling() throws IOException {
        var out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<w:document xmlns:w=\"w\"><w:p><w:r><w:t>".getBytes(StandardCharsets.UTF_8));
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) ' ');
            for (int i = 0; i < 100; i++) {
                zip.write(block);
            }
        }
        return out.toByteArray();
    }

    /** A DOCX that asks for a file of the machine that reads it. */
    public static byte[] entity() throws IOException {
        return docx(
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"w\"><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>");
    }

    /** A DOCX with tracked changes, comments and hidden text. */
    public static byte[] withSecrets() throws IOException {
        return docx(
                """
                <w:document xmlns:w="w" xmlns:mc="mc"><w:body>
                <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Findings</w:t></w:r></w:p>
                <w:p><w:r><w:t>An </w:t></w:r><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> paragraph that is long enough to be a page of text.</w:t></w:r>
                 <w:del><w:r><w:delText>deletedword</w:delText></w:r></w:del><w:del><w:r><w:t>deletedword</w:t></w:r></w:del>
                 <w:moveFrom><w:r><w:t>movedword</w:t></w:r></w:moveFrom>
                 <w:r><w:rPr><w:vanish/></w:rPr><w:t>hiddenword</w:t></w:r>
                 <w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>styledword</w:t></w:r>
                 <w:r><w:instrText>instrword</w:instrText></w:r></w:p>
                </w:body></w:document>
                """);
    }

    private static byte[] docx(String document) throws IOException {
        var out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part :
                    List.of(
                            List.of("word/document.xml", document),
                            List.of("word/comments.xml", COMMENTS),
                            List.of("word/styles.xml", STYLES))) {
                zip.putNextEntry(new ZipEntry(part.getFirst()));
                zip.write(part.getLast().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
