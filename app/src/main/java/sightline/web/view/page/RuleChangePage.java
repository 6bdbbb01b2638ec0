package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Count;
import sightline.web.view.part.Definition;
import sightline.web.view.part.FormError;
import sightline.web.view.part.HeadedForm;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * One change that somebody proposed and somebody else decides: of what an area sets of a rule, or
 * of a provisional pack's offences.
 *
 * @param note what comes next
 * @param counts what it would change, once that is worked out
 * @param countsNote what the counts are of
 */
public record RuleChangePage(
        PageFrame frame,
        Link back,
        List<FormError> errors,
        String heading,
        Tag stage,
        String note,
        List<Definition> lines,
        List<Count> counts,
        String countsNote,
        List<HeadedForm> forms)
        implements Page {
    public RuleChangePage {
        errors = List.copyOf(errors);
        lines = List.copyOf(lines);
        counts = List.copyOf(counts);
        forms = List.copyOf(forms);
    }

    @Override
    public String template() {
        return "page/rule-change.jte";
    }
}
