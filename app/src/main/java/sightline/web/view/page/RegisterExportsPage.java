package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/** Ask for an export of a register, and what became of those asked for before. */
public record RegisterExportsPage(
        PageFrame frame, Link back, List<FormError> errors, List<Row> requests, Form form)
        implements Page {
    public RegisterExportsPage {
        errors = List.copyOf(errors);
        requests = List.copyOf(requests);
    }

    @Override
    public String template() {
        return "page/register-exports.jte";
    }

    /** A request. */
    public record Row(Link purpose, Tag stage, String recipient, String people, String asked) {}
}
