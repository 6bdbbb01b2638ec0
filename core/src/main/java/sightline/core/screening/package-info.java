/**
 * Named rules over a child's neighbourhood: who must be told what, since when, and why.
 *
 * <p>A {@link sightline.core.screening.Rule} is a pure function of a {@link
 * sightline.core.screening.Situation}; it returns {@link sightline.core.screening.Finding}s, each
 * with its path of evidence, and the moment at which time alone would change the answer. {@link
 * sightline.core.screening.Screening} runs the catalogue in its fixed order. No rule reads a
 * finding, its own or another's.
 *
 * <p>A new rule is a class with its {@link sightline.core.screening.RuleCard}, a row in {@code
 * Catalogue}, and three tests at the least: one that fires, a near miss, the boundary.
 */
@NullMarked
package sightline.core.screening;

import org.jspecify.annotations.NullMarked;
