/**
 * Who works where: {@link sightline.core.directory.Agency agencies} by type and area, and the
 * {@link sightline.core.directory.Role roles} in which people at them are told and owe.
 */
@NullMarked
package sightline.core.directory;

import org.jspecify.annotations.NullMarked;
