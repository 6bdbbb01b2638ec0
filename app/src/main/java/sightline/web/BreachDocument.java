package sightline.web;

import sightline.web.BreachFilePages.Shown;
import sightline.web.view.part.Definition;

import java.util.List;
import java.util.stream.Collectors;

/** A breach file as a document: what was owed, the entries in order, what is not known. */
final class BreachDocument {
    private static final String FOOT = "Breach file. Personal data: keep it safe.";

    private final BreachFile file;
    private final BreachWords words;
    private final String name;
    private final List<String> journal;
    private final StringBuilder html = new StringBuilder();

    /**
     * A document of a file.
     *
     * @param journal the numbers of the journal's entries that were written before it
     */
    BreachDocument(Shown shown, List<String> journal) {
        this.file = shown.file();
        this.words = shown.words();
        this.name = shown.parts().name();
        this.journal = List.copyOf(journal);
    }

    byte[] pdf() {
        cover();
        html.append("<h2>What was owed</h2>");
        file.matters().forEach(this::matter);
        chronology();
        html.append("<h2>What this file leaves out, and why</h2>");
        list(words.leftOut());
        html.append("<h2>How it was made</h2><p>").append(escaped(BreachWords.HOW)).append("</p>");
        return PdfDocument.of("Breach file", FOOT, html.toString());
    }

    private void cover() {
        html.append("<h1>Breach file: ").append(escaped(name)).append("</h1>");
        table(words.about());
        html.append("<p class=\"s\">Journal ")
                .append(journal.size() == 1 ? "entry " : "entries ")
                .append(escaped(String.join(", ", journal)))
                .append(
                        ", written before this document was made. Whoever holds the journal can prove"
                                + " from it what this document showed.</p>");
    }

    private void matter(BreachMatter matter) {
        html.append("<h3>").append(escaped(BreachWords.title(matter))).append("</h3>");
        html.append("<p><b>")
                .append(escaped(BreachWords.state(matter).text()))
                .append("</b>. ")
                .append(escaped(words.decided(matter).text()))
                .append(".</p>");
        table(words.lines(matter));
        html.append("<p><b>What is not known</b></p>");
        list(words.unknown(matter));
    }

    private void chronology() {
        html.append(
                "<h2>Chronology</h2><table><thead><tr><th>No.</th><th>When</th><th>What was"
                        + " recorded</th></tr></thead><tbody>");
        file.chronology().stream().map(words::exhibit).forEach(this::row);
        html.append("</tbody></table>");
        if (file.chronology().isEmpty()) {
            html.append("<p>No entry bears on it in what the reader may see.</p>");
        }
    }

    private void row(BreachWords.Exhibit entry) {
        html.append("<tr><td class=\"n\">")
                .append(entry.number())
                .append("</td><td class=\"d\">")
                .append(escaped(entry.when()))
                .append("</td><td><b>")
                .append(escaped(entry.who()))
                .append("</b><br/>")
                .append(escaped(entry.what()))
                .append(
                        entry.standing().isEmpty()
                                ? ""
                                : "<br/><b>" + escaped(entry.standing()) + "</b>")
                .append("<br/><span class=\"s\">")
                .append(escaped(entry.source()))
                .append("</span></td></tr>");
    }

    private void table(List<Definition> lines) {
        html.append("<table>")
                .append(
                        lines.stream()
                                .map(l -> PdfDocument.row(l.term(), l.value()))
                                .collect(Collectors.joining()))
                .append("</table>");
    }

    private void list(List<String> lines) {
        html.append("<ul>");
        lines.forEach(line -> html.append("<li>").append(escaped(line)).append("</li>"));
        html.append("</ul>");
    }

    private static String escaped(String text) {
        return PdfDocument.escaped(text);
    }
}
