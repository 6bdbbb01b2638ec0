package sightline.web;

import sightline.documents.WrittenText;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A document about a case, whatever file it is written to: plain words, in order. */
record CaseDocument(String title, List<Block> blocks) {
    private static final String STYLE =
            """
            body { font: 1.1rem/1.5 Arial, sans-serif; color: #0b0c0c; margin: 2rem auto; max-width: 44rem; padding: 0 1rem;
              overflow-wrap: anywhere }
            h1 { font-size: 2rem; line-height: 1.2 } h2 { font-size: 1.4rem; margin-top: 2.5rem; color: #17475a }
            """;

    /** One piece of it. */
    sealed interface Block {}

    record Heading(String text) implements Block {}

    /** A paragraph; what it is stands before it, where anything does. */
    record Words(String label, String text) implements Block {
        static Words of(String text) {
            return new Words("", text);
        }
    }

    CaseDocument {
        blocks = List.copyOf(blocks);
    }

    /** In which file it goes out. */
    enum Format {
        DOCX(
                "Word",
                "docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        PDF("PDF, which a screen reader reads too", "pdf", "application/pdf"),
        HTML("Web page", "html", "text/html;charset=UTF-8");

        private final String words;
        private final String ending;
        private final String type;

        Format(String words, String ending, String type) {
            this.words = words;
            this.ending = ending;
            this.type = type;
        }

        String words() {
            return words;
        }

        String ending() {
            return ending;
        }

        String type() {
            return type;
        }
    }

    byte[] in(Format format) {
        return switch (format) {
            case DOCX -> text().docx();
            case PDF -> PdfDocument.accessible(title, body());
            case HTML ->
                    ("<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">"
                                    + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
                                    + PdfDocument.escaped(title)
                                    + "</title><style>"
                                    + STYLE
                                    + "</style></head><body><main>"
                                    + body()
                                    + "</main></body></html>")
                            .getBytes(StandardCharsets.UTF_8);
        };
    }

    private WrittenText text() {
        var text = new WrittenText(title);
        for (Block block : blocks) {
            var _ =
                    switch (block) {
                        case Heading heading -> text.heading(1, heading.text());
                        case Words words when words.label().isEmpty() ->
                                text.paragraph(words.text());
                        case Words words -> text.paragraph(words.label(), words.text());
                    };
        }
        return text;
    }

    private String body() {
        StringBuilder html =
                new StringBuilder("<h1>").append(PdfDocument.escaped(title)).append("</h1>");
        for (Block block : blocks) {
            switch (block) {
                case Heading heading ->
                        html.append("<h2>")
                                .append(PdfDocument.escaped(heading.text()))
                                .append("</h2>");
                case Words words -> {
                    html.append("<p dir=\"auto\">");
                    if (!words.label().isEmpty()) {
                        html.append("<strong>")
                                .append(PdfDocument.escaped(words.label()))
                                .append(":</strong> ");
                    }
                    html.append(PdfDocument.escaped(words.text()).replace("\n", "<br/>"))
                            .append("</p>");
                }
            }
        }
        return html.toString();
    }

    @Override
    public String toString() {
        return "CaseDocument[redacted]";
    }
}
