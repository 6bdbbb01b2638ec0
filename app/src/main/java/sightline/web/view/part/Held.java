package sightline.web.view.part;

import java.util.List;

/**
 * By what somebody's records are held to be one person's.
 *
 * @param lines the least sure first; none where there is one record, or the reader is told of one
 * @param more what is not listed; empty where all is
 */
public record Held(List<HeldLine> lines, String more) {
    public Held {
        lines = List.copyOf(lines);
    }
}
