package sightline.core.library;

import sightline.core.library.Canaries.Hit;
import sightline.core.library.Canaries.What;

import java.util.List;
import java.util.Set;

/**
 * Takes out of a text whatever a scan finds in it. Each gap says what kind of thing stood there;
 * the text itself is gone.
 */
public final class Redaction {
    private Redaction() {}

    /** A redacted text, and how many passages were left out. */
    public record Redacted(String text, int leftOut) {}

    /**
     * Redacts a text.
     *
     * @param ordinary parts of names, by number, that are ordinary words here and stay
     */
    public static Redacted of(String text, Canaries canaries, Set<Integer> ordinary) {
        List<Hit> hits = canaries.scan(text);
        StringBuilder redacted = new StringBuilder(text.length());
        int at = 0;
        int leftOut = 0;
        for (Hit hit : hits) {
            if (hit.what().mayBeOrdinary() && ordinary.contains(hit.canary())) {
                continue;
            }
            // One may begin within another: the number of a house ends a day.
            redacted.append(text, at, Math.max(at, hit.from())).append(gap(hit.what()));
            at = hit.to();
            leftOut++;
        }
        return new Redacted(redacted.append(text, at, text.length()).toString(), leftOut);
    }

    private static String gap(What what) {
        return "[left out: " + what.words() + "]";
    }
}
