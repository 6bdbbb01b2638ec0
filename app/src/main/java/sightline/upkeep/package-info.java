/**
 * Duties that concern no person, kept and made visible: {@link sightline.upkeep.SiteDuties} reads
 * them, {@link sightline.upkeep.SiteWatch} works them out every few seconds. What they are is in
 * {@code core.upkeep}; nothing here decides anything.
 */
@NullMarked
package sightline.upkeep;

import org.jspecify.annotations.NullMarked;
