package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Alert;
import sightline.web.view.part.Coverage;
import sightline.web.view.part.DecisionLine;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Delivery;
import sightline.web.view.part.DutyLine;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Growth;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Ladder;
import sightline.web.view.part.Sharing;

import java.util.List;

/**
 * One alert, opened.
 *
 * @param marks null where the alert is not about marks on a body
 * @param explanations what else could explain it; empty where the rule does not ask
 */
public record AlertPage(
        PageFrame frame,
        IdentityBar identity,
        Alert alert,
        Ladder ladder,
        List<DutyLine> duties,
        @Nullable Marks marks,
        List<Definition> explanations,
        String explanationsNote,
        List<String> doesNotShow,
        Sharing sharing,
        List<Growth> growth,
        String growthNote,
        String deliveriesHeading,
        List<Delivery> deliveries,
        List<DecisionLine> decisions,
        Coverage coverage,
        List<FormError> errors,
        List<Form> forms,
        String ending)
        implements Page {
    public AlertPage {
        decisions = List.copyOf(decisions);
        duties = List.copyOf(duties);
        explanations = List.copyOf(explanations);
        doesNotShow = List.copyOf(doesNotShow);
        growth = List.copyOf(growth);
        deliveries = List.copyOf(deliveries);
        errors = List.copyOf(errors);
        forms = List.copyOf(forms);
    }

    @Override
    public String template() {
        return "page/alert.jte";
    }
}
