package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * A part of a review: what happened, what is owed, what was found, how it was graded, and the forms
 * that add to it.
 */
public record ReviewPage(
        PageFrame frame,
        ReviewHead head,
        List<FormError> errors,
        List<Found> found,
        List<Table> tables,
        List<Owed> owed,
        List<Act> acts)
        implements Page {
    public ReviewPage {
        errors = List.copyOf(errors);
        found = List.copyOf(found);
        tables = List.copyOf(tables);
        owed = List.copyOf(owed);
        acts = List.copyOf(acts);
    }

    @Override
    public String template() {
        return "page/review.jte";
    }

    /**
     * A finding.
     *
     * @param rows the rows of the chronology that it rests on
     * @param led to recommendations
     */
    public record Found(
            int number,
            Tag about,
            String text,
            String known,
            String knowable,
            String otherAction,
            List<Link> rows,
            List<Link> led) {
        public Found {
            rows = List.copyOf(rows);
            led = List.copyOf(led);
        }
    }

    /** Rows under one heading. */
    public record Table(
            String id, String title, String empty, List<String> headings, List<List<String>> rows) {
        public Table {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /** Something owed. */
    public record Owed(String what, String who, String due, Tag state, String why) {}

    /** A form that is opened by its title. */
    public record Act(String title, Form form, boolean open) {}
}
