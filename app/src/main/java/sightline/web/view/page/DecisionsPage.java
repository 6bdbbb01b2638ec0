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

import java.util.List;

/**
 * Decisions about a child: those that were made, each beside what spoke against it, or one that is
 * about to be made.
 *
 * @param begin the decisions that can be made here
 * @param note said when a draft was brought back; empty otherwise
 * @param laid what speaks against each; of one that is about to be made the only one
 * @param form that makes the decision, or records that somebody disagrees; null where there is
 *     nothing to disagree with
 */
public record DecisionsPage(
        PageFrame frame,
        IdentityBar identity,
        List<FormError> errors,
        String note,
        String heading,
        String lead,
        List<Link> begin,
        List<Laid> laid,
        String whenEmpty,
        @Nullable Form form,
        String formHeading,
        Coverage coverage)
        implements Page {
    public DecisionsPage {
        errors = List.copyOf(errors);
        begin = List.copyOf(begin);
        laid = List.copyOf(laid);
    }

    @Override
    public String template() {
        return "page/decisions.jte";
    }

    /**
     * What stands against one decision.
     *
     * @param reason why it stands, in the decider's words; empty where none was given
     * @param dissent who disagreed, and how
     */
    public record Laid(
            String id,
            String heading,
            String summary,
            String reason,
            List<Group> groups,
            List<String> dissent) {
        public Laid {
            groups = List.copyOf(groups);
            dissent = List.copyOf(dissent);
        }
    }

    /** Lines of one sort. */
    public record Group(String heading, String whenEmpty, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /** One recorded thing, or one that is missing. */
    public record Line(String text, String source, Certainty certainty, @Nullable Link link) {}
}
