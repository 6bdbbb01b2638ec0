package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;

import java.util.List;

/**
 * An application to be told of somebody, under a scheme.
 *
 * @param note said when one was kept; empty otherwise
 */
public record DisclosureApplicationPage(
        PageFrame frame, Link back, List<FormError> errors, String note, Form form)
        implements Page {
    public DisclosureApplicationPage {
        errors = List.copyOf(errors);
    }

    @Override
    public String template() {
        return "page/disclosure-application.jte";
    }
}
