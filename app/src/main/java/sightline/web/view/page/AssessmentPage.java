package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Coverage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * A child's assessments, one of them, or one question of it.
 *
 * @param back to what it is part of; null where the child's tabs lead there
 * @param note said after something was kept or brought back; empty otherwise
 * @param facts what is said of the whole
 */
public record AssessmentPage(
        PageFrame frame,
        IdentityBar identity,
        List<FormError> errors,
        String note,
        @Nullable Link back,
        String heading,
        String lead,
        List<Definition> facts,
        List<Section> sections,
        Coverage coverage)
        implements Page {
    public AssessmentPage {
        errors = List.copyOf(errors);
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    @Override
    public String template() {
        return "page/assessment.jte";
    }

    /**
     * One part of the page.
     *
     * @param lead what stands before the rows; empty when nothing
     * @param versions side by side; null where it shows none
     */
    public record Section(
            String id,
            String heading,
            String lead,
            List<Row> rows,
            List<Form> forms,
            @Nullable Versions versions) {
        public Section {
            rows = List.copyOf(rows);
            forms = List.copyOf(forms);
        }

        /** One without versions. */
        public Section(String id, String heading, String lead, List<Row> rows, List<Form> forms) {
            this(id, heading, lead, rows, forms, null);
        }
    }

    /**
     * What was written of the same, version by version.
     *
     * @param headings who wrote each, and when; the newest first
     */
    public record Versions(List<String> headings, List<Line> lines) {
        public Versions {
            headings = List.copyOf(headings);
            lines = List.copyOf(lines);
        }
    }

    /** One field in each version. */
    public record Line(String field, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What one version says.
     *
     * @param changed whether the version before it says something else
     */
    public record Cell(String words, boolean changed) {}

    /**
     * One question, answer or recorded fact.
     *
     * @param link null where it leads nowhere
     * @param words as somebody wrote them, kept as words
     * @param source who says so and when; empty when nobody
     * @param form what can be done with it; null for nothing
     */
    public record Row(
            @Nullable Link link,
            String text,
            String words,
            String source,
            @Nullable Tag tag,
            @Nullable Form form) {}
}
