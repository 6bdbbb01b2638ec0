package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Certainty;
import sightline.web.view.part.Coverage;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tab;

import java.util.List;

/**
 * What lies before a strategy discussion, for its reader or as it is open to one agency that is
 * invited; and the record of the discussion.
 *
 * @param note said when something was kept or a draft was brought back; empty otherwise
 * @param warnings what the census asks of the dates that were entered, rule by rule
 * @param views the reader's own view, then one for each agency
 * @param forWhom the agency in whose view it stands; empty in the reader's own
 * @param lead what the view holds, in a sentence
 * @param invited who was invited, and what they have done
 * @param held discussions that were held, newest first
 * @param groups what speaks against a decision that nothing follows, who was not heard, what is
 *     unanswered
 * @param forms none in an agency's view
 */
public record StrategyPackPage(
        PageFrame frame,
        IdentityBar identity,
        List<FormError> errors,
        String note,
        List<String> warnings,
        List<Tab> views,
        String forWhom,
        String lead,
        List<Invited> invited,
        String nobodyInvited,
        List<Held> held,
        List<Section> sections,
        List<DecisionsPage.Group> groups,
        List<Headed> forms,
        Coverage coverage)
        implements Page {
    public StrategyPackPage {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        views = List.copyOf(views);
        invited = List.copyOf(invited);
        held = List.copyOf(held);
        sections = List.copyOf(sections);
        groups = List.copyOf(groups);
        forms = List.copyOf(forms);
    }

    @Override
    public String template() {
        return "page/strategy-pack.jte";
    }

    /** One agency, and what it has done. */
    public record Invited(String agency, String state, boolean silent, @Nullable Link view) {}

    /** A discussion that was held: its sentence, and what was written down of it. */
    public record Held(String heading, List<Line> lines, List<String> attended) {
        public Held {
            lines = List.copyOf(lines);
            attended = List.copyOf(attended);
        }
    }

    /** A line of what was written down. */
    public record Line(String term, String text) {}

    /**
     * Lines of one sort.
     *
     * @param more where all of them stand; null where they are all here
     */
    public record Section(
            String id,
            String heading,
            String caption,
            List<Row> rows,
            String whenEmpty,
            @Nullable Link more) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One recorded thing.
     *
     * @param about whom it is about where that is not the child; empty otherwise
     * @param openTo to which invited agencies it is open as well
     */
    public record Row(
            String when,
            String about,
            String what,
            String source,
            Certainty certainty,
            String openTo) {}

    /** A form under its own heading. */
    public record Headed(String heading, String lead, Form form) {}
}
