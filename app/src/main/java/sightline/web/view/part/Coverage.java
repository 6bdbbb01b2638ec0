package sightline.web.view.part;

import java.util.List;

/**
 * Which sources answered, and how fresh each is. Silence is never an answer.
 *
 * @param sources those that did not answer first, then those that hold something
 * @param withoutEntry those that answered within their promise and recorded nothing, kept apart so
 *     that the others are seen
 */
public record Coverage(
        String heading, String asOf, List<SourceAnswer> sources, List<SourceAnswer> withoutEntry) {
    public Coverage {
        if (withoutEntry.stream().anyMatch(s -> !s.state().answered())) {
            throw new IllegalArgumentException("only a source that answered may say none");
        }
        sources = List.copyOf(sources);
        withoutEntry = List.copyOf(withoutEntry);
    }

    /** Every source in one list. */
    public static Coverage of(String heading, String asOf, List<SourceAnswer> sources) {
        return new Coverage(heading, asOf, sources, List.of());
    }

    public String withoutEntryHeading() {
        return withoutEntry.size() == 1
                ? "1 more answered and recorded no entry"
                : withoutEntry.size() + " more answered and recorded no entry";
    }
}
