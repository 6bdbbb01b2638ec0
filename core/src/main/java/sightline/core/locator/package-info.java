/**
 * What one installation may ask another, and how it is kept from telling anything else: whether a
 * register entry is held there about somebody whom a rule here looks at.
 *
 * <p>{@link sightline.core.locator.Elsewhere} says of whom, {@link
 * sightline.core.locator.PersonForms} by what they may be known, {@link
 * sightline.core.locator.PairKey} turns that into keyed hashes that mean nothing to anybody else.
 */
@NullMarked
package sightline.core.locator;

import org.jspecify.annotations.NullMarked;
