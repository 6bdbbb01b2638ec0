/**
 * The ground floor: typed ids, identifiers with their check rules, dates as imprecise as people
 * remember them, and clocks that count as their law counts.
 *
 * <p>Main types: {@link sightline.core.kernel.SourceRecord}, {@link sightline.core.kernel.FactId},
 * {@link sightline.core.kernel.When}, {@link sightline.core.kernel.Period}, {@link
 * sightline.core.kernel.PartialDate}, {@link sightline.core.kernel.Identifier}, {@link
 * sightline.core.kernel.WorkingCalendar}, {@link sightline.core.kernel.ClockArithmetic}.
 *
 * <p>To add an identifier: a record of its own with {@code static Parsed<T> parse(String)}, a
 * constant in {@link sightline.core.kernel.IdentifierType}, and rows valid and invalid in {@code
 * identifier_vectors.csv}. Whatever may lead to a person redacts its {@code toString}.
 */
@NullMarked
package sightline.core.kernel;

import org.jspecify.annotations.NullMarked;
