package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;

import java.util.List;

/**
 * The deposited report beside what is published of it, with what differs and what must not be left.
 *
 * @param lead how much there is, and what was in the file and is in neither
 * @param ways of showing all of it or some
 */
public record RedactionPage(
        PageFrame frame,
        ReviewHead head,
        List<FormError> errors,
        String lead,
        List<Link> ways,
        Pages pages,
        List<Line> lines)
        implements Page {
    public RedactionPage {
        errors = List.copyOf(errors);
        ways = List.copyOf(ways);
        lines = List.copyOf(lines);
    }

    @Override
    public String template() {
        return "page/redaction.jte";
    }

    @Override
    public String toString() {
        return "RedactionPage[redacted]";
    }

    /**
     * A paragraph of both.
     *
     * @param where like "Page 3, 12"
     * @param summary what opens the form
     */
    public record Line(
            String anchor,
            String where,
            List<Span> before,
            List<Span> after,
            String summary,
            Form form,
            boolean open) {
        public Line {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Words one after another. */
    public record Span(String text, How how) {}

    /** What they are. */
    public enum How {
        SAME,
        GONE,
        NEW,
        LEFT
    }
}
