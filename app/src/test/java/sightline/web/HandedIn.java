package sightline.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;

import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file as an agency may hand it in. */
final class HandedIn {
    static final String CANARY = "Zebedee";

    private static final String WORDS =
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final String name;
    private final byte[] bytes;
    private final String says;

    private HandedIn(String name, byte[] bytes, String says) {
        this.name = name;
        this.bytes = bytes;
        this.says = says;
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    /** What its sender is told; empty where it is taken in. */
    String says() {
        return says;
    }

    /** Those of which nothing can be taken in. */
    static List<HandedIn> refused() throws Exception {
        return List.of(
                new HandedIn("empty.csv", new byte[0], "The file is empty."),
                new HandedIn("scan.pdf", "%PDF-1.7 a picture".getBytes(UTF_8), "only its picture"),
                new HandedIn(
                        "scan.docx",
                        docx("<w:p><w:r><w:drawing/></w:r></w:p>", ""),
                        "There is no table in it."),
                new HandedIn("locked.xlsx", locked(), "locked with a password"),
                new HandedIn("bomb.docx", bomb(), "swells to many times its size"),
                new HandedIn(
                        "undated.csv",
                        "Event,Source\nSeen at home,File 3\n".getBytes(UTF_8),
                        "No table in it has a column Date and a column Event."),
                new HandedIn("broken.xlsx", new byte[] {'P', 'K', 3, 4, 9, 9}, "damaged"));
    }

    /** What the server says to a form with a file so large, once all of it was sent. */
    static String answerToAFileOf(long bytes, String address, Page page) throws Exception {
        URI server = URI.create(address);
        String cookies =
                page.context().cookies().stream()
                        .map(c -> c.name + "=" + c.value)
                        .collect(Collectors.joining("; "));
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 20);
            out.write(
                    """
                    POST %s HTTP/1.1
                    Host: %s
                    Cookie: %s
                    Content-Type: multipart/form-data; boundary=x
                    Content-Length: %d
                    Connection: close

                    """
                            .formatted(server.getPath(), server.getAuthority(), cookies, bytes)
                            .replace("\n", "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] megabyte = new byte[1 << 20];
            for (long sent = 0; sent < bytes; sent += megabyte.length) {
                out.write(megabyte, 0, (int) Math.min(megabyte.length, bytes - sent));
            }
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** A file of that many bytes; it holds nothing, and takes no room on the disk. */
    static Path large(Path folder, long bytes) throws IOException {
        Path large = folder.resolve(bytes + ".csv");
        folder.toFile().deleteOnExit();
        large.toFile().deleteOnExit();
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(bytes);
        }
        return large;
    }

    /** A text in which something was deleted, hidden and commented on. */
    static HandedIn tracked() throws IOException {
        String row = "<w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr>";
        String hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>" + CANARY + "</w:t></w:r>";
        String deleted = "<w:del><w:r><w:delText>" + CANARY + "</w:delText></w:r></w:del>";
        String added = "<w:ins><w:r><w:t>Told the school </w:t></w:r></w:ins>";
        String table =
                "<w:tbl>"
                        + row.formatted(words("Date"), words("Event"))
                        + row.formatted(
                                words("3rd April 2026"),
                                "<w:p>" + deleted + added + hidden + text("at once") + "</w:p>")
                        + "</w:tbl>";
        return new HandedIn(
                "tracked.docx", docx(table, "<w:comments>" + CANARY + "</w:comments>"), "");
    }

    private static String words(String text) {
        return "<w:p>" + text(text) + "</w:p>";
    }

    private static String text(String text) {
        return "<w:r><w:t>" + text + "</w:t></w:r>";
    }

    /** A workbook in which one day is written in five styles, and once not at all. */
    static HandedIn styles() throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("Contacts");
            row(sheet, "Date", "Event");
            row(sheet, "3/4/2026", "Rang the nursery");
            row(sheet, "03.04.26", "Saw the uncle");
            row(sheet, "Friday 3 April 2026", "Wrote to the landlord");
            row(sheet, "2026-04-03 09:12", "Left a message");
            row(sheet, "", "Undated note");
            Row own = row(sheet, "", "Closed the form");
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            own.getCell(0).setCellValue(LocalDate.of(2026, 4, 3));
            own.getCell(0).setCellStyle(day);
            row(book.createSheet("Working"), CANARY, CANARY);
            book.setSheetHidden(1, true);
            book.write(out);
            return new HandedIn("styles.xlsx", out.toByteArray(), "");
        }
    }

    private static Row row(Sheet sheet, String... cells) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }

    private static byte[] docx(String body, String comments) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(
                    ("<w:document xmlns:w=\""
                                    + WORDS
                                    + "\"><w:body>"
                                    + body
                                    + "</w:body></w:document>")
                            .getBytes(UTF_8));
            if (!comments.isEmpty()) {
                zip.putNextEntry(new ZipEntry("word/comments.xml"));
                zip.write(comments.getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<document>".getBytes(UTF_8));
            byte[] block = "<!---->".repeat(100_000).getBytes(UTF_8);
            for (int i = 0; i < 150; i++) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] locked() throws Exception {
        try (var book = new XSSFWorkbook();
                var locked = new POIFSFileSystem()) {
            row(book.createSheet("S"), "Date", "Event");
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
}
