package sightline.library;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Section;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A published review as a PDF that lasts (PDF/A-2a) and that a screen reader reads (PDF/UA-1). It
 * is made of the published text alone.
 */
public final class ReportPdf {
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String STYLE =
            """
            @page { size: A4; margin: 22mm 20mm 22mm 20mm;
              @bottom-right { content: "Page " counter(page) " of " counter(pages); font-family: Sans; font-size: 8pt } }
            body { font-family: Sans; font-size: 10.5pt; line-height: 1.45; color: #0b0c0c }
            h1 { font-size: 20pt; margin: 0 0 4mm 0; font-weight: normal } h2 { font-size: 13pt; margin: 8mm 0 2mm 0; color: #17475a; font-weight: normal }
            p { margin: 0 0 3mm 0 } ol { margin: 0; padding-left: 8mm } li { margin-bottom: 2mm }
            """;

    private ReportPdf() {}

    /** The document. */
    public static byte[] of(PublishedReview review) {
        var out = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.useFont(ReportPdf::font, "Sans");
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            builder.withHtmlContent(html(review), null);
            builder.withProducer("Sightline");
            builder.toStream(out);
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a document in memory could not be written", impossible);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(ReportPdf.class.getResourceAsStream(FONT), FONT);
    }

    private static String html(PublishedReview review) {
        StringBuilder html = new StringBuilder(1 << 16);
        String title = escaped(review.pseudonym());
        html.append("<html lang=\"en-GB\"><head><title>")
                .append(title)
                .append("</title><meta name=\"description\" content=\"")
                .append(escaped(review.kind().words() + ", " + review.reference()))
                .append("\"/><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(title)
                .append("</h1><p>")
                .append(escaped(review.kind().words() + ". " + review.citation()))
                .append("</p>");
        part(html, "Summary", review.summary());
        part(html, "Learning", review.learning());
        if (!review.recommendations().isEmpty()) {
            html.append("<h2>Recommendations</h2>");
            for (Recommendation r : review.recommendations()) {
                paragraph(html, r.number() + ". " + r.text());
            }
        }
        if (!review.sections().isEmpty()) {
            html.append("<h2>The report</h2>");
        }
        for (Section section : review.sections()) {
            if (!section.heading().isEmpty()) {
                html.append("<h2>").append(escaped(section.heading())).append("</h2>");
            }
            section.paragraphs().forEach(p -> paragraph(html, p));
        }
        return html.append("</body></html>").toString();
    }

    private static void part(StringBuilder html, String heading, String text) {
        if (!text.isBlank()) {
            html.append("<h2>").append(heading).append("</h2>");
            text.lines().filter(l -> !l.isBlank()).forEach(l -> paragraph(html, l));
        }
    }

    private static void paragraph(StringBuilder html, String text) {
        html.append("<p>").append(escaped(text)).append("</p>");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        default -> escaped.appendCodePoint(c < ' ' ? ' ' : c);
                    }
                });
        return escaped.toString();
    }
}
