/**
 * The ledger: what each source asserted, about whom, when it was so and when it was recorded.
 *
 * <p>A {@link sightline.core.facts.Fact} is one assertion by one source with one sensitivity class.
 * Its {@link sightline.core.facts.Body} is a sealed record per kind; {@link
 * sightline.core.facts.Kinds} is the table of kinds with their class and who may assert them.
 * {@link sightline.core.facts.Ledger} appends and reads; {@link sightline.core.facts.Standing} says
 * whether a fact stands, was corrected, retracted, disputed or ended.
 *
 * <p>A new kind is a record in the group interface where its readers look for it, and a row in
 * {@code Kinds}.
 */
@NullMarked
package sightline.core.facts;

import org.jspecify.annotations.NullMarked;
