/**
 * Other installations: whether one of them holds a register entry about somebody whom a rule here
 * looks at, and whether this one does.
 *
 * <p>{@link sightline.locator.Peers} are those that are linked; {@link sightline.locator.Asking}
 * asks them, {@link sightline.locator.Answering} answers them. {@link
 * sightline.locator.LocatorStore} is for the pipeline: of whom is asked, and what becomes a fact.
 * Between installations crosses a question of keyed hashes and an answer of one size; decision 33
 * tells why.
 */
@NullMarked
package sightline.locator;

import org.jspecify.annotations.NullMarked;
