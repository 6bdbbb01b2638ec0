/**
 * The library of reviews: how a deposited report becomes text, where what is published is kept, how
 * it is searched, and the way to publication.
 *
 * <p>{@link sightline.library.Documents} reads a PDF or a DOCX and leaves behind what a reader of
 * it could not see. {@link sightline.library.Library} is what anybody may ask; {@link
 * sightline.library.Shelving} is the only way in, by a release or by {@link
 * sightline.library.LibraryImport}. Decision 45 tells why what is published is made anew.
 */
@NullMarked
package sightline.library;

import org.jspecify.annotations.NullMarked;
