package sightline.web;

import sightline.core.chronology.Plainly;
import sightline.core.facts.Fact;
import sightline.core.facts.Standings;

import java.util.List;

/** A chronology as a document: pages with numbers, each entry with its source. */
final class Bundle {
    private static final String FOOT = "Chronology. Personal data: keep it safe.";
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
        html.append("<h1>Chronology: ").append(PdfDocument.escaped(name)).append("</h1><table>");
        for (Line line : lines) {
            html.append(PdfDocument.row(line.label(), line.text()));
        }
        html.append("</table><p class=\"s\">").append(PdfDocument.escaped(HOW)).append("</p>");
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
                .append(PdfDocument.escaped(journal))
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
        String standing = ChronologyPages.standing(standings, entry);
        html.append("<tr><td class=\"n\">")
                .append(number)
                .append("</td><td class=\"d\">")
                .append(PdfDocument.escaped(Wording.capital(entry.times().happened().inWords())))
                .append("</td><td><b>")
                .append(PdfDocument.escaped(visit.agency(entry.source())))
                .append("</b>: ")
                .append(PdfDocument.escaped(Wording.capital(Wording.code(entry.kind()))))
                .append("<br/>")
                .append(PdfDocument.escaped(Wording.capital(Plainly.said(entry))))
                .append(
                        standing.isEmpty()
                                ? ""
                                : "<br/><b>" + PdfDocument.escaped(standing) + "</b>")
                .append("<br/><span class=\"s\">Recorded ")
                .append(
                        PdfDocument.escaped(
                                Wording.moment(entry.times().recorded(), visit.today())))
                .append(". Received ")
                .append(
                        PdfDocument.escaped(
                                Wording.moment(entry.times().received(), visit.today())))
                .append(". Source ")
                .append(PdfDocument.escaped(entry.id().text()))
                .append(". Ledger position ")
                .append(entry.position())
                .append(".</span></td></tr>");
    }

    byte[] pdf() {
        return PdfDocument.of("Chronology", FOOT, html.toString());
    }
}
