package sightline.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;

/** Pages with numbers, made of simple HTML. */
final class PdfDocument {
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String STYLE =
            """
            @page { size: A4; margin: 20mm 16mm 22mm 16mm;
              @bottom-left { content: "FOOT"; font-family: Sans; font-size: 8pt }
              @bottom-right { content: "Page " counter(page) " of " counter(pages); font-family: Sans; font-size: 8pt } }
            body { font-family: Sans; font-size: 9.5pt; line-height: 1.35; color: #0b0c0c }
            h1 { font-size: 18pt; margin: 0 0 4mm 0 } h2 { font-size: 12pt; margin: 7mm 0 2mm 0; color: #17475a }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            td, th { text-align: left; vertical-align: top; padding: 1.5mm 2mm 1.5mm 0; border-bottom: 0.3mm solid #cfd8db }
            tr { page-break-inside: avoid } .s { font-size: 8pt; color: #484949 } .k { width: 32mm; color: #484949 }
            .n { width: 9mm } .d { width: 30mm }
            """;

    /** One weight: a file that lasts holds each font that it uses. */
    private static final String ACCESSIBLE =
            """
            @page { size: A4; margin: 22mm 20mm 22mm 20mm;
              @bottom-right { content: "Page " counter(page) " of " counter(pages); font-family: Sans; font-size: 8pt } }
            body { font-family: Sans; font-size: 10.5pt; line-height: 1.45; color: #0b0c0c }
            h1 { font-size: 20pt; margin: 0 0 4mm 0; font-weight: normal } h2 { font-size: 13pt; margin: 8mm 0 2mm 0; color: #17475a; font-weight: normal }
            p { margin: 0 0 3mm 0 } strong { font-weight: normal; color: #17475a }
            """;

    static {
        // It tells of each font and style sheet of each document.
        XRLog.listRegisteredLoggers().forEach(l -> XRLog.setLevel(l, Level.WARNING));
    }

    private PdfDocument() {}

    /**
     * The document.
     *
     * @param foot a fixed sentence at the foot of each page
     * @param body whatever was typed in it {@linkplain #escaped escaped}
     */
    static byte[] of(String title, String foot, String body) {
        String document =
                "<html lang=\"en\"><head><title>"
                        + title
                        + "</title><style>"
                        + STYLE.replace("FOOT", foot)
                        + "</style></head><body>"
                        + body
                        + "</body></html>";
        var out = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.useFont(PdfDocument::font, "Sans");
            builder.withHtmlContent(document, null);
            builder.withProducer("Sightline");
            builder.toStream(out);
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a document in memory could not be written", impossible);
        }
        return out.toByteArray();
    }

    /**
     * A document that lasts (PDF/A-2a) and that a screen reader reads (PDF/UA-1).
     *
     * @param body whatever was typed in it {@linkplain #escaped escaped}
     */
    static byte[] accessible(String title, String body) {
        String document =
                "<html lang=\"en-GB\"><head><title>"
                        + escaped(title)
                        + "</title><meta name=\"description\" content=\""
                        + escaped(title)
                        + "\"/><style>"
                        + ACCESSIBLE
                        + "</style></head><body>"
                        + body
                        + "</body></html>";
        var out = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.useFont(PdfDocument::font, "Sans");
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            builder.withHtmlContent(document, null);
            builder.withProducer("Sightline");
            builder.toStream(out);
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a document in memory could not be written", impossible);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PdfDocument.class.getResourceAsStream(FONT), FONT);
    }

    /** A line of a table: what it is, and what it says. */
    static String row(String label, String text) {
        return "<tr><td class=\"k\">" + escaped(label) + "</td><td>" + escaped(text) + "</td></tr>";
    }

    private static boolean inXml(int c) {
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        return !half && c != 0xFFFE && c != 0xFFFF;
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        default -> {
                            boolean written = c == '\n' || c == '\t' || (c >= ' ' && inXml(c));
                            escaped.append(written ? Character.toString(c) : " ");
                        }
                    }
                });
        return escaped.toString();
    }
}
