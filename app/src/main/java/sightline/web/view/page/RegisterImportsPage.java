package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * Upload the file of an existing register, and what became of those uploaded before.
 *
 * @param note what has just been done; empty when nothing was
 * @param columns what stands in which column, in the order of the template
 */
public record RegisterImportsPage(
        PageFrame frame,
        Link back,
        List<FormError> errors,
        String note,
        List<Row> files,
        List<Column> columns)
        implements Page {
    public RegisterImportsPage {
        errors = List.copyOf(errors);
        files = List.copyOf(files);
        columns = List.copyOf(columns);
    }

    @Override
    public String template() {
        return "page/register-imports.jte";
    }

    /** The words of the error at the field; empty when there is none. */
    public String error() {
        return errors.isEmpty() ? "" : errors.getFirst().text();
    }

    /** A file. */
    public record Row(Link file, Tag state, String rows, String aside, String uploaded) {}

    /** A column of the template. */
    public record Column(String heading, String needed, String meaning, String example) {}
}
