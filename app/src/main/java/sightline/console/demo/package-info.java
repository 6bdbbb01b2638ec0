/**
 * The demonstration: the invented partnership Westmarsh, its agencies, posts and sign-ins, and its
 * ordinary life sent in as its agencies would send it.
 *
 * <p>{@link sightline.console.demo.LifeEventMessages} turns the population's events into messages;
 * {@link sightline.console.demo.DemoWorld} registers the agencies and sends them.
 */
@NullMarked
package sightline.console.demo;

import org.jspecify.annotations.NullMarked;
