package sightline.documents;

import java.util.List;

/** A DOCX of headings, paragraphs and tables, whose tables repeat their heading on each page. */
public final class WrittenText {
    private static final String MAIN =
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final String title;
    private final StringBuilder body = new StringBuilder();

    /** An empty one. */
    public WrittenText(String title) {
        this.title = title;
        styled("Title", title);
    }

    /** A heading of that level: 1 or 2. */
    public WrittenText heading(int level, String text) {
        styled("Heading" + level, text);
        return this;
    }

    /** A paragraph. */
    public WrittenText paragraph(String text) {
        styled("Normal", text);
        return this;
    }

    /** A table whose first row is its heading. */
    public WrittenText table(List<List<String>> rows) {
        body.append(
                        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Lines\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>")
                .append("<w:tblLook w:firstRow=\"1\"/></w:tblPr><w:tblGrid>");
        int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
        body.append("<w:gridCol/>".repeat(columns)).append("</w:tblGrid>");
        for (int row = 0; row < rows.size(); row++) {
            body.append("<w:tr><w:trPr><w:cantSplit/>")
                    .append(row == 0 ? "<w:tblHeader/>" : "")
                    .append("</w:trPr>");
            for (String cell : rows.get(row)) {
                body.append("<w:tc><w:tcPr/>");
                styled(row == 0 ? "Strong" : "Normal", cell);
                body.append("</w:tc>");
            }
            body.append("</w:tr>");
        }
        body.append("</w:tbl>");
        styled("Normal", "");
        return this;
    }

    /** A paragraph with what it is, in bold, before it. */
    public WrittenText paragraph(String label, String text) {
        styled("Normal", label + ": ", text);
        return this;
    }

    private void styled(String style, String text) {
        styled(style, "", text);
    }

    private void styled(String style, String label, String text) {
        body.append("<w:p><w:pPr><w:pStyle w:val=\"")
                .append(style)
                .append("\"/>")
                .append(rightToLeft(text) ? "<w:bidi/>" : "")
                .append("</w:pPr>");
        if (!label.isEmpty()) {
            run("<w:rPr><w:b/></w:rPr>", label);
        }
        String before = "";
        for (String line : text.split("\\R", -1)) {
            run(before, line);
            before = "<w:br/>";
        }
        body.append("</w:p>");
    }

    private void run(String before, String text) {
        body.append("<w:r>")
                .append(before)
                .append("<w:t xml:space=\"preserve\">")
                .append(WrittenZip.escaped(text))
                .append("</w:t></w:r>");
    }

    /** Whether its first letter is of a script that is written from right to left. */
    private static boolean rightToLeft(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::getDirectionality)
                .findFirst()
                .filter(d ->
                        d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .isPresent();
    }

    /** The file. */
    public byte[] docx() {
        String document =
                WrittenZip.HEAD
                        + "<w:document xmlns:w=\""
                        + MAIN
                        + "\"><w:body>"
                        + body
                        + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                        + "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
                        + "</w:sectPr></w:body></w:document>";
        return WrittenZip.office(
                title,
                new WrittenZip.Part(
                        "word/document.xml",
                        "officedocument.wordprocessingml.document.main",
                        "officeDocument",
                        document),
                List.of(
                        new WrittenZip.Part(
                                "word/styles.xml",
                                "officedocument.wordprocessingml.styles",
                                "styles",
                                styles())));
    }

    private static String styles() {
        return WrittenZip.HEAD
                + "<w:styles xmlns:w=\""
                + MAIN
                + "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>"
                + "<w:sz w:val=\"21\"/><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                + style("Normal", "Normal", "", "")
                + style("Title", "Title", "", "<w:b/><w:sz w:val=\"40\"/>")
                + style("Heading1", "heading 1", outline(0), "<w:b/><w:sz w:val=\"30\"/>")
                + style("Heading2", "heading 2", outline(1), "<w:b/><w:sz w:val=\"25\"/>")
                + style("Strong", "Table heading", "", "<w:b/>")
                + "<w:style w:type=\"table\" w:styleId=\"Lines\"><w:name w:val=\"Lines\"/><w:tblPr><w:tblBorders>"
                + "<w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"AAB7BC\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"AAB7BC\"/>"
                + "</w:tblBorders></w:tblPr></w:style></w:styles>";
    }

    private static String outline(int level) {
        return "<w:pPr><w:keepNext/><w:spacing w:before=\"240\"/><w:outlineLvl w:val=\""
                + level
                + "\"/></w:pPr>";
    }

    private static String style(String id, String name, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\" w:styleId=\""
                + id
                + "\"><w:name w:val=\""
                + name
                + "\"/>"
                + (paragraph.isEmpty() ? "<w:pPr><w:spacing w:after=\"100\"/></w:pPr>" : paragraph)
                + "<w:rPr>"
                + run
                + "</w:rPr></w:style>";
    }
}
