/**
 * Which source records are one person, and which source addresses are one place: compared,
 * explained, decided and reversible.
 *
 * <p>People are a deterministic function of records, human decisions and a frozen model: {@link
 * sightline.core.identity.People} says which all at once, {@link
 * sightline.core.identity.LiveIdentity} says the same change by change, over an {@link
 * sightline.core.identity.IdentityIndex}. {@link sightline.core.identity.RecordDetails} is what a
 * record says, {@link sightline.core.identity.PersonComparison} weighs two of them, {@link
 * sightline.core.identity.Decision} is what a person decided. {@link
 * sightline.core.identity.PlaceKey} and {@link sightline.core.identity.Places} do the same for
 * addresses.
 *
 * <p>A better model replaces {@code PersonComparison}; a database replaces {@code
 * InMemoryIdentityIndex} and passes its contract test.
 */
@NullMarked
package sightline.core.identity;

import org.jspecify.annotations.NullMarked;
