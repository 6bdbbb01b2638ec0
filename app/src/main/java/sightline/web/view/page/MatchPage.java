package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.chart.Weighing;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * Are these two records the same person? Results without values where a record is restricted.
 *
 * @param kept said when an answer was just kept; empty otherwise
 */
public record MatchPage(
        PageFrame frame,
        Link back,
        String kept,
        String heading,
        String intro,
        String fieldsNote,
        String leftName,
        String rightName,
        List<Comparison> comparisons,
        String answer,
        String answerText,
        List<String> settles,
        List<Decider> deciders,
        String decidersNote,
        Form decision,
        List<FormError> errors,
        List<Definition> effects)
        implements Page {
    public MatchPage {
        comparisons = List.copyOf(comparisons);
        settles = List.copyOf(settles);
        deciders = List.copyOf(deciders);
        errors = List.copyOf(errors);
        effects = List.copyOf(effects);
    }

    @Override
    public String template() {
        return "page/match.jte";
    }

    /** One field of the two records. */
    public record Comparison(
            String field,
            String left,
            String right,
            Tag result,
            Weighing weighing,
            String counts) {}

    /** Somebody who decides, and whether they have. */
    public record Decider(String who, String detail, Tag state) {}
}
