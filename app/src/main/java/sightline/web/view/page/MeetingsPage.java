package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Coverage;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;

import java.util.List;

/**
 * Conferences, core groups, plans, visits and legal planning of one child: what is to come, what
 * was held, and the form of one of them.
 *
 * @param note said when something was kept; empty otherwise
 * @param warnings census rules that what was kept breaks, by number
 * @param begin the forms
 * @param standing census rules that the case breaks as it stands
 * @param form null where none was chosen
 */
public record MeetingsPage(
        PageFrame frame,
        IdentityBar identity,
        List<FormError> errors,
        String note,
        List<String> warnings,
        List<Link> begin,
        List<Coming> coming,
        List<Held> held,
        List<String> standing,
        @Nullable Form form,
        String formHeading,
        Coverage coverage)
        implements Page {
    public MeetingsPage {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        begin = List.copyOf(begin);
        coming = List.copyOf(coming);
        held = List.copyOf(held);
        standing = List.copyOf(standing);
    }

    @Override
    public String template() {
        return "page/meetings.jte";
    }

    /** A meeting that is to come, with who has sent a report and who has not. */
    public record Coming(String heading, List<Report> reports) {
        public Coming {
            reports = List.copyOf(reports);
        }
    }

    /** One agency that was invited. */
    public record Report(String agency, String state, boolean missing) {}

    /** What was recorded. */
    public record Held(String when, String what, String source) {}
}
