package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.chart.BodyMap;
import sightline.web.view.part.Field;
import sightline.web.view.part.FormError;
import sightline.web.view.part.IdentityBar;

import java.util.List;

/**
 * Record an injury: the regions of the body as a list, beside a drawing of them.
 *
 * @param note said about a draft, and about marks that were added and are not kept yet; empty when
 *     there are none
 * @param draft address that keeps a draft
 * @param always what the form sends without being asked
 * @param figures buttons that draw another figure
 * @param whereError what is wrong with the region; empty when nothing is
 * @param mark the other fields of the mark that is being entered
 * @param added the marks that were added before
 * @param told how it was explained
 * @param seen who saw it, and what else belongs to it
 */
public record InjuryFormPage(
        PageFrame frame,
        IdentityBar identity,
        List<FormError> errors,
        String note,
        String action,
        String draft,
        List<Field> always,
        BodyMap map,
        List<Choice> figures,
        String whereError,
        List<Area> areas,
        List<Field> mark,
        List<Marked> added,
        List<Field> told,
        List<Field> seen)
        implements Page {
    public InjuryFormPage {
        errors = List.copyOf(errors);
        always = List.copyOf(always);
        figures = List.copyOf(figures);
        areas = List.copyOf(areas);
        mark = List.copyOf(mark);
        added = List.copyOf(added);
        told = List.copyOf(told);
        seen = List.copyOf(seen);
    }

    @Override
    public String template() {
        return "page/injuryForm.jte";
    }

    /** A button, by what it sends. */
    public record Choice(String value, String text) {}

    /**
     * Regions that belong together.
     *
     * @param letter as it stands on the drawing; empty where it stands on none
     */
    public record Area(String letter, String heading, List<Region> regions) {
        public Area {
            regions = List.copyOf(regions);
        }
    }

    /** One region that can be chosen. */
    public record Region(String id, String value, String label, boolean chosen) {}

    /** A mark that was added before, with what of it can still be changed. */
    public record Marked(String id, String heading, List<Field> fields) {
        public Marked {
            fields = List.copyOf(fields);
        }
    }

    /** Id of a field. */
    public String fieldId(Field field) {
        return "injury-" + field.name();
    }
}
