package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;

import java.util.List;

/** The reason for emergency access, on a page of its own. */
public record EmergencyReasonPage(
        PageFrame frame,
        Link back,
        String heading,
        String intro,
        List<FormError> errors,
        Form form,
        List<String> afterwards)
        implements Page {
    public EmergencyReasonPage {
        errors = List.copyOf(errors);
        afterwards = List.copyOf(afterwards);
    }

    @Override
    public String template() {
        return "page/emergency-reason.jte";
    }
}
