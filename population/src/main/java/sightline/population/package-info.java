/**
 * Invented people, households, agencies and ordinary life, in any number from a seed, with the
 * truth known.
 *
 * <p>Start at {@link sightline.population.Population}: it gives the stream of {@link
 * sightline.population.LifeEvent}s in the order in which agencies recorded them, the {@link
 * sightline.population.SourceRecord}s for linkage tests, and the {@link
 * sightline.population.Truth}. Everybody here is made up, so nothing redacts.
 *
 * <p>To add a kind of event: a line in {@code rates.csv}, a constant in {@code Happening}, and a
 * handler in the class of its part of life ({@code HealthLife}, {@code HomeLife} and so on).
 */
@NullMarked
package sightline.population;

import org.jspecify.annotations.NullMarked;
