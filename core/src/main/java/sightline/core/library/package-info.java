/**
 * What must hold before anybody outside may read a review, and what a published review is.
 *
 * <p>{@link sightline.core.library.Pseudonyms} replaces names by a sealed key; {@link
 * sightline.core.library.Canaries} looks for whatever must not be left; {@link
 * sightline.core.library.Reidentification} counts the children who could be meant. {@link
 * sightline.core.library.ReleaseFile} is what was done about one review, entry by entry; {@link
 * sightline.core.library.Release} says what is still missing. {@link
 * sightline.core.library.PublishedReview} is what anybody may read. Nothing here asks the time or a
 * database.
 */
@NullMarked
package sightline.core.library;

import org.jspecify.annotations.NullMarked;
