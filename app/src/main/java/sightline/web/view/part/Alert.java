package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An alert with its path: what is the matter, why the reader sees it, how sure it is.
 *
 * @param open false once a named person has answered it: it is then drawn quietly
 * @param timing raised, grew, limit, in one line
 * @param sharing shown inside the alert where the page has no place of its own for it
 */
public record Alert(
        String id,
        String kind,
        String timing,
        boolean open,
        String heading,
        String summary,
        List<ButtonLink> actions,
        List<PathStep> steps,
        AsAWhole whole,
        @Nullable Sharing sharing,
        List<Link> related) {
    public Alert {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("an alert has a path: " + id);
        }
        actions = List.copyOf(actions);
        steps = List.copyOf(steps);
        related = List.copyOf(related);
    }
}
