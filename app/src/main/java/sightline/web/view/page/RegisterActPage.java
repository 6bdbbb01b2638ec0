package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Tag;
import sightline.web.view.part.TimelineItem;

import java.util.List;

/**
 * Something that a keeper does about a registered person: how it stands, the forms, what was done.
 *
 * @param note said when something was kept or a draft was brought back; empty otherwise
 * @param state where it stands, in a word
 * @param lines where it stands, in sentences
 * @param whenNoForm said where the reader has nothing to do here
 */
public record RegisterActPage(
        PageFrame frame,
        IdentityBar identity,
        List<FormError> errors,
        String note,
        String heading,
        Tag state,
        List<Definition> lines,
        List<Headed> forms,
        String whenNoForm,
        Aside aside,
        String historyHeading,
        List<TimelineItem> history,
        String historyAbsent)
        implements Page {
    public RegisterActPage {
        errors = List.copyOf(errors);
        lines = List.copyOf(lines);
        forms = List.copyOf(forms);
        history = List.copyOf(history);
    }

    @Override
    public String template() {
        return "page/register-act.jte";
    }

    /** A form under its own heading. */
    public record Headed(String heading, Form form) {}

    /** What to know before doing it. */
    public record Aside(String heading, List<String> lines) {
        public Aside {
            lines = List.copyOf(lines);
        }
    }
}
