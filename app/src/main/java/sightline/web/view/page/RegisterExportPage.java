package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Definition;
import sightline.web.view.part.FormError;
import sightline.web.view.part.HeadedForm;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * One request for an export.
 *
 * @param note what has just happened, or what comes next
 */
public record RegisterExportPage(
        PageFrame frame,
        Link back,
        List<FormError> errors,
        String note,
        Tag stage,
        List<Definition> lines,
        List<HeadedForm> forms)
        implements Page {
    public RegisterExportPage {
        errors = List.copyOf(errors);
        lines = List.copyOf(lines);
        forms = List.copyOf(forms);
    }

    @Override
    public String template() {
        return "page/register-export.jte";
    }
}
