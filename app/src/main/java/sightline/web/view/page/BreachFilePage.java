package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.page.RegisterActPage.Headed;
import sightline.web.view.part.Definition;
import sightline.web.view.part.FormError;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * What a court is to be shown of notices that a registered person owed.
 *
 * @param pdf the same as a document
 * @param back to the list of all that was owed, from one
 * @param about of whom, by whom, from what
 * @param rows each thing that was owed; none on the page of one
 * @param matter the one thing that the page is about; nothing on the page of all
 * @param pages of the rows, or of the matter's entries
 * @param note said when something was kept; empty otherwise
 * @param forms what may be kept about the one matter; none on the page of all
 */
public record BreachFilePage(
        PageFrame frame,
        IdentityBar identity,
        Link pdf,
        @Nullable Link back,
        List<Definition> about,
        List<Row> rows,
        @Nullable Matter matter,
        Pages pages,
        List<String> leftOut,
        String how,
        List<FormError> errors,
        String note,
        List<Headed> forms)
        implements Page {
    public BreachFilePage {
        errors = List.copyOf(errors);
        forms = List.copyOf(forms);
        about = List.copyOf(about);
        rows = List.copyOf(rows);
        leftOut = List.copyOf(leftOut);
    }

    @Override
    public String template() {
        return "page/breach-file.jte";
    }

    /** Something that was owed, in a line. */
    public record Row(Link title, String lastDay, Tag state, Tag decided, String register) {}

    /**
     * One thing that was owed.
     *
     * @param unknown what is not known about it
     * @param entries what bears on it, those of this page
     */
    public record Matter(
            String title,
            Tag state,
            Tag decided,
            List<Definition> lines,
            List<String> unknown,
            List<Exhibit> entries) {
        public Matter {
            lines = List.copyOf(lines);
            unknown = List.copyOf(unknown);
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry with its number.
     *
     * @param standing said where it was corrected, taken back or disputed
     * @param source when it was recorded and received, by which message, at which position
     */
    public record Exhibit(
            int number, String when, String who, String what, String standing, String source) {}
}
