package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;

import java.util.List;

/**
 * Areas and agencies, for those who keep them.
 *
 * @param kept said when a change was just made; empty otherwise
 */
public record DirectoryPage(
        PageFrame frame,
        String now,
        String kept,
        List<FormError> errors,
        List<AreaRow> areas,
        List<AgencyRow> agencies,
        List<Change> changes)
        implements Page {
    public DirectoryPage {
        errors = List.copyOf(errors);
        areas = List.copyOf(areas);
        agencies = List.copyOf(agencies);
        changes = List.copyOf(changes);
    }

    @Override
    public String template() {
        return "page/directory.jte";
    }

    /** One area. */
    public record AreaRow(String name, String postcodes, String holidays, String state) {}

    /** One agency. */
    public record AgencyRow(String name, String type, String area, String state) {}

    /** A form with what it does. */
    public record Change(String id, String heading, String what, Form form) {}
}
