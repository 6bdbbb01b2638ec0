/**
 * One timeline of a child, as each reader has seen it.
 *
 * <p>{@link sightline.chronology.LastLooks} remembers how far a reader has read, by record. What an
 * entry says in words is {@code sightline.core.chronology}.
 */
@NullMarked
package sightline.chronology;

import org.jspecify.annotations.NullMarked;
