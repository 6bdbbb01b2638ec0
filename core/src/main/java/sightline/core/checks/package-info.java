/**
 * Checks at the touchpoint: what would follow if somebody who applies, books, registers or attends
 * were recorded now, and what may be said of it to whoever asks.
 *
 * <p>A check is a message like any other that is answered at once. {@link
 * sightline.core.checks.Looking} asks the rules what would follow, on what is known and the message
 * {@linkplain sightline.core.household.Supposed supposed}; {@link sightline.core.checks.Checked} is
 * what may be said. Nothing here keeps anything.
 */
@NullMarked
package sightline.core.checks;

import org.jspecify.annotations.NullMarked;
