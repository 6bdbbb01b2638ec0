package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/** The offence list of a provisional pack: what was proposed, and another proposal. */
public record OffenceListPage(
        PageFrame frame,
        Link back,
        List<FormError> errors,
        String heading,
        List<String> says,
        List<Row> proposals,
        Form form)
        implements Page {
    public OffenceListPage {
        errors = List.copyOf(errors);
        says = List.copyOf(says);
        proposals = List.copyOf(proposals);
    }

    @Override
    public String template() {
        return "page/offence-list.jte";
    }

    /** One proposal, newest first. */
    public record Row(Link number, Tag stage, String why, String by) {}
}
