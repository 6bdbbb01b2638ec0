/**
 * Duties that concern no person: what senders, data stewards and the operator owe so that the
 * sources can be relied on.
 *
 * <p>{@link sightline.core.upkeep.SiteClocks} works out the {@link sightline.core.upkeep.SiteDuty
 * duties} of one moment from how the feeds and the pipeline are; a pure function. {@link
 * sightline.core.upkeep.SiteChange} says what happened between two moments. Like a duty about a
 * person, none has a silent top: its last rung is repeated.
 */
@NullMarked
package sightline.core.upkeep;

import org.jspecify.annotations.NullMarked;
