package sightline.linkage.io;

import java.util.List;

/** Writes HTML in which every text is text, whatever it holds. */
final class Html {
    private static final int LONGEST = 300;

    private final StringBuilder out = new StringBuilder();

    /** Text as HTML: marks escaped, control characters left out, the very long cut short. */
    static String text(String raw) {
        StringBuilder escaped = new StringBuilder(raw.length());
        boolean tooLong = raw.length() > 2 * LONGEST;
        int end = tooLong ? raw.offsetByCodePoints(0, LONGEST) : raw.length();
        raw.substring(0, end).codePoints().forEach(c -> append(c, escaped));
        return end < raw.length() ? escaped.append("…").toString() : escaped.toString();
    }

    private static void append(int c, StringBuilder to) {
        switch (c) {
            case '<' -> to.append("&lt;");
            case '>' -> to.append("&gt;");
            case '&' -> to.append("&amp;");
            case '"' -> to.append("&quot;");
            case '\'' -> to.append("&#39;");
            default -> {
                boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                if (Character.isISOControl(c) || lone || c == 0xFFFE || c == 0xFFFF) {
                    to.append(' ');
                } else {
                    to.appendCodePoint(c);
                }
            }
        }
    }

    Html raw(String html) {
        out.append(html).append('\n');
        return this;
    }

    Html heading(int level, String title) {
        return raw("<h%d>%s</h%d>".formatted(level, text(title), level));
    }

    Html paragraph(String words) {
        return raw("<p>" + text(words) + "</p>");
    }

    /** A table with a caption; the first cell of each row is its heading. */
    Html table(String caption, List<String> columns, List<List<String>> rows) {
        raw(
                "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\""
                        + text(caption)
                        + "\">");
        raw("<table><caption>" + text(caption) + "</caption><thead><tr>");
        columns.forEach(c -> raw("<th scope=\"col\">" + text(c) + "</th>"));
        raw("</tr></thead><tbody>");
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String cell = "<bdi>" + text(row.get(i)) + "</bdi>";
                line.append(
                        i == 0 ? "<th scope=\"row\">" + cell + "</th>" : "<td>" + cell + "</td>");
            }
            raw(line.append("</tr>").toString());
        }
        return raw("</tbody></table></div>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
