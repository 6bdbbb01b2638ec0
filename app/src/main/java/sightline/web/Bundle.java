package sightline.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

import sightline.core.chronology.Plainly;
import sightline.core.facts.Fact;
import sightline.core.facts.Standings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** A chronology as a document: pages with numbers, each entry with its source. */
final class Bundle {
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String STYLE =
            """
            @page { size: A4; margin: 20mm 16mm 22mm 16mm;
              @bottom-left { content: "Chronology. Personal data: keep it safe."; font-family: Sans; font-size: 8pt }
              @bottom-right { content: "Page " counter(page) " of " counter(pages); font-family: Sans; font-size: 8pt } }
            body { font-family: Sans; font-size: 9.5pt; line-height: 1.35; color: #0b0c0c }
            h1 { font-size: 18pt; margin: 0 0 4mm 0 } h2 { font-size: 12pt; margin: 7mm 0 2mm 0; color: #17475a }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            td, th { text-align: left; vertical-align: top; padding: 1.5mm 2mm 1.5mm 0; border-bottom: 0.3mm solid #cfd8db }
            tr { page-break-inside: avoid } .s { font-size: 8pt; color: #484949 } .k { width: 32mm; color: #484949 }
            .n { width: 9mm } .d { width: 30mm }
            """;
    private static final String HOW =
            "How it was made: by Sightline, from the entries that each source sent, unchanged and each with the source’s own"
                    + " message and its position in the ledger. What was corrected or taken back stands in its place"
                    + " and says so. Before each part was made, an entry was written in the access journal, whose"
                    + " number stands at the part’s head; whoever holds that journal can prove from it what this document showed.";

    private final Visit visit;
    private final Standings standings;
    private final StringBuilder html = new StringBuilder();

    Bundle(Visit visit, Standings standings) {
        this.visit = visit;
        this.standings = standings;
    }

    /** A line of the first page. */
    record Line(String label, String text) {}

    void cover(String name, List<Line> lines) {
        html.append("<h1>Chronology: ").append(escaped(name)).append("</h1><table>");
        for (Line line : lines) {
            html.append("<tr><td class=\"k\">")
                    .append(escaped(line.label()))
                    .append("</td><td>")
                    .append(escaped(line.text()))
                    .append("</td></tr>");
        }
        html.append("</table><p class=\"s\">").append(escaped(HOW)).append("</p>");
    }

    /**
     * A part, for which the journal has an entry.
     *
     * @param journal that entry's number
     * @param before how many entries came in earlier parts
     */
    void part(int part, int parts, String journal, int before, List<Fact> entries) {
        html.append("<h2>Part ")
                .append(part)
                .append(" of ")
                .append(parts)
                .append("</h2><p class=\"s\">Journal entry ")
                .append(escaped(journal))
                .append(
                        "</p><table><thead><tr><th>No.</th><th>When</th><th>What was recorded</th></tr></thead><tbody>");
        int number = before;
        for (Fact entry : entries) {
            number++;
            row(number, entry);
        }
        html.append("</tbody></table>");
    }

    private void row(int number, Fact entry) {
        String standing = ChronologyPages.standing(standings.of(entry));
        html.append("<tr><td class=\"n\">")
                .append(number)
                .append("</td><td class=\"d\">")
                .append(escaped(Wording.capital(entry.times().happened().inWords())))
                .append("</td><td><b>")
                .append(escaped(visit.agency(entry.source())))
                .append("</b>: ")
                .append(escaped(Wording.capital(Wording.code(entry.kind()))))
                .append("<br/>")
                .append(escaped(Wording.capital(Plainly.said(entry))))
                .append(standing.isEmpty() ? "" : "<br/><b>" + escaped(standing) + "</b>")
                .append("<br/><span class=\"s\">Recorded ")
                .append(escaped(Wording.moment(entry.times().recorded(), visit.today())))
                .append(". Received ")
                .append(escaped(Wording.moment(entry.times().received(), visit.today())))
                .append(". Source ")
                .append(escaped(entry.id().text()))
                .append(". Ledger position ")
                .append(entry.position())
                .append(".</span></td></tr>");
    }

    byte[] pdf() {
        String document =
                "<html lang=\"en\"><head><title>Chronology</title><style>"
                        + STYLE
                        + "</style></head><body>"
                        + html
                        + "</body></html>";
        var out = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.useFont(Bundle::font, "Sans");
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
        return Objects.requireNonNull(Bundle.class.getResourceAsStream(FONT), FONT);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        default -> {
                            boolean written = c >= ' ' || c == '\n' || c == '\t';
                            escaped.append(written ? Character.toString(c) : " ");
                        }
                    }
                });
        return escaped.toString();
    }
}
