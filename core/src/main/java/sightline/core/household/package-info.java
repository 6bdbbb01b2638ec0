/**
 * Who lives where and who is who to whom, over time, worked out from facts.
 *
 * <p>{@link sightline.core.household.NeighbourhoodReader} gathers, for many subjects at once and in
 * a fixed number of reads, everybody within two hops whom a rule may look at; {@link
 * sightline.core.household.Neighbourhood} is what a rule then sees: {@link
 * sightline.core.household.Individual}s with their facts, {@link
 * sightline.core.household.Connection}s with their basis, the household on any day. Bounds are in
 * {@link sightline.core.household.Bounds}.
 */
@NullMarked
package sightline.core.household;

import org.jspecify.annotations.NullMarked;
