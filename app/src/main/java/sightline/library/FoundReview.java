package sightline.library;

import sightline.core.library.Progress;
import sightline.core.library.PublishedReview;

import java.util.List;
import java.util.Optional;

/**
 * A review as a search shows it.
 *
 * @param review without its sections
 * @param passage a line or two in which it was found; empty without words to look for
 */
public record FoundReview(
        PublishedReview review, int pages, List<Piece> passage, Optional<Progress> progress) {
    public FoundReview {
        passage = List.copyOf(passage);
    }

    /** A piece of a passage: a word that was looked for, or what stands between. */
    public record Piece(String text, boolean found) {}
}
