/**
 * What the system knows and decides, free of framework and database: facts, the views derived from
 * them, the rules that read them and the clocks that they start.
 *
 * <p>Each room is a package below this one. To add a room, place it in the order that the floor
 * test of the application module lists, and give it a package description like this one.
 */
@NullMarked
package sightline.core;

import org.jspecify.annotations.NullMarked;
