/**
 * Every obligation: a start fact or finding, a clock, who owes it, what discharges it, and a ladder
 * that has no silent top.
 *
 * <p>Clocks are data: {@link sightline.core.duties.ClockDefinition}s in a {@link
 * sightline.core.duties.Pack} read from YAML by {@link sightline.core.duties.PackReader}. {@link
 * sightline.core.duties.Clocks} works out the {@link sightline.core.duties.Duty duties} of one
 * subject at one moment: a pure function of facts and findings. A new clock is a paragraph of YAML.
 */
@NullMarked
package sightline.core.duties;

import org.jspecify.annotations.NullMarked;
