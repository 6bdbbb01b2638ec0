/**
 * One timeline from every agency, in plain words.
 *
 * <p>{@link sightline.core.chronology.Plainly} says in one sentence what a fact asserts, as
 * recorded and without blame; observation and explanation are kept apart.
 */
@NullMarked
package sightline.core.chronology;

import org.jspecify.annotations.NullMarked;
