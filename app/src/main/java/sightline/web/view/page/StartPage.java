package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;

import java.util.List;

/** Choose the purpose of access, before any record is opened. */
public record StartPage(PageFrame frame, List<FormError> errors, Form form, List<String> notes)
        implements Page {
    public StartPage {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    @Override
    public String template() {
        return "page/start.jte";
    }
}
