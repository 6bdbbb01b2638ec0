/**
 * The system as it runs: one package below this one for each room.
 *
 * <p>Rooms stand in the order in which data flows; each may use those above it, never those below.
 * The pure half of a room, where it has one, is {@code sightline.core.<room>}.
 */
@NullMarked
package sightline;

import org.jspecify.annotations.NullMarked;
