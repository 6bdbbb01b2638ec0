/**
 * How alike two strings are: bit-parallel {@link sightline.linkage.text.Similarity}, and {@link
 * sightline.linkage.text.Folding} to one plain form of names in many scripts.
 *
 * <p>Each measure equals its textbook definition on every input; the tests hold it against a slow
 * reference.
 */
@NullMarked
package sightline.linkage.text;

import org.jspecify.annotations.NullMarked;
