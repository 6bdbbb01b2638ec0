package sightline.web;

import sightline.core.library.PublishedReview.Section;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sections of a report as one text that somebody can type: a line like {@code == Page 3: What
 * happened ==} begins each, an empty line stands between paragraphs.
 */
final class SectionLines {
    private static final Pattern BEGINS =
            Pattern.compile("==[ \\t]*Page (\\d{1,4})(?::[ \\t]*(.*?))?[ \\t]*==");
    private static final Pattern LINES = Pattern.compile("\\R");

    private SectionLines() {}

    static String write(List<Section> sections) {
        if (sections.size() == 1
                && sections.getFirst().page() == 1
                && sections.getFirst().heading().isEmpty()) {
            return sections.getFirst().text();
        }
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append("== Page ")
                    .append(section.page())
                    .append(section.heading().isEmpty() ? "" : ": " + section.heading())
                    .append(" ==");
            section.paragraphs().forEach(p -> text.append("\n\n").append(p));
        }
        return text.toString();
    }

    static List<Section> read(String text) {
        List<Section> sections = new ArrayList<>();
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int page = 1;
        String heading = "";
        for (String line : LINES.split(text + "\n", -1)) {
            Matcher begins = BEGINS.matcher(line.strip());
            boolean isBeginning = begins.matches();
            if (line.isBlank() || isBeginning) {
                end(paragraphs, paragraph);
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
            }
            if (isBeginning) {
                end(sections, new Section(page, heading, paragraphs));
                paragraphs.clear();
                page = Integer.parseInt(begins.group(1));
                heading = begins.group(2) == null ? "" : begins.group(2);
            }
        }
        end(paragraphs, paragraph);
        end(sections, new Section(page, heading, paragraphs));
        return List.copyOf(sections);
    }

    private static void end(List<String> paragraphs, StringBuilder paragraph) {
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
            paragraph.setLength(0);
        }
    }

    private static void end(List<Section> sections, Section section) {
        if (!section.heading().isEmpty() || !section.paragraphs().isEmpty()) {
            sections.add(section);
        }
    }
}
