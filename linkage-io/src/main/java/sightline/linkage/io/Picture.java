package sightline.linkage.io;

import java.util.Locale;

/** A drawing with a title and a description, read out where it cannot be seen. */
final class Picture {
    static final int WIDTH = 720;

    private final int height;
    private final StringBuilder marks = new StringBuilder();

    Picture(int height) {
        this.height = height;
    }

    Picture bar(double x, double y, double width, double high, String style) {
        marks.append(
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"/>",
                        x,
                        y,
                        Math.max(0, width),
                        Math.max(0, high),
                        style));
        return this;
    }

    Picture line(double x, double y, double toX, double toY, String style) {
        marks.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>",
                        x,
                        y,
                        toX,
                        toY,
                        style));
        return this;
    }

    Picture dot(double x, double y) {
        marks.append(
                String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" class=\"dot\"/>",
                        x,
                        y));
        return this;
    }

    Picture words(double x, double y, String anchor, String words) {
        marks.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                        x,
                        y,
                        anchor,
                        Html.text(words)));
        return this;
    }

    /** The drawing as an element of a page. */
    String of(String title, String description) {
        return String.format(
                        Locale.ROOT,
                        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                        WIDTH,
                        height,
                        Html.text(title + ". " + description))
                + "<title>"
                + Html.text(title)
                + "</title>"
                + marks
                + "</svg>";
    }
}
