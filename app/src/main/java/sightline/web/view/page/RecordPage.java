package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.IdentityBar;

import java.util.List;

/**
 * Record something about a child.
 *
 * @param draftNote said when a draft was brought back; empty otherwise
 */
public record RecordPage(
        PageFrame frame,
        IdentityBar identity,
        String heading,
        List<FormError> errors,
        String draftNote,
        Form form,
        List<String> advice)
        implements Page {
    public RecordPage {
        errors = List.copyOf(errors);
        advice = List.copyOf(advice);
    }

    @Override
    public String template() {
        return "page/record.jte";
    }
}
