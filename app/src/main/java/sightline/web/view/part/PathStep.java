package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

/**
 * One step of the path of evidence behind an alert.
 *
 * @param certaintyNote what stands behind the word, like "not yet checked by a person"; empty when
 *     nothing
 * @param date when it was so or was recorded, as shown
 * @param basis law that lets this step be shown; empty when the page gives it once for all
 * @param gone why this step no longer stands ("Evidence withdrawn on 3 May"); empty while it does
 */
public record PathStep(
        String id,
        String sentence,
        Certainty certainty,
        String certaintyNote,
        String detail,
        String source,
        String date,
        @Nullable Link link,
        String basis,
        String gone) {
    public PathStep {
        if (source.isBlank() || date.isBlank()) {
            throw new IllegalArgumentException("a step names its source and its date: " + id);
        }
    }

    public String css() {
        return gone.isEmpty() ? certainty.css() : "gone";
    }
}
