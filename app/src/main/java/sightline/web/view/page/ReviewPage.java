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
    /** Of a long list, what stands open; the rest is folded away below it. */
    private static final int SHOWN = 15;

    public ReviewPage {
        errors = List.copyOf(errors);
        found = List.copyOf(found);
        tables = List.copyOf(tables);
        owed = List.copyOf(owed);
        acts = List.copyOf(acts);
    }

    /** What is owed first. */
    public List<Owed> owedFirst() {
        return owed.subList(0, Math.min(SHOWN, owed.size()));
    }

    /** What is owed besides, folded away. */
    public List<Owed> owedRest() {
        return owed.subList(Math.min(SHOWN, owed.size()), owed.size());
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

        /** The rows that stand open. */
        public List<List<String>> first() {
            return rows.subList(0, Math.min(SHOWN, rows.size()));
        }

        /** The rows that are folded away. */
        public List<List<String>> rest() {
            return rows.subList(Math.min(SHOWN, rows.size()), rows.size());
        }
    }

    /** Something owed. */
    public record Owed(String what, String who, String due, Tag state, String why) {}

    /** A form that is opened by its title. */
    public record Act(String title, Form form, boolean open) {}
}
