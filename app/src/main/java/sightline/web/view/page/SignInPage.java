package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;

import java.util.List;

/**
 * Sign in. The answer to a wrong name and to a wrong password is one and the same.
 *
 * @param errors one general error; never which of the two was wrong
 * @param note what became of a form that came after its session had ended; empty otherwise
 * @param examples sign-ins of the demonstration; empty in a real installation
 */
public record SignInPage(
        PageFrame frame, List<FormError> errors, String note, Form form, List<Example> examples)
        implements Page {
    public SignInPage {
        errors = List.copyOf(errors);
        examples = List.copyOf(examples);
    }

    @Override
    public String template() {
        return "page/sign-in.jte";
    }

    /** A sign-in of the demonstration. */
    public record Example(String name, String role, String agency, String signIn) {}
}
