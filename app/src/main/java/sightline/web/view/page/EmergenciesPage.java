package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Due;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;

import java.util.List;

/**
 * Emergency access that waits for a privacy officer.
 *
 * @param kept said when a review was just kept; empty otherwise
 */
public record EmergenciesPage(
        PageFrame frame,
        String now,
        String kept,
        List<FormError> errors,
        List<Opened> opened,
        String whenEmpty)
        implements Page {
    public EmergenciesPage {
        errors = List.copyOf(errors);
        opened = List.copyOf(opened);
    }

    @Override
    public String template() {
        return "page/emergencies.jte";
    }

    /** One opening, with the form that reviews it. */
    public record Opened(String id, String heading, Due due, List<Definition> facts, Form review) {
        public Opened {
            facts = List.copyOf(facts);
        }
    }
}
