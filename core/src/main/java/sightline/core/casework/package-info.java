/**
 * What people do with a case once they meet about it: what is laid before a strategy discussion,
 * and what the census asks of the dates of a case.
 *
 * <p>{@link sightline.core.casework.StrategyPack} lays out what is recorded around a child, as far
 * as its reader may see it; {@link sightline.core.casework.CensusChecks} says which dates of a
 * {@link sightline.core.casework.CaseCourse} do not go together. Both are pure, and neither raises
 * or blocks anything.
 */
@NullMarked
package sightline.core.casework;

import org.jspecify.annotations.NullMarked;
