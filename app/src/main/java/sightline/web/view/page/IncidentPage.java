package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.AsAWhole;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.PathStep;
import sightline.web.view.part.SharingLine;

import java.util.List;

/**
 * One incident that may have been domestic and was logged as something else: its log with the words
 * marked, what connects the two, and the decision of a person.
 *
 * @param kept said when a decision was just kept; empty otherwise
 * @param clock when it was attended, what the time is and when who is told
 * @param logs the logs with their words; none where the reader may not read them
 * @param settles what would settle it
 * @param decided what was decided before, newest first
 * @param forms the decision; none where it is another agency's
 */
public record IncidentPage(
        PageFrame frame,
        Link back,
        String kept,
        String heading,
        String clock,
        List<Log> logs,
        List<Found> suggests,
        List<Found> against,
        List<String> settles,
        List<PathStep> connections,
        AsAWhole whole,
        List<Definition> law,
        List<String> decided,
        List<Form> forms,
        List<FormError> errors,
        List<Follows> follows,
        List<SharingLine> mustNot,
        String note)
        implements Page {
    public IncidentPage {
        logs = List.copyOf(logs);
        suggests = List.copyOf(suggests);
        against = List.copyOf(against);
        settles = List.copyOf(settles);
        connections = List.copyOf(connections);
        law = List.copyOf(law);
        decided = List.copyOf(decided);
        forms = List.copyOf(forms);
        errors = List.copyOf(errors);
        follows = List.copyOf(follows);
        mustNot = List.copyOf(mustNot);
    }

    @Override
    public String template() {
        return "page/incident.jte";
    }

    /** A log, in pieces. */
    public record Log(String moment, String logged, List<Piece> pieces) {
        public Log {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * Words of a log.
     *
     * @param found its number in the list beside it; 0 where nothing was found
     */
    public record Piece(String words, int found) {}

    /** What was found, and why it matters. */
    public record Found(int number, String words, String meaning, String reason) {}

    /** What follows from each of the three answers. */
    public record Follows(String what, String domestic, String not, String undecided) {}
}
