/**
 * Keeps case reviews and lets in whoever may read or add to one.
 *
 * <p>{@link sightline.reviews.Reviews} is the way in: it reads a review as of a moment, as far as
 * row security shows it to the reader, and adds an entry or says why not. Those who are named on a
 * review read all of it; an organisation reads what is recommended to it. What a review says is
 * worked out by {@code sightline.core.reviews}.
 */
@NullMarked
package sightline.reviews;

import org.jspecify.annotations.NullMarked;
