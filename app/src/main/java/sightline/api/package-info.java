/**
 * What other systems call: {@code /api}.
 *
 * <p>{@link sightline.api.MessagesController} takes messages and tells what became of them; {@link
 * sightline.api.KindsController} publishes the kinds with their JSON Schemas; {@link
 * sightline.api.ApiSecurity} lets in whom the feeds know and nobody else. Refusals are problem
 * documents (RFC 9457) that say what to send instead.
 *
 * <p>{@link sightline.api.LocatorController} takes what linked installations ask.
 *
 * <p>A new route needs a rule in {@code ApiSecurity}: what has none is refused.
 */
@ApplicationModule(
        allowedDependencies = {"alerts", "checks", "database", "feeds", "facts::wire", "locator"})
@NullMarked
package sightline.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
