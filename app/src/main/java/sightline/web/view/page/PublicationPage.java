package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Definition;
import sightline.web.view.part.FormError;

import java.util.List;

/**
 * The way of a review to publication: what is missing, what a scan finds, what was said, and the
 * forms that go on.
 *
 * @param state what may be said in one sentence
 */
public record PublicationPage(
        PageFrame frame,
        ReviewHead head,
        List<FormError> errors,
        String state,
        List<Lack> missing,
        List<Definition> facts,
        List<ReviewPage.Table> tables,
        List<ReviewPage.Act> acts)
        implements Page {
    public PublicationPage {
        errors = List.copyOf(errors);
        missing = List.copyOf(missing);
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
        acts = List.copyOf(acts);
    }

    @Override
    public String template() {
        return "page/publication.jte";
    }

    @Override
    public String toString() {
        return "PublicationPage[redacted]";
    }

    /** Something that is missing, and what to do. */
    public record Lack(String sentence, String remedy) {}
}
