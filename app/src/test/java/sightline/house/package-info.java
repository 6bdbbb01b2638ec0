/**
 * The rules of the house, as tests: format, tidiness, the order of the rooms, the launcher.
 *
 * <p>To forbid something, add a line to {@code HouseBans}; to allow an exception, add one with its
 * reason to {@code allowed.txt}; to add a room, place it in {@code FloorTest}.
 */
@NullMarked
package sightline.house;

import org.jspecify.annotations.NullMarked;
