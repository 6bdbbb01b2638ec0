package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Definition;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;

import java.util.List;

/**
 * The way of a review to publication: what is missing, what a scan finds, what was said, and the
 * forms that go on.
 *
 * @param state what may be said in one sentence
 * @param upload null where no report is taken in
 */
public record PublicationPage(
        PageFrame frame,
        ReviewHead head,
        List<FormError> errors,
        String state,
        List<Lack> missing,
        List<Definition> facts,
        List<ReviewPage.Table> tables,
        List<ReviewPage.Act> acts,
        @Nullable Upload upload)
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

    /**
     * Where a report is taken in.
     *
     * @param error empty where nothing is wrong
     * @param beside leads to the report beside its text
     */
    public record Upload(String action, String error, Link beside) {}

    /** Something that is missing, and what to do. */
    public record Lack(String sentence, String remedy) {}
}
