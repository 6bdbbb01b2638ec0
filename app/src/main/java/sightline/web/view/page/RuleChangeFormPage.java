package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;

import java.util.List;

/** Propose a change of what an area sets of a rule. */
public record RuleChangeFormPage(
        PageFrame frame,
        Link back,
        List<FormError> errors,
        String heading,
        List<String> says,
        Form form)
        implements Page {
    public RuleChangeFormPage {
        errors = List.copyOf(errors);
        says = List.copyOf(says);
    }

    @Override
    public String template() {
        return "page/rule-change-form.jte";
    }
}
