package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Field;
import sightline.web.view.part.FormError;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;

import java.util.List;

/**
 * Which photographs of a child's injuries there are, none of them shown, and the form that adds
 * one.
 *
 * @param note said when one was just kept; empty otherwise
 * @param action where the form goes
 * @param fields what is said of the file
 * @param noForm why none can be added; empty where one can
 * @param fileError what is wrong with the file; empty when nothing is
 * @param draft address that keeps a draft
 * @param chosen the file that lies in the draft, as it was called; empty where none does
 */
public record PhotographsPage(
        PageFrame frame,
        IdentityBar identity,
        List<FormError> errors,
        String note,
        List<Row> rows,
        String action,
        List<Field> fields,
        String noForm,
        String fileError,
        String draft,
        String chosen)
        implements Page {
    public PhotographsPage {
        errors = List.copyOf(errors);
        rows = List.copyOf(rows);
        fields = List.copyOf(fields);
    }

    /**
     * One photograph.
     *
     * @param shows the entry of what it shows
     * @param by who added it, and when
     */
    public record Row(Link open, String shows, String by) {}

    @Override
    public String template() {
        return "page/photographs.jte";
    }
}
