/**
 * Alerts and duties as last derived, kept for work lists and pages, and to whom they were told.
 *
 * <p>{@link sightline.alerts.DerivedStore} writes them, within the pipeline's transaction; {@link
 * sightline.alerts.Content} is their content as JSON. Nothing here decides anything: rules and
 * clocks are in {@code core}.
 */
@NullMarked
package sightline.alerts;

import org.jspecify.annotations.NullMarked;
