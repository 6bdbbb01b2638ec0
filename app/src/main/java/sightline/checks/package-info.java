/**
 * Checks at the touchpoint: a message that is answered at once.
 *
 * <p>{@link sightline.checks.Checks} keeps the message as intake does, asks the rules what stands
 * or would follow, and keeps what was said. Why somebody is told to ring is the desk's to know and
 * is never said to whoever asks where words alone are said.
 */
@NullMarked
package sightline.checks;

import org.jspecify.annotations.NullMarked;
